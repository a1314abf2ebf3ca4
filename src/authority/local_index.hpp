// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"

#include <filesystem>
#include <memory>
#include <span>

namespace whereof::authority {

/// Opens an index that import_files() built, for reading. Throws sqlite::SchemaError when the file is of a
/// newer whereof, of another program, or was never completed (its first import was cut off), and
/// sqlite::DbError when it cannot be opened: a broken index must never look like one that does not hold a
/// work. An index whose later import was cut off, or runs now, is what it was before
/// (AuthorityInfo::unfinished).
std::unique_ptr<Authority> open_index(const std::filesystem::path& path);

/// An index of these items that lives in memory as long as the Authority.
std::unique_ptr<Authority> index_in_memory(std::span<const bib::Item> items);

/// The same from whole records: their events, publication types and flags are kept, their ids, sources and
/// variants are not.
std::unique_ptr<Authority> index_in_memory(std::span<const Record> records);

}  // namespace whereof::authority
