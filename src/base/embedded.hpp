// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace whereof {

/// A data file packed into the binary at build time (scripts/embed.cmake lists the folders).
struct EmbeddedFile {
    std::string_view name;    ///< path in the repository: "schema/store/0001_articles.sql"
    std::string_view sha256;  ///< lower-case hexadecimal, of `bytes`
    std::string_view bytes;   ///< lives as long as the program
};

/// Every embedded file, sorted by name.
const std::vector<EmbeddedFile>& embedded_files();

/// The file of that name. Asserts that it exists: a missing one is a fault of the build.
const EmbeddedFile& embedded_file(std::string_view name);

/// The files whose name starts with `prefix`, in order of name.
std::vector<EmbeddedFile> embedded_under(std::string_view prefix);

}  // namespace whereof
