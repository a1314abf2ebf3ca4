// SPDX-License-Identifier: MIT
#pragma once

#include "authority/bulk_files.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/online_session.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace whereof::cli {

struct FetchOptions {
    std::size_t most = 0;          ///< files; 0: all there are
    bool may_be_large = false;     ///< the user agreed to more than kLargeFetch
    bool quiet = false;            ///< no word of how much there is, no progress
    std::filesystem::path folder;  ///< where the files are kept; made when absent
};

/// More than this is brought only when the user says so: a gigabyte.
inline constexpr std::uint64_t kLargeFetch = std::uint64_t{1} << 30U;

/// Says on `err` how much there is to bring (unless quiet), then brings what is not here yet. Gives the files
/// to import; those that could not be brought, or are damaged, go to `skipped`. Absent when nothing was
/// brought: the reason was said.
std::optional<std::vector<std::string>> fetch_bulk(Context& context, OnlineSession& session,
                                                   const authority::BulkSource& source,
                                                   const FetchOptions& options, std::vector<Error>& skipped);

}  // namespace whereof::cli
