// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace whereof {

/// Lower-case hexadecimal SHA-256.
std::string sha256_hex(std::string_view bytes);

/// Lower-case hexadecimal MD5 of a file as it lies on the disk: what public archives publish beside theirs.
/// Against damage on the way, not against forgery. Throws IoError.
std::string md5_hex(const std::filesystem::path& path);

}  // namespace whereof
