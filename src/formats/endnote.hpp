// SPDX-License-Identifier: MIT
#pragma once

#include "formats/formats.hpp"

#include <span>
#include <string>
#include <string_view>

namespace whereof::formats {

/// EndNote's XML, one record a line. Organisations end in a comma, as EndNote wants them; what it has no
/// element for stands in <notes> as "arXiv: …".
std::string write_endnote(std::span<const Entry> entries);

/// The same as EndNote, Bookends, Zotero and others write it: text with or without <style>, the type by its
/// name. Records are cut out before they are parsed, so that a broken one costs no other.
Items read_endnote(std::string_view file);
bool looks_like_endnote(std::string_view head);

}  // namespace whereof::formats
