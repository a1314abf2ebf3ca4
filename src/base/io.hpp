// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace whereof {

/// A file or stream that the operating system would not let us read or write. what() is one sentence that
/// names the path and the reason: the system's own words, or those given.
class IoError : public std::runtime_error {
  public:
    IoError(std::filesystem::path path, std::string_view doing, int error_number,
            std::string_view reason = {});
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] int error_number() const noexcept { return error_number_; }

  private:
    std::filesystem::path path_;
    int error_number_;
};

/// The whole of a regular file, at most `max_bytes` of it.
/// Throws IoError when it cannot be opened or read, is not a regular file (EISDIR, EINVAL) or is larger
/// (EFBIG).
std::string read_file(const std::filesystem::path& path, std::uintmax_t max_bytes);

/// Puts `bytes` in place of `path` so that a reader sees the old file or the new one, whole: a temporary file
/// beside it, fsync, rename. Throws IoError and leaves the old file when anything fails. A file that was
/// there keeps its mode and, where that is allowed, its owner; of a link the file that it leads to is
/// replaced. What is no regular file (a device, a pipe) is written to instead.
void write_file_atomic(const std::filesystem::path& path, std::string_view bytes);

/// Bytes from somewhere, in order, once.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills up to `size` bytes of `out`; 0 at the end. Throws IoError.
    virtual std::size_t read(char* out, std::size_t size) = 0;
    /// How many bytes were taken so far of what lies on the disk, still packed; 0 where nobody counts.
    [[nodiscard]] virtual std::uint64_t taken() const noexcept { return 0; }
};

/// Opens a file, "-" being standard input; gzip (also of several members) is recognised by its first two
/// bytes and unpacked on the way. A truncated or broken gzip stream throws IoError from read() after the good
/// bytes.
std::unique_ptr<ByteSource> open_source(const std::filesystem::path& path);

/// A ByteSource over bytes in memory; `bytes` must outlive it. gzip is unpacked as by open_source.
std::unique_ptr<ByteSource> open_bytes(std::string_view bytes, std::string name);

/// Lines of a ByteSource, without their ends (LF or CRLF). Memory is bounded: a line over `max_line` bytes is
/// cut there and flagged, its rest skipped.
class LineReader {
  public:
    explicit LineReader(ByteSource& source, std::size_t max_line = std::size_t{64} << 20U)
        : source_(source), max_line_(max_line) {}

    /// False at the end. `line` is valid until the next call.
    bool next(std::string_view& line);
    [[nodiscard]] std::uint64_t number() const noexcept { return number_; }  ///< of the last line, from 1
    [[nodiscard]] std::uint64_t offset() const noexcept {
        return offset_;
    }                                                         ///< its first byte in the (unpacked) stream
    [[nodiscard]] bool cut() const noexcept { return cut_; }  ///< it was longer than max_line

  private:
    bool fill();
    ByteSource& source_;
    std::size_t max_line_;
    std::string buffer_;
    std::size_t position_ = 0;
    std::uint64_t consumed_ = 0;
    std::uint64_t number_ = 0;
    std::uint64_t offset_ = 0;
    bool cut_ = false;
    bool end_ = false;
};

}  // namespace whereof
