// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::formats {

/// What tells the lines of RIS and of MEDLINE apart: "TI  - A title", "PMID- 123".
struct TaggedSyntax {
    std::string_view first;   ///< the tag that begins a record
    std::string_view last;    ///< the tag that ends it; empty: the next first tag does
    std::size_t tag_columns;  ///< 2 in RIS, 4 in MEDLINE, blanks behind a shorter tag
};

struct TaggedRecord {
    std::size_t offset = 0;                                  ///< of its first line, bytes from the start
    std::vector<std::pair<std::string, std::string>> lines;  ///< tag, value; wrapped values made whole
};

/// The records of a file with any line ends, with or without BOM. Lines before a record's first tag belong to
/// none; lines without a tag continue the value before them. Linear in the size of the file.
std::vector<TaggedRecord> read_tagged(std::string_view file, const TaggedSyntax& syntax);

}  // namespace whereof::formats
