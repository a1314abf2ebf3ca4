// SPDX-License-Identifier: MIT
#include "http/download.hpp"

#include "base/io.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>

#include <fmt/format.h>

namespace whereof::http {
namespace {

namespace fs = std::filesystem;

std::uint64_t number_of(std::string_view text) {
    std::uint64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// What tells one version of a file from another: its ETag, unless that is weak, or its date.
std::string tag_of(const Response& head) {
    const auto etag = head.header("etag");
    return std::string(etag.empty() || etag.starts_with("W/") ? head.header("last-modified") : etag);
}

/// Bytes of a file that comes, in several tries perhaps.
class PartFile {
  public:
    explicit PartFile(const fs::path& path)
        : part_(path.string() + ".part"), tag_(path.string() + ".part.tag") {
        std::error_code error;
        const auto size = fs::file_size(part_, error);
        if (!error && fs::exists(tag_, error)) {
            size_ = size;
            version_ = read_file(tag_, 4096);
        }
    }

    /// Before the first bytes of a try.
    void open(const Response& head) {
        const std::string version = tag_of(head);
        const std::string range = fmt::format("bytes {}-", size_);
        const bool goes_on = head.status == 206 && head.header("content-range").starts_with(range);
        if (!goes_on) {
            size_ = 0;
        }
        all_ = size_ + number_of(head.header("content-length"));
        out_.open(part_, std::ios::binary | (goes_on ? std::ios::app : std::ios::trunc));
        if (!goes_on) {
            version_ = version;
            write_file_atomic(tag_, version);
        }
        require_good();
    }

    void append(std::string_view bytes) {
        out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        require_good();
        size_ += bytes.size();
    }

    void close() {
        if (out_.is_open()) {
            out_.close();
            require_good();
        }
    }

    void drop() {
        std::error_code ignored;
        fs::remove(part_, ignored);
        fs::remove(tag_, ignored);
        size_ = 0;
        version_.clear();
    }

    void move_to(const fs::path& path) {
        fs::rename(part_, path);
        std::error_code ignored;
        fs::remove(tag_, ignored);
    }

    [[nodiscard]] bool is_open() const { return out_.is_open(); }
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    [[nodiscard]] std::uint64_t all() const noexcept { return all_; }
    /// Can it be gone on with? Only a version that can be named.
    [[nodiscard]] bool may_go_on() const { return size_ > 0 && !version_.empty(); }
    [[nodiscard]] const std::string& version() const noexcept { return version_; }

  private:
    void require_good() {
        if (!out_) {
            throw IoError(part_, "write", errno != 0 ? errno : EIO);
        }
    }

    fs::path part_;
    fs::path tag_;
    std::ofstream out_;
    std::string version_;
    std::uint64_t size_ = 0;
    std::uint64_t all_ = 0;
};

bool may_help_to_go_on(FailureKind kind) {
    return kind == FailureKind::cut_off || kind == FailureKind::timeout || kind == FailureKind::unreachable ||
           kind == FailureKind::refused;
}

}  // namespace

Result<std::uint64_t> remote_size(Transport& transport, const std::string& url) {
    Request request;
    request.url = url;
    request.method = "HEAD";
    const Reply reply = transport.send_one(request);
    if (const auto* failure = reply.failure()) {
        return Error{failure->what, url};
    }
    if (reply.response()->status != 200) {
        return Error{fmt::format("expected status 200, found {}", reply.response()->status), url};
    }
    return number_of(reply.response()->header("content-length"));
}

Result<std::uint64_t> download(Transport& transport, const std::string& url, const fs::path& path,
                               const DownloadOptions& options) {
    PartFile file(path);
    std::string why;
    for (int tries = 0; tries < options.most_tries; ++tries) {
        Request request;
        request.url = url;
        if (file.may_go_on()) {
            request.headers.push_back({"Range", fmt::format("bytes={}-", file.size())});
            request.headers.push_back({"If-Range", file.version()});
        }
        bool stopped = false;
        request.on_body = [&](const Response& head, std::string_view bytes) {
            if (!file.is_open()) {
                file.open(head);
            }
            file.append(bytes);
            stopped = options.progress && !options.progress(file.size(), file.all());
            return !stopped;
        };
        const Reply reply = transport.send_one(request);
        file.close();
        if (const auto* failure = reply.failure()) {
            why = failure->what;
            if (stopped || !may_help_to_go_on(failure->kind)) {
                return Error{why, url};
            }
            continue;
        }
        const int status = reply.response()->status;
        if (status == 416) {
            file.drop();  // what is here is no beginning of what is there
            why = "the server has no such part";
            continue;
        }
        if (status != 200 && status != 206) {
            return Error{fmt::format("expected status 200, found {}", status), url};
        }
        if (file.size() == 0) {
            return Error{"the file is empty", url};
        }
        file.move_to(path);
        return file.size();
    }
    return Error{why, url};
}

}  // namespace whereof::http
