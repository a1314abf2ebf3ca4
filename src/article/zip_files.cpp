// SPDX-License-Identifier: MIT
#include "article/zip_files.hpp"

#include "article/archive_library.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/core.h>

namespace whereof::article {
namespace {

struct ArchiveCloser {
    void operator()(archive* opened) const noexcept { archive_library().read_free(opened); }
};
using Archive = std::unique_ptr<archive, ArchiveCloser>;

class ZipReading {
  public:
    ZipReading(std::string_view bytes, std::string_view what, const ZipLimits& limits)
        : bytes_(bytes), what_(what), limits_(limits), archive_(archive_library().read_new()) {}

    Result<ZipFiles> run(bool (*wanted)(std::string_view name)) {
        if (!has_end()) {
            return refused(
                "found a damaged archive (a ZIP file without its end): it was cut off; save or fetch it "
                "again");
        }
        archive_library().read_support_format_zip(archive_.get());
        if (archive_library().read_open_memory(archive_.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) {
            return broken();
        }
        archive_entry* entry = nullptr;
        for (std::size_t count = 0;; ++count) {
            const int next = archive_library().read_next_header(archive_.get(), &entry);
            if (next == ARCHIVE_EOF) {
                return std::move(files_);
            }
            if (next < ARCHIVE_WARN) {
                return broken();
            }
            if (count == limits_.entries) {
                return refused(
                    fmt::format("found an archive of more than {} files: this is no article", count));
            }
            const char* name = archive_library().entry_pathname_utf8(entry);
            if (name == nullptr || !wanted(name) || files_.contains(std::string_view(name))) {
                continue;
            }
            if (archive_library().entry_is_data_encrypted(entry) > 0) {
                return refused("found an encrypted one: save it without a password");
            }
            if (auto error = unpack(files_[name])) {
                return *std::move(error);
            }
        }
    }

  private:
    /// The record behind which only a comment of at most 65,535 bytes may stand. Without it the archive reads
    /// up to where it was cut, and what is behind would be lost unseen.
    [[nodiscard]] bool has_end() const {
        constexpr std::size_t kReach = 65'535 + 22;
        const auto tail = bytes_.substr(bytes_.size() - std::min(kReach, bytes_.size()));
        return tail.find("PK\x05\x06") != std::string_view::npos;
    }

    std::optional<Error> unpack(std::string& out) {
        std::array<char, std::size_t{64} << 10U> buffer{};
        for (;;) {
            const auto size = archive_library().read_data(archive_.get(), buffer.data(), buffer.size());
            if (size == 0) {
                return std::nullopt;
            }
            if (size < 0) {
                return broken();
            }
            unpacked_ += static_cast<std::size_t>(size);
            if (unpacked_ > limits_.unpacked_bytes ||
                (unpacked_ > kZipFreeBytes && unpacked_ / limits_.ratio > bytes_.size())) {
                return refused(
                    fmt::format("found one that unpacks to more than {} MB out of {} kB: this is no article",
                                unpacked_ >> 20U, (bytes_.size() >> 10U) + 1));
            }
            out.append(buffer.data(), static_cast<std::size_t>(size));
        }
    }

    Error refused(std::string found) const { return Error{fmt::format("expected {}, {}", what_, found)}; }
    Error broken() const {
        const char* reason = archive_library().error_string(archive_.get());
        return refused(fmt::format("found a damaged archive ({}): it may be cut off; save or fetch it again",
                                   reason == nullptr ? "no reason given" : reason));
    }

    std::string_view bytes_;
    std::string_view what_;
    ZipLimits limits_;
    Archive archive_;
    ZipFiles files_;
    std::size_t unpacked_ = 0;
};

}  // namespace

Result<ZipFiles> read_zip_files(std::string_view bytes, std::string_view what,
                                bool (*wanted)(std::string_view name), const ZipLimits& limits) {
    return ZipReading(bytes, what, limits).run(wanted);
}

}  // namespace whereof::article
