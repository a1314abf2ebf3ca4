// SPDX-License-Identifier: MIT
#include "base/io.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace whereof {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int fd) noexcept : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int get() const noexcept { return fd_; }
    int close() noexcept { return fd_ > 2 ? ::close(std::exchange(fd_, -1)) : 0; }

  private:
    int fd_;
};

class FileSource final : public ByteSource {
  public:
    FileSource(std::filesystem::path path, int fd) : path_(std::move(path)), fd_(fd) {}
    std::size_t read(char* out, std::size_t size) override {
        while (true) {
            const ssize_t got = ::read(fd_.get(), out, size);
            if (got >= 0) {
                taken_ += static_cast<std::uint64_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                throw IoError(path_, "read", errno);
            }
        }
    }
    [[nodiscard]] std::uint64_t taken() const noexcept override { return taken_; }

  private:
    std::filesystem::path path_;
    Descriptor fd_;
    std::uint64_t taken_ = 0;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
    std::size_t read(char* out, std::size_t size) override {
        const std::size_t count = std::min(size, bytes_.size());
        std::memcpy(out, bytes_.data(), count);
        bytes_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view bytes_;
};

/// Passes bytes through, or unpacks them when they begin as gzip does.
class InflatingSource final : public ByteSource {
  public:
    InflatingSource(std::filesystem::path name, std::unique_ptr<ByteSource> inner)
        : name_(std::move(name)), inner_(std::move(inner)), input_(kChunk) {
        while (have_ < 2 && fill() > 0) {
        }
        packed_ = have_ >= 2 && input_[0] == '\x1f' && input_[1] == '\x8b';
        if (packed_ && inflateInit2(&stream_, 15 + 16) != Z_OK) {
            throw IoError(name_, "unpack", ENOMEM);
        }
    }
    InflatingSource(const InflatingSource&) = delete;
    InflatingSource& operator=(const InflatingSource&) = delete;
    ~InflatingSource() override {
        if (packed_) {
            inflateEnd(&stream_);
        }
    }

    std::size_t read(char* out, std::size_t size) override {
        if (!packed_) {
            return read_plain(out, size);
        }
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
        const uInt wanted = stream_.avail_out;
        while (stream_.avail_out == wanted && !done_) {
            step();
        }
        return wanted - stream_.avail_out;
    }
    [[nodiscard]] std::uint64_t taken() const noexcept override { return inner_->taken(); }

  private:
    static constexpr std::size_t kChunk = std::size_t{256} << 10U;

    std::size_t fill() {
        const std::size_t got = inner_->read(input_.data() + have_, input_.size() - have_);
        have_ += got;
        return got;
    }

    std::size_t read_plain(char* out, std::size_t size) {
        if (have_ == 0) {
            return inner_->read(out, size);
        }
        const std::size_t count = std::min(size, have_);
        std::memcpy(out, input_.data(), count);
        std::memmove(input_.data(), input_.data() + count, have_ - count);
        have_ -= count;
        return count;
    }

    void step() {
        if (have_ == 0 && fill() == 0) {
            if (!between_members_) {
                throw IoError(name_, "unpack", EBADMSG, "the gzip file is damaged: it ends too early");
            }
            done_ = true;
            return;
        }
        if (between_members_ && !restart()) {
            return;
        }
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(have_);
        const int code = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t used = have_ - stream_.avail_in;
        std::memmove(input_.data(), input_.data() + used, have_ - used);
        have_ -= used;
        if (code == Z_STREAM_END) {
            between_members_ = true;
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            throw IoError(name_, "unpack", EBADMSG, "the gzip file is damaged");
        }
    }

    /// At the end of one gzip member: begins the next, or ends at padding or trailing bytes.
    bool restart() {
        while (have_ < 2 && fill() > 0) {
        }
        if (have_ < 2 || input_[0] != '\x1f' || input_[1] != '\x8b') {
            done_ = true;
            return false;
        }
        inflateReset(&stream_);
        between_members_ = false;
        return true;
    }

    std::filesystem::path name_;
    std::unique_ptr<ByteSource> inner_;
    std::vector<char> input_;
    std::size_t have_ = 0;
    z_stream stream_{};
    bool packed_ = false;
    bool between_members_ = false;
    bool done_ = false;
};

}  // namespace

IoError::IoError(std::filesystem::path path, std::string_view doing, int error_number,
                 std::string_view reason)
    : std::runtime_error(
          fmt::format("cannot {} {}: {}", doing, path.string(),
                      reason.empty() ? std::string_view(std::strerror(error_number)) : reason)),
      path_(std::move(path)),
      error_number_(error_number) {}

std::string read_file(const std::filesystem::path& path, std::uintmax_t max_bytes) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) {
        throw IoError(path, "open", errno);
    }
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) {
        throw IoError(path, "read", errno);
    }
    if (S_ISDIR(info.st_mode)) {
        throw IoError(path, "read", EISDIR);
    }
    if (!S_ISREG(info.st_mode)) {
        throw IoError(path, "read (not a regular file)", EINVAL);
    }
    if (static_cast<std::uintmax_t>(info.st_size) > max_bytes) {
        throw IoError(path, "read", EFBIG);
    }
    std::string out(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t at = 0;
    while (at < out.size()) {
        const ssize_t got = ::read(fd.get(), out.data() + at, out.size() - at);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw IoError(path, "read", errno);
        }
        if (got == 0) {
            break;
        }
        at += static_cast<std::size_t>(got);
    }
    out.resize(at);
    return out;
}

namespace {

/// 0, or why not all of it could be written.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

/// Into what is no file of its own: a device, a pipe, a link to a file that is not there yet.
void write_straight(const std::filesystem::path& path, std::string_view bytes) {
    Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (fd.get() < 0) {
        throw IoError(path, "write", errno);
    }
    if (const int error = write_all(fd.get(), bytes); error != 0) {
        throw IoError(path, "write", error);
    }
    if (fd.close() != 0) {
        throw IoError(path, "write", errno);
    }
}

/// Beside `target`, then in its place, with the mode and, where that is allowed, the owner of the file that
/// was there.
void replace_file(const std::filesystem::path& target, const struct stat* before, std::string_view bytes) {
    std::string temporary = target.string() + ".XXXXXX";
    Descriptor fd(::mkstemp(temporary.data()));
    if (fd.get() < 0) {
        throw IoError(target, "write", errno);
    }
    const auto fail = [&](const char* doing, int error) {
        ::unlink(temporary.c_str());
        throw IoError(target, doing, error);
    };
    if (const int error = write_all(fd.get(), bytes); error != 0) {
        fail("write", error);
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (before != nullptr) {
        [[maybe_unused]] const int kept = ::fchown(fd.get(), before->st_uid, before->st_gid);
    }
    const mode_t mode = before != nullptr ? before->st_mode & 07777U : 0666U & ~mask;
    if (::fchmod(fd.get(), mode) != 0 || ::fsync(fd.get()) != 0 || fd.close() != 0) {
        fail("write", errno);
    }
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        fail("replace", errno);
    }
}

}  // namespace

void write_file_atomic(const std::filesystem::path& path, std::string_view bytes) {
    struct stat named {};
    if (::lstat(path.c_str(), &named) != 0) {
        replace_file(path, nullptr, bytes);
        return;
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        write_straight(path, bytes);
        return;
    }
    std::error_code unknown;
    const auto target = S_ISLNK(named.st_mode) ? std::filesystem::canonical(path, unknown) : path;
    if (unknown) {
        throw IoError(path, "write", unknown.value());
    }
    replace_file(target, &info, bytes);
}

std::unique_ptr<ByteSource> open_source(const std::filesystem::path& path) {
    int fd = STDIN_FILENO;
    if (path != "-") {
        fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            throw IoError(path, "open", errno);
        }
        struct stat info {};
        if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
            ::close(fd);
            throw IoError(path, "read", EISDIR);
        }
    }
    return std::make_unique<InflatingSource>(path, std::make_unique<FileSource>(path, fd));
}

std::unique_ptr<ByteSource> open_bytes(std::string_view bytes, std::string name) {
    return std::make_unique<InflatingSource>(std::move(name), std::make_unique<MemorySource>(bytes));
}

bool LineReader::fill() {
    if (end_) {
        return false;
    }
    if (position_ > 0) {
        buffer_.erase(0, position_);
        position_ = 0;
    }
    const std::size_t before = buffer_.size();
    constexpr std::size_t kBlock = std::size_t{64} << 10U;
    buffer_.resize(before + kBlock);
    const std::size_t got = source_.read(buffer_.data() + before, kBlock);
    buffer_.resize(before + got);
    end_ = got == 0;
    return got > 0;
}

bool LineReader::next(std::string_view& line) {
    cut_ = false;
    offset_ = consumed_;
    std::size_t searched = 0;
    while (true) {
        const std::size_t newline = buffer_.find('\n', position_ + searched);
        if (newline != std::string::npos) {
            line = std::string_view(buffer_).substr(position_, newline - position_);
            consumed_ += line.size() + 1;
            position_ = newline + 1;
            break;
        }
        searched = buffer_.size() - position_;
        if (searched > max_line_) {
            // Too long: keep the head aside, skip to the line's end, then hand the head out.
            std::string head = buffer_.substr(position_, max_line_);
            consumed_ += searched;
            bool ended = false;
            while (!ended) {
                buffer_.clear();
                position_ = 0;
                if (!fill()) {
                    break;
                }
                const std::size_t at = buffer_.find('\n');
                ended = at != std::string::npos;
                consumed_ += ended ? at + 1 : buffer_.size();
                position_ = ended ? at + 1 : buffer_.size();
            }
            buffer_.insert(0, head);
            position_ += head.size();
            line = std::string_view(buffer_).substr(0, head.size());
            cut_ = true;
            ++number_;
            return true;
        }
        if (!fill()) {
            if (position_ == buffer_.size()) {
                return false;
            }
            line = std::string_view(buffer_).substr(position_);
            consumed_ += line.size();
            position_ = buffer_.size();
            break;
        }
    }
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    ++number_;
    return true;
}

}  // namespace whereof
