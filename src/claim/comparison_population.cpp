// SPDX-License-Identifier: MIT
#include "claim/comparison_population.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace whereof::claim {
namespace {

/// Words between "in" and whom it names: "in 120 community dwelling older adults".
constexpr std::size_t kPeopleReach = 6;

using Word = std::string_view;

/// What makes people an arm of a study.
constexpr std::array<Word, 24> kArms{"receiving",    "received",   "taking",    "given",        "treated",
                                     "randomised",   "randomized", "assigned",  "allocated",    "using",
                                     "intervention", "active",     "control",   "placebo",      "sham",
                                     "treatment",    "comparison", "untreated", "experimental", "exposed",
                                     "unexposed",    "vaccinated", "both",      "either"};
/// What may go on behind people.
constexpr std::array<Word, 16> kTails{
    "with", "without",      "who",          "whose",    "aged",       "having",   "suffering", "living",
    "at",   "hospitalised", "hospitalized", "admitted", "undergoing", "awaiting", "older",     "over"};
constexpr std::array<Word, 9> kTold{"received", "took", "had", "have", "were", "was", "are", "did", "do"};

template <std::size_t N>
bool holds(const std::array<Word, N>& words, const std::string& word) {
    return std::ranges::find(words, Word(word)) != words.end();
}

class PopulationFinder : private TokenReader {
  public:
    PopulationFinder(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    std::vector<Population> run() {
        std::vector<Population> out;
        for (std::size_t i = 0; i < tokens_.size();) {
            const auto found = read_at(i);
            i = found ? std::max(found->whole.end, i + 1) : i + 1;
            if (found) {
                out.push_back(*found);
            }
        }
        return out;
    }

  private:
    [[nodiscard]] std::optional<Population> read_at(std::size_t i) const {
        if (!tokens_[i].has(kPlace | kStop)) {
            return std::nullopt;
        }
        const std::string opening = lower_word(i);
        if ((opening != "in" && opening != "among" && opening != "amongst" && opening != "for") ||
            (i > 0 && has(i - 1, kThan))) {
            return std::nullopt;
        }
        std::size_t people = i + 1;
        while (people < tokens_.size() && people <= i + kPeopleReach && !has(people, kPeople)) {
            if (tokens_[people].sign != '\0' || has(people, kVerb | kThan | kStop | kClause | kPlace) ||
                holds(kArms, lower_word(people))) {
                return std::nullopt;
            }
            ++people;
        }
        if (!has(people, kPeople)) {
            return std::nullopt;
        }
        const std::size_t first_people = people;
        while (has(people + 1, kPeople)) {
            ++people;
        }
        const auto end = end_of_tail(people + 1);
        if (!end || names_a_side(*end)) {
            return std::nullopt;
        }
        return Population{{i, *end}, name_of(i + 1, first_people, *end)};
    }

    /// Past what is said of the people; absent when it makes them an arm.
    [[nodiscard]] std::optional<std::size_t> end_of_tail(std::size_t from) const {
        if (holds(kArms, lower_word(from)) || has(from, kGroup)) {
            return std::nullopt;
        }
        if (!holds(kTails, lower_word(from)) || (lower_word(from) == "over" && !is_number(from + 1))) {
            return from;
        }
        std::size_t at = from + 1;
        if (lower_word(from) == "who" || lower_word(from) == "at") {
            while (has(at, kVerb) || holds(kTold, lower_word(at))) {
                if (lower_word(at) == "received" || lower_word(at) == "took" ||
                    lower_word(at) == "underwent") {
                    return std::nullopt;
                }
                ++at;
            }
            if (holds(kArms, lower_word(at))) {
                return std::nullopt;
            }
        }
        while (at < tokens_.size() && at < from + kLongestName && !ends_tail(at)) {
            ++at;
        }
        // "with knee pain and" reaches into what follows.
        while (at > from + 1 &&
               (lower_word(at - 1) == "and" || lower_word(at - 1) == "or" || has(at - 1, kSignificant))) {
            --at;
        }
        return at;
    }

    [[nodiscard]] bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_number; }

    [[nodiscard]] bool ends_tail(std::size_t i) const {
        const CompareToken& token = tokens_[i];
        const std::string text = lower_word(i);
        if (token.has(kThan)) {
            return !is_number(i + 1);  // "older than 65 years"
        }
        if (token.has(kChange | kSmall | kLarge | kSame) && has(i + 1, kThan)) {
            return true;  // "… more than ice"
        }
        if (token.has(kChange) && !token.has(kNoun | kSmall | kLarge) && !has(i - 1, kVerb) &&
            lower_word(i - 1) != "with" && lower_word(i - 1) != "and" && lower_word(i - 1) != "or") {
            return true;  // "patients with back pain reduced …", not "patients with reduced mobility"
        }
        const bool belongs = text == "of" || text == "to" || text == "with" || text == "at";
        return token.sign != '\0' || token.has(kVerb | kClause | kPValue) ||
               (token.has(kStop | kPlace) && !belongs);
    }

    /// "in women than in men", "in adults compared with children": sides, not whom the statement speaks of.
    [[nodiscard]] bool names_a_side(std::size_t end) const {
        if (!has(end, kThan)) {
            return false;
        }
        if (has(end + 1, kPlace)) {
            return true;
        }
        for (std::size_t i = end + 1; i < std::min(tokens_.size(), end + 4); ++i) {
            if (tokens_[i].has(kPeople) || lower_word(i) == "those" || lower_word(i) == "controls") {
                return true;
            }
            if (tokens_[i].sign != '\0' || tokens_[i].has(kVerb | kStop | kPlace)) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] TokenRun name_of(std::size_t begin, std::size_t people, std::size_t end) const {
        static constexpr std::array<Word, 7> kEmpty{"the", "a", "an", "our", "these", "those", "all"};
        while (begin < people && (tokens_[begin].is_number || holds(kEmpty, lower_word(begin)))) {
            ++begin;
        }
        static constexpr std::array<Word, 10> kAnybody{"people",      "patients", "participants", "subjects",
                                                       "individuals", "persons",  "patient",      "person",
                                                       "volunteers",  "humans"};
        const bool nobody = begin + 1 == end && holds(kAnybody, lower_word(begin));
        return nobody ? TokenRun{} : TokenRun{begin, end};
    }
};

}  // namespace

std::vector<Population> find_populations(std::string_view sentence, const std::vector<CompareToken>& tokens) {
    return PopulationFinder(sentence, tokens).run();
}

}  // namespace whereof::claim
