// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "formats/formats.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::formats {

/// What tells the lines of RIS, of MEDLINE and of Web of Science apart: "TI  - A title", "PMID- 123", "TI A
/// title".
struct TaggedSyntax {
    std::string_view first;   ///< the tag that begins a record
    std::string_view last;    ///< the tag that ends it; empty: the next first tag does
    std::size_t tag_columns;  ///< 2 in RIS, 4 in MEDLINE, blanks behind a shorter tag
    bool blank_ends = false;  ///< a blank line ends a value; else it belongs to it
    bool dashed = true;       ///< a dash divides tag and value; else a blank or the line's end does
    char wrap = ' ';          ///< stands for the line breaks of a value
    /// Tags of the file's head and foot, which belong to no record and end one.
    std::array<std::string_view, 3> around{};
    bool must_end = false;  ///< every program writes the last tag: a file without it is cut
    /// Tags that a record has once: what repeats one behind a blank line is another record. At most 64.
    std::span<const std::string_view> once{};
};

struct TaggedRecord {
    Span span;                                               ///< bytes of the file, first line to last
    std::vector<std::pair<std::string, std::string>> lines;  ///< tag, value; wrapped values made whole
    std::vector<Span> strays;                                ///< lines that belong to no value
    bool headless = false;                                   ///< lines with tags, but no first tag
    bool ended = false;                                      ///< by the last tag, or the file's foot
};

/// Takes the next line off `file`; LF, CRLF and CR end lines. A BOM at its beginning, as joined files have
/// them in their middle, is left out.
std::string_view next_line(std::string_view& file);

/// The records of a file with any line ends, with or without BOM; a first tag may be indented, in small
/// letters or have tabs for blanks. Lines without a tag continue the value before them, unless a blank line
/// ended it; outside records they are nothing. Linear in the size of the file.
std::vector<TaggedRecord> read_tagged(std::string_view file, const TaggedSyntax& syntax);

/// Each record as `read` has it; an Error for one without a first tag, for one with which the file breaks
/// off, and for each stray line.
Items read_records(const std::vector<TaggedRecord>& records, std::string_view file,
                   const TaggedSyntax& syntax, Result<ReadEntry> (*read)(const TaggedRecord& record));

/// Does a record begin in one of the first lines, with another tag behind its first?
bool begins_tagged(std::string_view head, const TaggedSyntax& syntax);

}  // namespace whereof::formats
