// SPDX-License-Identifier: MIT
#include "authority/bulk_files.hpp"

#include "authority/record_sink.hpp"
#include "base/digest.hpp"
#include "base/io.hpp"
#include "http/download.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// "38M", "1.2G", "517K", "12345" of a server's listing, in bytes.
std::uint64_t listed_size(std::string_view text) {
    char* end = nullptr;
    const std::string copy(text::trim(text).substr(0, 20));
    const double number = std::strtod(copy.c_str(), &end);
    const double unit = *end == 'K' ? 1024.0 : *end == 'M' ? 1048576.0 : *end == 'G' ? 1073741824.0 : 1.0;
    return number > 0.0 && number < 1e9 ? static_cast<std::uint64_t>(number * unit) : 0;
}

/// "pubmed26n1274.xml.gz", and nothing that could be a path.
bool is_baseline_name(std::string_view name) {
    constexpr std::string_view kEnd = ".xml.gz";
    if (!name.starts_with("pubmed") || !name.ends_with(kEnd) || name.size() > 30) {
        return false;
    }
    name.remove_prefix(6);
    name.remove_suffix(kEnd.size());
    const auto number = name.find('n');
    return number != std::string_view::npos &&
           std::ranges::all_of(name, [](char c) { return text::is_ascii_digit(c) || c == 'n'; });
}

/// The rows of the folder's own page: <a href="pubmed26n0001.xml.gz">…</a>  2025-12-01 10:00   19M
Result<std::vector<BulkFile>> list_pubmed(http::Transport& transport, const std::string& endpoint,
                                          std::size_t most) {
    http::Request request;
    request.url = endpoint + "/";
    const http::Reply reply = transport.send_one(request);
    if (const auto* failure = reply.failure()) {
        return Error{failure->what, request.url};
    }
    if (reply.response()->status != 200) {
        return Error{fmt::format("expected status 200, found {}", reply.response()->status), request.url};
    }
    std::vector<BulkFile> files;
    constexpr std::string_view kLink = "href=\"";
    const std::string_view page = reply.response()->body;
    for (auto at = page.find(kLink); at != std::string_view::npos; at = page.find(kLink, at + 1)) {
        std::string_view row = page.substr(at + kLink.size());
        row = row.substr(0, row.find('\n'));
        const auto name = row.substr(0, row.find('"'));
        if (is_baseline_name(name)) {
            const auto tail = text::trim(row.substr(row.rfind('>') + 1));
            const auto size = tail.substr(tail.find_last_of(" \t") + 1);
            const std::string url = fmt::format("{}/{}", endpoint, name);
            files.push_back({url, std::string(name), listed_size(size), false, url + ".md5"});
        }
    }
    if (files.empty()) {
        return Error{"expected a list of PubMed files, found none", request.url};
    }
    std::ranges::sort(files, [](const BulkFile& a, const BulkFile& b) { return a.name > b.name; });
    if (most > 0 && files.size() > most) {
        files.resize(most);
    }
    std::ranges::reverse(files);
    return files;
}

Result<std::vector<BulkFile>> list_retractions(http::Transport& transport, const std::string& endpoint,
                                               std::size_t) {
    const auto size = http::remote_size(transport, endpoint);
    if (!size) {
        return size.error();
    }
    return std::vector<BulkFile>{{endpoint, "retraction_watch.csv", *size, *size > 0, ""}};
}

/// Works by chance, a hundred a file: Crossref gives out no more at once.
Result<std::vector<BulkFile>> list_crossref_sample(http::Transport&, const std::string& endpoint,
                                                   std::size_t most) {
    constexpr std::size_t kUsual = 10;
    constexpr std::uint64_t kUsualBytes = std::uint64_t{600} << 10U;
    std::vector<BulkFile> files;
    for (std::size_t i = 1; i <= (most > 0 ? std::min<std::size_t>(most, 1000) : kUsual); ++i) {
        files.push_back({endpoint + "/works?sample=100", fmt::format("crossref-sample-{:04}.json", i),
                         kUsualBytes, false, ""});
    }
    return files;
}

/// "MD5(pubmed26n0001.xml.gz)= 0123…" or "0123…  pubmed26n0001.xml.gz": the 32 hexadecimal digits.
std::string digest_in(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_hex =
            at < text.size() && (text::is_ascii_digit(text[at]) ||
                                 (text::ascii_lower(text[at]) >= 'a' && text::ascii_lower(text[at]) <= 'f'));
        if (is_hex) {
            continue;
        }
        if (at - begin == 32) {
            return text::ascii_lower(text.substr(begin, 32));
        }
        begin = at + 1;
    }
    return {};
}

constexpr std::array kSources{
    BulkSource{"pubmed", "https://ftp.ncbi.nlm.nih.gov/pubmed/baseline",
               "all of PubMed, in files of 30 000 records", list_pubmed, looks_like_pubmed},
    BulkSource{"crossref-sample", "https://api.crossref.org",
               "works by chance from Crossref, a hundred a file", list_crossref_sample, looks_like_json},
    BulkSource{"retractions",
               "https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv",
               "Retraction Watch's list, by Crossref", list_retractions, looks_like_retraction_watch_csv},
};

}  // namespace

std::span<const BulkSource> bulk_sources() { return kSources; }

std::string problem_of(const BulkSource& source, const BulkFile& file, const std::filesystem::path& path,
                       http::Transport& transport) {
    if (!file.digest_url.empty()) {
        http::Request request;
        request.url = file.digest_url;
        const http::Reply reply = transport.send_one(request);
        const auto* response = reply.response();
        if (response == nullptr || response->status != 200) {
            return "its digest cannot be brought";
        }
        const std::string published = digest_in(response->body);
        const std::string own = md5_hex(path);
        if (published != own) {
            return fmt::format("its MD5 is {}, published is {}", own, published.empty() ? "none" : published);
        }
    }
    try {
        const auto in = open_source(path);
        std::string block(kHeadSize, '\0');
        block.resize(in->read(block.data(), block.size()));
        if (!source.is_expected(block)) {
            return "it is not what it should be";
        }
        while (in->read(block.data(), block.size()) > 0) {
        }
    } catch (const IoError& error) {
        return error.what();
    }
    return {};
}

}  // namespace whereof::authority
