// SPDX-License-Identifier: MIT
#include "claim/comparison_ratios.hpp"

#include <algorithm>
#include <array>
#include <string_view>

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

/// The numbers behind a ratio, without levels as "95 %".
std::vector<double> numbers_behind(const std::vector<CompareToken>& tokens, std::size_t ratio,
                                   std::size_t end, const std::vector<bool>& ignored) {
    std::vector<double> out;
    for (std::size_t n = ratio + 1; n < end && out.size() < 3; ++n) {
        const bool level = n + 1 < end && tokens[n + 1].sign == '%';
        if (tokens[n].is_number && !level && (ignored.empty() || !ignored[n])) {
            out.push_back(tokens[n].value);
        }
    }
    return out;
}

/// Above 1 is more, below is less; 0 when it is the same, absent when that is not told.
std::optional<int> sign_of(const std::vector<double>& numbers, const std::vector<CompareToken>& tokens,
                           std::size_t ratio, std::size_t end) {
    const auto side_of_one = [](double value) { return value > 1.0 ? 1 : value < 1.0 ? -1 : 0; };
    if (numbers.empty() || numbers.front() > kMostEstimate) {
        return std::nullopt;
    }
    if (numbers.size() == 3 && numbers[1] < numbers[0] && numbers[0] < numbers[2] &&
        numbers[2] <= kMostRatio) {
        return side_of_one(numbers[1]) == side_of_one(numbers[2]) ? side_of_one(numbers[0]) : 0;
    }
    const std::size_t p = find_cue(tokens, {ratio, end}, kPValue);
    if (numbers.size() != 1 || p == kNoToken) {
        return std::nullopt;
    }
    return tokens[p].has(kSignificant)     ? std::optional(side_of_one(numbers.front()))
           : tokens[p].has(kInsignificant) ? std::optional(0)
                                           : std::nullopt;
}

}  // namespace

void mark_ratios(std::string_view sentence, std::vector<CompareToken>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        bool counted = false;
        for (std::size_t n = i + 1; n < std::min(tokens.size(), i + kNumberReach) && !counted; ++n) {
            counted = tokens[n].is_number;
        }
        const std::string_view word = tokens[i].span.of(sentence);
        const bool told = i + 1 < tokens.size() && (tokens[i + 1].is_number || tokens[i + 1].sign == '=');
        if (counted && is_short_form(word) && (told || word != "PR")) {  // PR: a receptor, a group
            tokens[i].cues = kRatio;
            tokens[i].term.clear();
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
        return sign ? std::optional(CompareEvent{i, i, *sign, false, 0}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace whereof::claim
