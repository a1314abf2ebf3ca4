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

    /// The reference that "smith" and further names (folded), with "2020" or "2020a", mean; -1 when none does
    /// or several do equally. `elided`: "et al." follows the names.
    [[nodiscard]] int find(const std::vector<std::string>& names, std::string_view year, bool elided) const;

    /// Whether a folded word is among the authors' names of some entry.
    [[nodiscard]] bool knows(const std::string& word) const { return by_word_.contains(word); }

  private:
    struct Head {
        std::vector<std::string> words;  ///< folded words of the authors' names, as far as they can be told
        std::string initials;            ///< of the first words: "who"
        std::vector<std::string> years;  ///< "2020", "2020a"
        std::size_t names = 0;           ///< how many of the words are family or full given names
    };
    static void read_authors(std::string_view head, Head& into);
    /// 0 when the head cannot be meant; more the better it fits.
    static int score(const Head& head, const std::vector<std::string>& names, std::string_view year,
                     bool elided);

    std::vector<Head> heads_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_year_;
};

/// "(Smith et al., 2020a; Jones & Lee 2019)" and the "(2020)" of "Smith et al. (2020)" in a text, resolved.
/// What looks like one but is in no entry is in `dangling` ("Smith 2020"); markers without any reference are
/// given too. By span.
std::vector<Marker> find_author_year_markers(std::string_view text, const AuthorYearIndex& index);

}  // namespace whereof::article
