// SPDX-License-Identifier: MIT
#include "base/digest.hpp"

#include "base/io.hpp"

#include <array>
#include <cerrno>
#include <cstdint>

#include <md5.h>
#include <sha2.h>
#include <sys/types.h>

namespace whereof {

std::string sha256_hex(std::string_view bytes) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), hex.data());
    return hex.data();
}

std::string md5_hex(const std::filesystem::path& path) {
    std::array<char, MD5_DIGEST_STRING_LENGTH> hex{};
    if (MD5File(path.c_str(), hex.data()) == nullptr) {
        throw IoError(path, "read", errno);
    }
    return hex.data();
}

}  // namespace whereof
