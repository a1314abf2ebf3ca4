// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// A JSON array of CSL-JSON items, `id` being the entry's.
std::string write_csl_list(std::span<const Entry> entries);

/// An array of items, alone or as the "items" of an object or of its "message"; one item, or one a line. What
/// stands among them and is no object is an Error. Elements are told apart before they are read, so that a
/// broken one costs no other; one nested deeper than kDeepest is an Error.
Items read_csl_list(std::string_view file);
/// An object, or an array of them, with members that works have and articles do not.
bool looks_like_csl_list(std::string_view head);

}  // namespace whereof::formats
