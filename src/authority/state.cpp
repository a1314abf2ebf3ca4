// SPDX-License-Identifier: MIT
#include "authority/state.hpp"

#include "base/embedded.hpp"
#include "base/version.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace whereof::authority {

std::string state_of(std::span<const AuthorityInfo> infos) {
    std::string all = kVersion;
    for (const auto& info : infos) {
        all +=
            fmt::format("\n{}\t{}\t{}\t{}\t{}", info.name, info.date, info.records, info.events, info.sample);
    }
    for (const auto& file : embedded_files()) {
        all += fmt::format("\n{}", file.sha256);
    }
    const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace whereof::authority
