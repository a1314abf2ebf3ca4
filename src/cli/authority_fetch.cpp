// SPDX-License-Identifier: MIT
#include "cli/authority_fetch.hpp"

#include "cli/paths.hpp"
#include "cli/progress.hpp"
#include "http/download.hpp"
#include "http/url.hpp"

#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

std::string readable(std::uint64_t bytes) {
    const auto number = static_cast<double>(bytes);
    return number >= 1e9 ? fmt::format("{:.1f} GB", number / 1e9) : fmt::format("{:.1f} MB", number / 1e6);
}

/// A file whose size is known for certain and met needs no bringing; of others being here is enough.
bool is_here(const authority::BulkFile& file, const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return !error && (!file.is_exact || size == file.bytes);
}

/// Why the file could not be brought; empty when it was.
std::string bring(Context& context, OnlineSession& session, const authority::BulkSource& source,
                  const authority::BulkFile& file, const std::filesystem::path& path, bool quiet) {
    Progress progress(context, quiet);
    http::DownloadOptions options;
    options.progress = [&](std::uint64_t bytes, std::uint64_t all) {
        progress.at({file.name, bytes / 1000, "kB", bytes, all});
        return true;
    };
    const auto brought = http::download(session.network(), file.url, path, options);
    progress.clear();
    if (!brought) {
        return brought.error().what;
    }
    std::string problem = authority::problem_of(source, file, path, session.network());
    if (!problem.empty()) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    return problem;
}

}  // namespace

std::optional<std::vector<std::string>> fetch_bulk(Context& context, OnlineSession& session,
                                                   const authority::BulkSource& source,
                                                   const FetchOptions& options, std::vector<Error>& skipped) {
    const std::string endpoint = session.endpoint_of(source);
    const auto listed = source.list(session.network(), endpoint, options.most);
    if (!listed) {
        context.err << fmt::format("whereof authority: cannot see what there is at {}: {}\n",
                                   listed.error().where, listed.error().what);
        return std::nullopt;
    }
    std::uint64_t bytes = 0;
    std::size_t missing = 0;
    for (const auto& file : *listed) {
        if (!is_here(file, options.folder / file.name)) {
            bytes += file.bytes;
            ++missing;
        }
    }
    const bool refused = bytes > kLargeFetch && !options.may_be_large;
    if (refused || !options.quiet) {
        context.err << fmt::format("whereof authority: {} of {} file{} to bring from {}, {}{}\n", missing,
                                   listed->size(), listed->size() == 1 ? "" : "s",
                                   http::parse_url(endpoint)->authority(),
                                   listed->front().is_exact ? "" : "about ", readable(bytes));
    }
    if (refused) {
        context.err << "whereof authority: that is much: say --yes to bring it, or --most N for N files\n";
        return std::nullopt;
    }
    make_parent_folder(options.folder / "file");
    std::vector<std::string> out;
    for (const auto& file : *listed) {
        const auto path = options.folder / file.name;
        const std::string problem =
            is_here(file, path) ? "" : bring(context, session, source, file, path, options.quiet);
        if (problem.empty()) {
            out.push_back(path.string());
        } else {
            skipped.push_back({problem, file.url});
        }
    }
    return out;
}

}  // namespace whereof::cli
