// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::bib {

/// The label that a list puts before an entry: "12." "[12]" "(3)" "a)" "[WM89]" "⁴" "•" "Ref. 3:" "Figure 3."
struct ListLabel {
    std::string text;  ///< without brackets and full stop, superscript digits plain; empty when there is none
    std::size_t size = 0;  ///< bytes of the entry that belong to it, with blanks around it
};

/// Reads the label at the beginning of an entry. A bare number counts only when a name seems to follow, a
/// number with four digits only when it is no year: from 1900 to 2039 it is one, else where no name follows.
ListLabel find_list_label(std::string_view entry);

}  // namespace whereof::bib
