// SPDX-License-Identifier: MIT
#include "cli/input_files.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include <glob.h>

namespace whereof::cli {
namespace {

namespace fs = std::filesystem;

/// Files that a folder of articles often holds beside them.
constexpr std::array<std::string_view, 30> kNoArticle{
    ".png",  ".jpg",   ".jpeg", ".gif",  ".svg",  ".webp", ".ico",  ".css",    ".js",     ".map",
    ".woff", ".woff2", ".ttf",  ".db",   ".gz",   ".zip",  ".tar",  ".mp4",    ".mp3",    ".tsv",
    ".csv",  ".toml",  ".yml",  ".yaml", ".lock", ".xlsx", ".pptx", ".db-wal", ".db-shm", ".tmp"};

bool is_plainly_no_article(const fs::path& path) {
    const std::string extension = text::ascii_lower(path.extension().string());
    return path.filename().string().starts_with('.') ||
           std::ranges::find(kNoArticle, extension) != kNoArticle.end();
}

std::string reason_of(const std::error_code& error) { return std::strerror(error.value()); }

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// What is taken of a folder, and what is said when there is nothing.
struct Wanted {
    bool (*leaves_out)(const fs::path& path);
    std::string_view missing;
};
constexpr Wanted kArticles{
    is_plainly_no_article,
    "the folder holds no article (expected text, Markdown, HTML, JATS XML, DOCX, PDF, JSONL or reference "
    "files)"};
constexpr Wanted kBulkFiles{
    is_hidden,
    "the folder holds no file (expected CSL-JSON, PubMed XML, Crossref dumps or retraction lists)"};

void walk(const fs::path& folder, const Wanted& wanted, std::vector<std::string>& files,
          std::vector<Error>& skipped) {
    std::error_code error;
    std::vector<std::string> found;
    auto it = fs::recursive_directory_iterator(folder, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && it->path().filename().string().starts_with('.')) {
            it.disable_recursion_pending();
        } else if (it->is_regular_file(ignored) && !wanted.leaves_out(it->path())) {
            found.push_back(it->path().string());
        }
    }
    if (error) {
        skipped.push_back({"cannot read the folder: " + reason_of(error), folder.string()});
    }
    if (found.empty() && !error) {
        skipped.push_back({std::string(wanted.missing), folder.string()});
    }
    std::ranges::sort(found);
    std::ranges::move(found, std::back_inserter(files));
}

/// False when the pattern is none, or nothing matches it.
bool expand_glob(const std::string& pattern, std::vector<std::string>& files) {
    if (pattern.find_first_of("*?[") == std::string::npos) {
        return false;
    }
    glob_t matches{};
    const bool found = ::glob(pattern.c_str(), GLOB_ERR, nullptr, &matches) == 0;
    for (std::size_t i = 0; found && i < matches.gl_pathc; ++i) {
        files.emplace_back(matches.gl_pathv[i]);
    }
    ::globfree(&matches);
    return found;
}

std::vector<std::string> find_files(const std::vector<std::string>& paths, const Wanted& wanted,
                                    std::vector<Error>& skipped) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (path == "-" || is_web_address(path) || fs::is_regular_file(path, error)) {
            files.push_back(path);
        } else if (fs::is_directory(path, error)) {
            walk(path, wanted, files, skipped);
        } else if (fs::exists(path, error)) {
            skipped.push_back({"this is neither a file nor a folder", path});
        } else if (!expand_glob(path, files)) {
            skipped.push_back({"there is no such file or folder", path});
        }
    }
    // What is named twice, or by a folder too, is read once.
    std::set<std::string> seen;
    std::erase_if(files, [&](const std::string& file) {
        std::error_code error;
        const fs::path place =
            is_web_address(file) || file == "-" ? fs::path(file) : fs::absolute(file, error);
        return !seen.insert(error ? file : place.lexically_normal().string()).second;
    });
    return files;
}

}  // namespace

bool is_web_address(std::string_view path) {
    return path.starts_with("https://") || path.starts_with("http://");
}

std::vector<std::string> find_inputs(const std::vector<std::string>& paths, std::vector<Error>& skipped) {
    return find_files(paths, kArticles, skipped);
}

std::vector<std::string> find_bulk_files(const std::vector<std::string>& paths, std::vector<Error>& skipped) {
    return find_files(paths, kBulkFiles, skipped);
}

std::uint64_t bytes_of(const std::vector<std::string>& files) {
    std::uint64_t out = 0;
    for (const auto& file : files) {
        std::error_code error;
        const auto size = fs::file_size(file, error);
        if (error) {
            return 0;
        }
        out += size;
    }
    return out;
}

}  // namespace whereof::cli
