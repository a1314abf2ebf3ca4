// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/result.hpp"
#include "formats/formats.hpp"

#include <string_view>
#include <vector>

namespace whereof::article {

/// The reference format whose files have the extension of `name` and are never anything else (".bib", ".ris",
/// ".nbib", ".enw", ".ciw", ".isi"); nullptr for every other name.
const formats::Format* list_format_of_name(std::string_view name);

/// Reads a file of references alone: one article without text whose list it is, then an Error for each entry
/// that cannot be read, in order, with its line. A reference has its entry verbatim as raw, the entry's key
/// as label and id, and the fields of the file as they are.
///
/// Takes   bytes in any encoding. Bytes that are no UTF-8 are read line by line as windows-1252, so that
///         entries of two encodings in one file are both right.
/// Fails   with one Error alone when the file holds no entry at all.
std::vector<Result<Article>> read_reference_list(const formats::Format& format, std::string_view bytes,
                                                 std::string_view name);

}  // namespace whereof::article
