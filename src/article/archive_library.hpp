// SPDX-License-Identifier: MIT
#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace whereof::article {

/// The functions of libarchive that are used here, by their names without "archive_". The library is opened
/// when the first zipped document is read (base/shared_library.hpp): it brings five others along.
struct ArchiveLibrary {
    decltype(&::archive_read_new) read_new = nullptr;
    decltype(&::archive_read_free) read_free = nullptr;
    decltype(&::archive_read_support_format_zip) read_support_format_zip = nullptr;
    decltype(&::archive_read_open_memory) read_open_memory = nullptr;
    decltype(&::archive_read_next_header) read_next_header = nullptr;
    decltype(&::archive_read_data) read_data = nullptr;
    decltype(&::archive_error_string) error_string = nullptr;
    decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8 = nullptr;
    decltype(&::archive_entry_is_data_encrypted) entry_is_data_encrypted = nullptr;
};

/// Opens libarchive.so.13, once; safe from any thread. Throws std::runtime_error where there is none.
const ArchiveLibrary& archive_library();

}  // namespace whereof::article
