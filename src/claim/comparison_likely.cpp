// SPDX-License-Identifier: MIT
#include "claim/comparison_likely.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::claim {

void bring_likely_together(std::string_view sentence, std::vector<CompareToken>& tokens) {
    const auto word = [&](std::size_t i) { return text::ascii_lower(tokens[i].span.of(sentence)); };
    const auto ends = [&](std::size_t i) {
        return tokens[i].sign != '\0' || tokens[i].has(kClause | kStop | kThan);
    };
    for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
        if (!word(i).ends_with("likely") || !is_one_of(word(i + 1), {"than", "as"})) {
            continue;
        }
        std::size_t to = i + 2;
        while (to < std::min(tokens.size(), i + 2 + kLongestName) && word(to) != "to" && !ends(to)) {
            ++to;
        }
        if (to == i + 2 || to + 1 >= tokens.size() || word(to) != "to" || word(i + 2) == "not") {
            continue;  // "more likely than not to"
        }
        std::size_t end = to + 1;
        while (end < tokens.size() && !ends(end)) {
            ++end;
        }
        const auto at = [&](std::size_t n) { return tokens.begin() + static_cast<std::ptrdiff_t>(n); };
        std::rotate(at(i + 1), at(to), at(end));
        i = end - 1;
    }
}

}  // namespace whereof::claim
