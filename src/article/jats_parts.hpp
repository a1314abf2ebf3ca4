// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace whereof::article {

/// What a JATS element is for the text; unknown ones are walked through.
enum class Part : std::uint8_t {
    through,
    section,
    title,
    paragraph,
    list,
    definition_list,
    quote,
    table,
    cell,
    figure,
    note,
    references,
    front,
    italic,
    bold,
    superscript,
    xref,
    link,
    line_break,
    left_out,
};

Part part_of(std::string_view local_name) noexcept;

/// element-citation and its kin: one citation inside a ref.
bool is_citation(std::string_view local_name) noexcept;

}  // namespace whereof::article
