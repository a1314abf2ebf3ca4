// SPDX-License-Identifier: MIT
#include "support/data.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

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

}  // namespace whereof::test
