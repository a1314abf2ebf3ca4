// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace whereof::test {

/// A file of this repository, by its path in it.
std::filesystem::path repository_file(std::string_view path);

/// A file of the evaluation data that may lie beside the checkout (../shared/data); empty when it is not
/// there.
std::optional<std::filesystem::path> shared_data(std::string_view path);

/// A fresh folder, removed with everything in it at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

std::string read_text(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, std::string_view text);
/// One gzip member.
std::string gzip(std::string_view text);
/// The bare deflate stream, as archives hold it.
std::string deflated(std::string_view text);

}  // namespace whereof::test

/// Binds `variable` to a file of the evaluation data, or skips the test with a message.
#define WHEREOF_SHARED_DATA(variable, relative)                           \
    const auto variable##_found = ::whereof::test::shared_data(relative); \
    if (!variable##_found) {                                              \
        GTEST_SKIP() << "no ../shared/data/" << (relative);               \
    }                                                                     \
    const std::filesystem::path variable = *variable##_found
