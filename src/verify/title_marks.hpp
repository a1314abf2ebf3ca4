// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// By what a title sets its work apart from the report that others of the same study bear: "protocol",
/// "part" 2, "follow-up" of 5 years, "summary". The kinds are those of corpus/words/companion_titles.tsv.
struct TitleMark {
    std::string_view kind;
    std::string number;  ///< of a part, or of the years, months or weeks of a follow-up; mostly empty
    auto operator<=>(const TitleMark&) const = default;
};

/// All marks of a title, sorted, each once. Numbers are in digits: "Part II" and "part two" give one mark.
std::vector<TitleMark> title_marks(std::string_view title);

}  // namespace whereof::verify
