// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// Where a year that stands alone (1500 to 2099, perhaps with a letter: "2020a") begins at or after `at`;
/// npos when none does. "Letouze1983" has one, "A1983" and "19835" have none.
std::size_t find_year(std::string_view text, std::size_t at);

/// Past the year that begins at `at`, its letter included.
std::size_t year_end(std::string_view text, std::size_t at);

/// Whether a folded word may stand among names without being one: "et", "al", "and", "van", "see".
bool is_name_filler(std::string_view word);

/// The capitalised words of a stretch of names, folded, fillers left out. False when there is none or, if
/// `strict`, when something stands there that no list of names has: running text, numbers.
bool read_names(std::string_view stretch, std::vector<std::string>& names, bool strict);

/// Whether "et al." or the like ends a stretch of names.
bool ends_elided(std::string_view stretch);

}  // namespace whereof::article
