// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::article {

/// How an entry of a list is numbered.
enum class LabelKind : std::uint8_t {
    none,
    bullet,       ///< "• ", "* ", "- "
    dot,          ///< "12. ", also glued: "12.Smith"
    bracket,      ///< "[12]"
    parenthesis,  ///< "(12)" or "12)"
    superscript,  ///< "¹² ", also glued: "⁴Hauser"
    plain,        ///< "12 Smith"
    name,         ///< "[Smi90]"
};

/// What stands in front of an entry to number it.
struct EntryLabel {
    LabelKind kind = LabelKind::none;
    std::uint32_t number = 0;  ///< 0 when it has none
    std::string text;          ///< as printed, without brackets and stops: "12", "Smi90"; empty for bullets
    std::size_t length = 0;    ///< bytes of the line that are label and the blanks around it
};

/// The label at the head of a line, leading white space and bullets in front of a number included. A line
/// that starts with a number in no form of label has kind none. A bare number of four digits is a year,
/// unless it is the one `expected` to come next.
EntryLabel read_entry_label(std::string_view line, std::uint32_t expected = 0);

/// The number a reader took off a list item ("3", "3.", "[3]", "³"), or 0.
std::uint32_t number_of_label(std::string_view label);

}  // namespace whereof::article
