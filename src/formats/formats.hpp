// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
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

/// The works of a file, in order; an entry that cannot be read is an Error with its byte in the file, and
/// costs no other entry.
using Items = std::vector<Result<bib::Item>>;

/// A format that lists of works are written in, and most read from.
struct Format {
    std::string_view name;                                 ///< as typed after --format
    std::string_view extension;                            ///< with the dot
    std::string_view about;                                ///< a few words for people
    std::string (*write)(std::span<const Entry> entries);  ///< the whole file; any item gives a valid one
    Items (*read)(std::string_view file) = nullptr;        ///< any bytes; nullptr: only written
};

/// Every format, by name.
std::span<const Format> formats();

/// nullptr when there is none of that name.
const Format* find_format(std::string_view name);

}  // namespace whereof::formats
