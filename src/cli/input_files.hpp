// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// The files that PATH… names: files as they are, folders walked (sorted, hidden files and what is plainly no
/// article by its extension left out), globs expanded, "-" and http(s) addresses kept. What cannot be found
/// goes to `skipped`.
std::vector<std::string> find_inputs(const std::vector<std::string>& paths, std::vector<Error>& skipped);

/// The same for bulk files of records: of a folder every file that is not hidden.
std::vector<std::string> find_bulk_files(const std::vector<std::string>& paths, std::vector<Error>& skipped);

/// How many bytes the files have together, as they lie on the disk; 0 when that cannot be known (standard
/// input, pages).
std::uint64_t bytes_of(const std::vector<std::string>& files);

/// "https://…", "http://…"
bool is_web_address(std::string_view path);

}  // namespace whereof::cli
