// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "http/transport.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// A public file of records that can be brought and imported.
struct BulkFile {
    std::string url;
    std::string name;          ///< of the file here
    std::uint64_t bytes = 0;   ///< 0 when nobody says
    bool is_exact = false;     ///< `bytes` is the server's own number, not a listing's rounded one
    std::string digest_url{};  ///< of its MD5; empty when none is published
};

/// A kind of public bulk files.
struct BulkSource {
    std::string_view name;      ///< as typed after `authority fetch`
    std::string_view endpoint;  ///< where they lie
    std::string_view what;      ///< for people
    /// What there is, at most `most` of it (0: all); the newest where there are several.
    Result<std::vector<BulkFile>> (*list)(http::Transport& transport, const std::string& endpoint,
                                          std::size_t most);
    /// Is the beginning of a file what it should be?
    bool (*is_expected)(std::string_view head);
};

std::span<const BulkSource> bulk_sources();

/// Why a file that was brought is not to be imported: its digest is not the published one, its gzip is
/// broken, it is something else. Empty when all is well. Throws IoError when it cannot be read.
std::string problem_of(const BulkSource& source, const BulkFile& file, const std::filesystem::path& path,
                       http::Transport& transport);

}  // namespace whereof::authority
