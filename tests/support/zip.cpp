// SPDX-License-Identifier: MIT
#include "support/zip.hpp"

#include "support/data.hpp"

#include <cstdint>

#include <zlib.h>

namespace whereof::test {
namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes) {
        out += static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
}

}  // namespace

std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
    constexpr std::uint32_t kLocal = 0x04034B50;
    constexpr std::uint32_t kCentral = 0x02014B50;
    constexpr std::uint32_t kEnd = 0x06054B50;
    std::string out;
    std::string directory;
    for (const auto& [name, bytes] : files) {
        // The type of a document stands as it is, for those who look at the first bytes only.
        const bool stored = name == "mimetype";
        const std::string packed = stored ? bytes : deflated(bytes);
        const auto crc =
            crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
        // Version, flags, method, time, date; checksum and sizes; lengths of name and extra field.
        std::string facts;
        put(facts, 20, 2);
        put(facts, 0, 2);
        put(facts, stored ? 0 : 8, 2);
        put(facts, 0, 4);
        put(facts, crc, 4);
        put(facts, packed.size(), 4);
        put(facts, bytes.size(), 4);
        put(facts, name.size(), 2);
        put(facts, 0, 2);
        put(directory, kCentral, 4);
        put(directory, 20, 2);
        directory += facts;
        put(directory, 0, 10);
        put(directory, out.size(), 4);
        directory += name;
        put(out, kLocal, 4);
        out += facts + name + packed;
    }
    const std::size_t start = out.size();
    out += directory;
    put(out, kEnd, 4);
    put(out, 0, 4);
    put(out, files.size(), 2);
    put(out, files.size(), 2);
    put(out, directory.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace whereof::test
