// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::article {

/// References by the names and years that texts call them by. Built from the entries as printed, so that it
/// holds whatever a parser makes of them.
class AuthorYearIndex {
  public:
    explicit AuthorYearIndex(const std::vector<ListedReference>& references);

    /// The reference that "Smith" and further names, with "2020" or "2020a", mean; -1 when none does or
    /// several do equally.
    [[nodiscard]] int find(const std::vector<std::string>& names, std::string_view year) const;

    /// Whether a folded word stands before the year of some entry.
    [[nodiscard]] bool knows(const std::string& word) const { return by_word_.contains(word); }

  private:
    struct Head {
        std::vector<std::string> words;  ///< folded words before the year
        std::string initials;            ///< of the first capitalised words: "who"
        std::vector<std::string> years;  ///< "2020", "2020a"
    };
    std::vector<Head> heads_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
};

/// "(Smith et al., 2020a; Jones & Lee 2019)" and the "(2020)" of "Smith et al. (2020)" in a text, resolved.
/// What looks like one but is in no entry is in `dangling` ("Smith 2020"); markers without any reference are
/// given too. By span.
std::vector<Marker> find_author_year_markers(std::string_view text, const AuthorYearIndex& index);

}  // namespace whereof::article
