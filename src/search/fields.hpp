// SPDX-License-Identifier: MIT
#pragma once

#include "search/query.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whereof::search {

/// A name that may stand before a colon in a query.
struct QueryField {
    std::string_view name;
    std::string_view help;                ///< what it finds, for people
    std::optional<TextField> text_field;  ///< its value is text that must stand there
    /// Reads any other value from leaf.text into the leaf; gives what is wrong with it.
    std::optional<std::string> (*read)(Leaf& leaf);
};

/// Every field, in the order of the help text.
std::span<const QueryField> query_fields();

/// The field of that name, in any case; nullptr when there is none.
const QueryField* find_field(std::string_view name);

/// What to say of a name that is no field's: the nearest one, and all there are.
std::string unknown_field(std::string_view name);

}  // namespace whereof::search
