// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "http/transport.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace whereof::http {

/// How large a file is on its server, told without bringing it; 0 when the server does not say.
Result<std::uint64_t> remote_size(Transport& transport, const std::string& url);

struct DownloadOptions {
    int most_tries = 4;  ///< each goes on where the one before ended
    /// Called as bytes come; saying false ends the download, to be gone on with another time.
    std::function<bool(std::uint64_t bytes, std::uint64_t all)> progress{};
};

/// Brings a file to `path`. It grows as PATH.part, beside PATH.part.tag, which holds what the server calls
/// this version of it: a download that was cut off goes on from there when the server still has that version
/// and can give parts, else it begins anew. PATH itself appears only when it is whole. Gives its size. Throws
/// IoError when the disk does not take it.
Result<std::uint64_t> download(Transport& transport, const std::string& url,
                               const std::filesystem::path& path, const DownloadOptions& options);

}  // namespace whereof::http
