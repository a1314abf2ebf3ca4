// SPDX-License-Identifier: MIT
#include "claim/comparison_ratios.hpp"

#include "claim/units.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace whereof::claim {
namespace {

/// Between "OR" and its number: "OR for pregnancy with zinc vs iron, 1.61".
constexpr std::size_t kNumberReach = 12;
/// More is no ratio but a heart rate (HR).
constexpr double kMostEstimate = 30.0;
/// Between "comparing" and its "with".
constexpr std::size_t kSideReach = 8;

bool is_short_form(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kForms{"HR",  "OR",  "RR",  "IRR", "SHR", "sHR",
                                                             "aHR", "aOR", "aRR", "AOR", "AHR", "PR"};
    return std::ranges::find(kForms, word) != kForms.end();
}

/// "MD", the "difference" of "mean difference" and "risk difference": of two sides, too, but none is 0.
bool may_be_difference(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t i) {
    const std::string_view word = tokens[i].span.of(sentence);
    return is_one_of(word, {"MD", "SMD", "WMD", "RD"}) ||
           (i > 0 && word == "difference" &&
            is_one_of(text::ascii_lower(tokens[i - 1].span.of(sentence)), {"mean", "risk"}));
}

/// Makes the "with" of "comparing A with B" a link.
void link_compared(std::vector<CompareToken>& tokens, std::size_t from) {
    for (std::size_t i = from; i < tokens.size() && tokens[i].sign != '.' && tokens[i].sign != ';'; ++i) {
        if (tokens[i].term != "compar" || tokens[i].cues != 0) {
            continue;
        }
        for (std::size_t n = i + 2; n < std::min(tokens.size(), i + kSideReach); ++n) {
            if (tokens[n].has(kVerb | kThan | kClause) || tokens[n].sign != '\0') {
                return;
            }
            if (is_one_of(tokens[n].term, {"with", "to", "against"})) {
                tokens[i].cues = kPlace;
                tokens[n].cues = kThan;
                return;
            }
        }
    }
}

/// The place: "in the OR".
bool is_operating_room(const std::vector<CompareToken>& tokens, std::size_t i) {
    return i > 1 && tokens[i - 1].term == "the" &&
           is_one_of(tokens[i - 2].term, {"in", "to", "at", "from", "into", "insid"});
}

/// Is the number the ratio's: "OR 1.4", "OR for death was 1.4"? Not that of "the OR was left 5 times".
bool leads_to_number(const std::vector<CompareToken>& tokens, std::size_t ratio, std::size_t number) {
    std::size_t from = number;
    while (from > ratio && (!tokens[from].has(kVerb) || tokens[from].term == "work")) {
        --from;
    }
    for (std::size_t i = from + 1; from > ratio && i < number; ++i) {
        const bool open = tokens[i].sign != '\0' || tokens[i].has(kVerb | kHedge | kSignificant) ||
                          is_one_of(tokens[i].term, {"estim", "calcul", "found", "to", "at", "also", "onli",
                                                     "about", "approxim", "just"});
        if (!open) {
            return false;
        }
    }
    return true;
}

/// Is there a number for a short form: none of a unit, none of a P-value?
bool has_number(const std::vector<CompareToken>& tokens, std::size_t ratio) {
    for (std::size_t n = ratio + 1; n < std::min(tokens.size(), ratio + kNumberReach); ++n) {
        const bool tested = n > 1 && (tokens[n - 1].sign == '<' || tokens[n - 1].sign == '>' ||
                                      (tokens[n - 1].sign == '=' && tokens[n - 2].term == "p"));
        if (tokens[n].is_number && !tokens[n].has_unit && !tested) {
            return leads_to_number(tokens, ratio, n);
        }
    }
    return false;
}

/// The numbers behind a ratio, without those of a unit, as the level of "95 %"; none when the first is not
/// its.
std::vector<double> numbers_behind(const std::vector<CompareToken>& tokens, std::size_t ratio,
                                   std::size_t end, const std::vector<bool>& ignored) {
    std::vector<double> out;
    for (std::size_t n = ratio + 1; n < end && out.size() < 3; ++n) {
        const bool level = n + 1 < end && tokens[n + 1].sign == '%';
        const bool counts = !tokens[n].has_unit || (tokens[ratio].has(kDiffer) && !level);
        if (tokens[n].is_number && counts && (ignored.empty() || !ignored[n])) {
            if (out.empty() && !leads_to_number(tokens, ratio, n)) {
                break;
            }
            out.push_back(tokens[n].value);
        }
    }
    return out;
}

/// Above 1, of a difference above 0, is more, below is less; 0 when it is the same, absent when that is not
/// told.
std::optional<int> sign_of(const std::vector<double>& numbers, const std::vector<CompareToken>& tokens,
                           std::size_t ratio, std::size_t end) {
    const bool differs = tokens[ratio].has(kDiffer);
    const double none = differs ? 0.0 : 1.0;
    const auto side_of_none = [none](double value) { return value > none ? 1 : value < none ? -1 : 0; };
    if (numbers.empty() || (!differs && numbers.front() > kMostEstimate)) {
        return std::nullopt;
    }
    if (numbers.size() == 3 && numbers[1] < numbers[0] && numbers[0] < numbers[2] &&
        (differs || numbers[2] <= kMostRatio)) {
        return side_of_none(numbers[1]) == side_of_none(numbers[2]) ? side_of_none(numbers[0]) : 0;
    }
    const std::size_t p = find_cue(tokens, {ratio, end}, kPValue);
    if (numbers.size() != 1 || p == kNoToken) {
        return std::nullopt;
    }
    return tokens[p].has(kSignificant)     ? std::optional(side_of_none(numbers.front()))
           : tokens[p].has(kInsignificant) ? std::optional(0)
                                           : std::nullopt;
}

/// With its interval behind it.
void mark_difference(std::vector<CompareToken>& tokens, std::size_t i) {
    const std::uint32_t cues = std::exchange(tokens[i].cues, kRatio | kDiffer);
    const auto numbers = numbers_behind(tokens, i, tokens.size(), {});
    const bool told = numbers.size() == 3 && numbers[1] < numbers[0] && numbers[0] < numbers[2];
    tokens[i].cues = told ? tokens[i].cues : cues;
    if (told) {
        tokens[i].term.clear();
    }
}

}  // namespace

void mark_ratios(std::string_view sentence, std::vector<CompareToken>& tokens) {
    std::size_t first = 0;
    while (first < tokens.size() && !tokens[first].has(kRatio) &&
           !is_short_form(tokens[first].span.of(sentence)) && !may_be_difference(sentence, tokens, first)) {
        ++first;
    }
    for (std::size_t i = first; i < tokens.size(); ++i) {
        tokens[i].has_unit = tokens[i].is_number && unit_behind(sentence, tokens[i].span.end).has_value();
    }
    for (std::size_t i = first; i < tokens.size(); ++i) {
        const std::string_view word = tokens[i].span.of(sentence);
        const bool told = i + 1 < tokens.size() && (tokens[i + 1].is_number || tokens[i + 1].sign == '=');
        if (is_short_form(word) && (told || word != "PR") &&  // PR: a receptor, a group
            !is_operating_room(tokens, i) && has_number(tokens, i)) {
            tokens[i].cues = kRatio;
            tokens[i].term.clear();
        }
        if (may_be_difference(sentence, tokens, i)) {
            mark_difference(tokens, i);
        }
        if (tokens[i].has(kRatio)) {
            link_compared(tokens, i + 1);
        }
    }
}

std::optional<CompareEvent> find_ratio(const std::vector<CompareToken>& tokens, std::size_t begin,
                                       std::size_t end, const std::vector<bool>& ignored) {
    for (std::size_t i = begin; i < end; ++i) {
        if (!tokens[i].has(kRatio) || (!ignored.empty() && ignored[i])) {
            continue;
        }
        const auto sign = sign_of(numbers_behind(tokens, i, end, ignored), tokens, i, end);
        const std::size_t first =
            tokens[i].has(kDiffer) && i > begin && tokens[i - 1].term == "mean" ? i - 1 : i;
        return sign ? std::optional(CompareEvent{i, first, *sign, false, 0}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace whereof::claim
