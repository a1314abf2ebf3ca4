// SPDX-License-Identifier: MIT
#include "article/archive_library.hpp"

#include "base/shared_library.hpp"

namespace whereof::article {
namespace {

ArchiveLibrary open() {
    const SharedLibrary library("libarchive.so.13", "libarchive13");
    ArchiveLibrary out;
    library.bind("archive_read_new", out.read_new);
    library.bind("archive_read_free", out.read_free);
    library.bind("archive_read_support_format_zip", out.read_support_format_zip);
    library.bind("archive_read_open_memory", out.read_open_memory);
    library.bind("archive_read_next_header", out.read_next_header);
    library.bind("archive_read_data", out.read_data);
    library.bind("archive_error_string", out.error_string);
    library.bind("archive_entry_pathname_utf8", out.entry_pathname_utf8);
    library.bind("archive_entry_is_data_encrypted", out.entry_is_data_encrypted);
    return out;
}

}  // namespace

const ArchiveLibrary& archive_library() {
    static const ArchiveLibrary library = open();
    return library;
}

}  // namespace whereof::article
