// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "bib/item.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::formats {

/// One work of a list that is written. The item outlives the call.
struct Entry {
    std::string id;  ///< the caller's name for it; formats with keys of their own make them from the item
    const bib::Item* item = nullptr;
    std::string verdict;  ///< headline, or empty when not asked
};

/// One work as a file has it.
struct ReadEntry {
    bib::Item item;
    std::string key;  ///< the file's own name for it: BibTeX key, CSL-JSON id, RIS ID; empty when it has none
    Span span;        ///< the entry's bytes in the file, from its first line to its last
};

/// The works of a file, in order; an entry that cannot be read is an Error with its byte in the file, and
/// costs no other entry.
using Items = std::vector<Result<ReadEntry>>;

/// What a format is recognised by stands in this many bytes at the beginning of a file.
inline constexpr std::size_t kHeadBytes = std::size_t{16} << 10U;

/// A format that lists of works are written in, and most read from.
struct Format {
    std::string_view name;       ///< as typed after --format
    std::string_view extension;  ///< with the dot
    std::string_view about;      ///< a few words for people
    /// The whole file; any item gives a valid one. nullptr: only read.
    std::string (*write)(std::span<const Entry> entries) = nullptr;
    Items (*read)(std::string_view file) = nullptr;  ///< any bytes; nullptr: only written
    /// Is a file with this head one of the format, and not an article? nullptr: another row says it.
    bool (*recognises)(std::string_view head) = nullptr;
};

/// Every format, by name.
std::span<const Format> formats();

/// nullptr when there is none of that name.
const Format* find_format(std::string_view name);

/// The format that `file` shows itself to be in, by its first kHeadBytes; nullptr when it is no list of
/// works.
const Format* recognise_format(std::string_view file);

}  // namespace whereof::formats
