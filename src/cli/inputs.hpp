// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/readers.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// One article as it comes from a file.
struct InputArticle {
    std::string path;    ///< the file's; of a JSONL line "file.jsonl#id", or "file.jsonl#7" by its line
    std::string sha256;  ///< of the file's or line's bytes
    article::Article article;
    std::uint64_t bytes = 0;  ///< read so far of all files, as they lie on the disk
};

struct ReadOptions {
    std::string format;  ///< a reader's name, or empty: the content decides
    std::size_t max_bytes = article::kMaxFileBytes;
    /// Says whether an article of that path and digest may be passed over unread; may be empty. Called in the
    /// reading thread.
    std::function<bool(const std::string& path, const std::string& sha256)> known;
    /// Brings what an http(s) address holds; empty when the network is not to be asked. Called in the reading
    /// thread.
    std::function<Result<std::string>(const std::string& url)> fetch{};
    /// Gets the bytes of every file that is read whole (no JSONL); may be empty. Called in the reading
    /// thread.
    std::function<void(const std::string& path, std::string_view bytes)> look{};
};

/// Reads every article of `files` in order, in a thread of its own that is a few articles ahead, and hands
/// each to `each` in the caller's. JSONL is read line by line. What cannot be read goes to `skipped` and the
/// rest goes on. Returns how many were passed over as known.
std::size_t read_inputs(Context& context, const std::vector<std::string>& files, const ReadOptions& options,
                        std::vector<Error>& skipped, const std::function<void(InputArticle&&)>& each);

/// One line on `err` per skipped item, sorted by place, and how many there were.
void print_skipped(Context& context, std::vector<Error> skipped);

}  // namespace whereof::cli
