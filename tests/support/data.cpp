// SPDX-License-Identifier: MIT
#include "support/data.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <zlib.h>

namespace whereof::test {

std::filesystem::path repository_file(std::string_view path) {
    return std::filesystem::path(WHEREOF_SOURCE_DIR) / path;
}

std::optional<std::filesystem::path> shared_data(std::string_view path) {
    const auto found = std::filesystem::path(WHEREOF_SOURCE_DIR) / "../shared/data" / path;
    if (!std::filesystem::exists(found)) {
        return std::nullopt;
    }
    return found;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "whereof-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("cannot make a temporary folder");
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

namespace {

/// `window` says what is around the stream: zlib.h's windowBits.
std::string packed(std::string_view text, int window) {
    z_stream stream{};
    if (::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("cannot pack");
    }
    std::string out(::deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

}  // namespace

std::string gzip(std::string_view text) { return packed(text, 15 + 16); }

std::string deflated(std::string_view text) { return packed(text, -15); }

}  // namespace whereof::test
