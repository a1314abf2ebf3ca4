// SPDX-License-Identifier: MIT
#include "claim/comparison_equatives.hpp"

#include "claim/comparison_outcome.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace whereof::claim {
namespace {

using Word = std::string_view;

/// Tokens between the "as" of "twice as common with A as with B".
constexpr std::size_t kAsReach = 14;
/// Tokens before "as" that say how much: "more than three times".
constexpr std::size_t kMeasureReach = 6;

/// How much, and with which sign.
struct Degree {
    std::size_t begin = 0;    ///< the first of its tokens
    int sign = 0;             ///< 1 more than as much, -1 less, 0 as much
    bool bare = true;         ///< nothing stands before the "as"
    bool multiplies = false;  ///< "twice", "half"
    bool denied = false;      ///< "not"
};

class EquativeReader {
  public:
    EquativeReader(std::string_view sentence, std::vector<CompareToken>& tokens)
        : sentence_(sentence), tokens_(tokens) {}

    void run() {
        std::vector<CompareToken> joined;
        for (std::size_t i = 0; i < tokens_.size();) {
            const std::size_t past = read_at(i, joined);
            if (past == i) {
                joined.push_back(std::move(tokens_[i]));
                ++i;
            } else {
                i = past;
            }
        }
        tokens_ = std::move(joined);
    }

  private:
    [[nodiscard]] std::string word(const CompareToken& token) const {
        return text::ascii_lower(token.span.of(sentence_));
    }
    [[nodiscard]] bool is_as(std::size_t i) const {
        return i < tokens_.size() && tokens_[i].cues == 0 && word(tokens_[i]) == "as";
    }

    /// Past the equative at token i, now at the end of `joined`; i when there is none.
    std::size_t read_at(std::size_t i, std::vector<CompareToken>& joined) {
        if (i < tokens_.size() && tokens_[i].has(kAlong) && word(tokens_[i]) == "as well as") {
            return read_well(i, joined);
        }
        if (i + 1 >= tokens_.size()) {
            return i;
        }
        if (const std::string name = word(tokens_[i]); name == "equally" || name == "similarly") {
            return read_equally(i, joined);
        }
        if (is_pointing(i) && tokens_[i + 1].has(kPlace)) {
            return read_multiple(i, joined);
        }
        if (!is_as(i) || i + 2 >= tokens_.size()) {
            return i;
        }
        const std::optional<std::uint32_t> grown = cues_of_more(tokens_[i + 1]);
        if (!grown) {
            return i;
        }
        const Degree degree = degree_before(joined);
        const std::size_t second = second_as(i + 2);
        const bool counted = second + 1 < tokens_.size() && tokens_[second + 1].is_number;
        const bool supposed = degree.bare && word(tokens_[i + 1]) == "long";
        if (second == kNoToken || counted || supposed || (degree.denied && degree.multiplies)) {
            return i;
        }
        // "died half as often as those on B": of what is counted, "as" is a "than"
        const bool beside = second == i + 2 && (degree.sign == 0 || (*grown & kMore) == 0);
        const std::uint32_t cues = degree.sign == 0  ? std::uint32_t{kSame}
                                   : degree.sign > 0 ? *grown
                                                     : turned(*grown);
        const TokenRun own{i, i + (beside ? 3 : 2)};
        join(joined, degree.begin, own, cues | (beside && degree.sign != 0 ? std::uint32_t{kBeats} : 0U));
        if (!beside) {
            tokens_[second].cues = kThan;
            tokens_[second].term.clear();
        }
        return own.end;
    }

    /// The "that" of "the rate with A was twice that with B"
    [[nodiscard]] bool is_pointing(std::size_t i) const {
        return is_one_of(word(tokens_[i]), {"that", "those"});
    }

    /// "twice that with B", "half those of B"
    std::size_t read_multiple(std::size_t i, std::vector<CompareToken>& joined) {
        const Degree degree = degree_before(joined);
        constexpr double kMostTimes = 20.0;  // "1,000 times that of" tells of no outcome
        const bool vast = degree.begin < joined.size() && joined[degree.begin].value > kMostTimes;
        if (degree.sign == 0 || !degree.multiplies || degree.denied || vast) {
            return i;
        }
        join(joined, degree.begin, {i, i}, degree.sign > 0 ? kMore | kLarge : kLess | kSmall);
        joined.push_back(std::move(tokens_[i]));
        joined.back().cues = kThan;
        joined.back().term.clear();
        return i + 1;
    }

    /// "equally safe", "similarly effective"; "equally distributed" compares nothing.
    std::size_t read_equally(std::size_t i, std::vector<CompareToken>& joined) {
        if (cues_of_more(tokens_[i + 1])) {
            join(joined, joined.size(), {i, i + 2}, kSame);
            return i + 2;
        }
        static constexpr std::array<Word, 6> kShared{"distributed", "divided",     "split",
                                                     "matched",     "represented", "allocated"};
        if (std::ranges::find(kShared, Word(word(tokens_[i + 1]))) != kShared.end()) {
            tokens_[i].cues = 0;
        }
        return i;
    }

    /// "works just as well as"; "pain as well as swelling" is none.
    std::size_t read_well(std::size_t i, std::vector<CompareToken>& joined) {
        const Degree degree = degree_before(joined);
        const bool told = degree.begin > 0 && joined[degree.begin - 1].has(kVerb);
        if (!told) {
            return i;
        }
        const std::uint32_t cues = degree.sign == 0  ? std::uint32_t{kSame}
                                   : degree.sign > 0 ? kBetter | kBeats
                                                     : kWorse | kBeats;
        join(joined, degree.begin, {i, i + 1}, cues);
        return i + 1;
    }

    /// One token of the tokens of `joined` from `begin` on and of `own` of ours, which may be none.
    void join(std::vector<CompareToken>& joined, std::size_t begin, TokenRun own, std::uint32_t cues) {
        CompareToken token;
        const std::size_t first =
            begin < joined.size() ? joined[begin].span.begin : tokens_[own.begin].span.begin;
        token.span = {first, own.empty() ? joined.back().span.end : tokens_[own.end - 1].span.end};
        joined.resize(begin);
        token.cues = cues;
        joined.push_back(std::move(token));
    }

    /// The cues of more of what the word says; absent when it says nothing that one can compare.
    [[nodiscard]] std::optional<std::uint32_t> cues_of_more(const CompareToken& token) const {
        static constexpr std::array<Word, 5> kGood{"good", "well", "efficient", "cheap", "promising"};
        static constexpr std::array<Word, 12> kCounting{"many",       "much",  "common", "frequent",
                                                        "frequently", "often", "likely", "high",
                                                        "large",      "long",  "great",  "commonly"};
        const std::string name = word(token);
        if (std::ranges::find(kCounting, Word(name)) != kCounting.end()) {
            return kMore | (name == "likely" ? 0U : std::uint32_t{kLarge});
        }
        const bool good = token.has(kBetter) || std::ranges::find(kGood, Word(name)) != kGood.end();
        const bool bad = token.has(kWorse) || name == "bad" || name == "badly";
        if ((good || bad) && !token.has(kNoun)) {
            return std::uint32_t{good ? kBetter : kWorse};
        }
        if (token.cues != 0 || token.term.empty()) {
            return std::nullopt;
        }
        const int value = outcome_value({token.term});
        return value == 0 ? std::nullopt : std::optional(std::uint32_t{value > 0 ? kBetter : kWorse});
    }

    [[nodiscard]] static std::uint32_t turned(std::uint32_t cues) noexcept {
        if ((cues & kMore) != 0) {
            return kLess | ((cues & kLarge) != 0 ? std::uint32_t{kSmall} : 0U);
        }
        return (cues & kBetter) != 0 ? kWorse : kBetter;
    }

    /// The "as" that the first belongs to; kNoToken.
    [[nodiscard]] std::size_t second_as(std::size_t from) const {
        for (std::size_t i = from; i < std::min(tokens_.size() - 1, from + kAsReach); ++i) {
            if (is_as(i)) {
                return i;
            }
            if (tokens_[i].sign != '\0' || tokens_[i].has(kClause | kThan)) {
                break;
            }
        }
        return kNoToken;
    }

    /// What stands before "as" and says how much: "just", "not nearly", "more than twice".
    [[nodiscard]] Degree degree_before(const std::vector<CompareToken>& joined) const {
        static constexpr std::array<Word, 22> kPlain{
            "just",     "about",   "almost",        "nearly",   "equally", "only", "quite", "roughly",
            "near",     "exactly", "approximately", "as",       "every",   "bit",  "at",    "least",
            "anywhere", "fully",   "perhaps",       "probably", "easily",  "still"};
        static constexpr std::array<Word, 6> kDenying{"not", "never", "nowhere", "hardly", "barely", "isnt"};
        Degree out;
        out.begin = joined.size();
        bool half = false;
        bool multiplied = false;
        for (std::size_t n = 0; n < kMeasureReach && out.begin > 0; ++n) {
            const CompareToken& token = joined[out.begin - 1];
            const std::string name = word(token);
            const bool times = name == "times" && out.begin > 1;
            const std::size_t fraction = fraction_before(joined, out.begin);
            const bool more = (name == "than" || name == "more" || name == "less") && (half || multiplied);
            const bool denies =
                std::ranges::find(kDenying, Word(name)) != kDenying.end() || name.ends_with("n't");
            const bool plain = std::ranges::find(kPlain, Word(name)) != kPlain.end();
            const bool grows = is_one_of(name, {"twice", "double", "triple", "thrice"});
            if (!(times || more || denies || plain || fraction > 0 || grows)) {
                break;
            }
            half = half || fraction > 0;
            multiplied = multiplied || grows || times;
            out.denied = out.denied || denies;
            out.begin -= std::max(fraction, times ? std::size_t{2} : std::size_t{1});  // with its number
            out.bare = false;
        }
        out.multiplies = half || multiplied;
        out.sign = out.denied || half ? -1 : multiplied ? 1 : 0;
        return out;
    }

    /// Of how many tokens before `end` a part is made: "half", "a third", "two thirds", "40 %"; 0 when of
    /// none.
    [[nodiscard]] std::size_t fraction_before(const std::vector<CompareToken>& joined,
                                              std::size_t end) const {
        const std::string name = word(joined[end - 1]);
        if (name == "half") {
            return 1;
        }
        if (end < 2) {
            return 0;
        }
        constexpr double kWhole = 100.0;
        const CompareToken& before = joined[end - 2];
        const bool share = joined[end - 1].sign == '%' && before.is_number && before.value < kWhole;
        const bool counts = is_one_of(word(before), {"a", "one", "two", "three", "four"});
        const bool part =
            is_one_of(name, {"third", "thirds", "quarter", "quarters", "fourth", "fifth", "fifths", "tenth"});
        return share || (counts && part) ? 2 : 0;
    }

    std::string_view sentence_;
    std::vector<CompareToken>& tokens_;
};

}  // namespace

bool is_multiple(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t i) {
    return i + 1 < tokens.size() && tokens[i].term.empty() && tokens[i].has(kMore | kLess) &&
           tokens[i + 1].has(kThan) && is_one_of(tokens[i + 1].span.of(sentence), {"that", "those"});
}

void join_equatives(std::string_view sentence, std::vector<CompareToken>& tokens) {
    EquativeReader(sentence, tokens).run();
}

}  // namespace whereof::claim
