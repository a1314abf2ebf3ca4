// SPDX-License-Identifier: MIT
#include "base/io.hpp"

#include "support/data.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace whereof {
namespace {

std::string drain(ByteSource& source) {
    std::string out;
    char buffer[777];
    while (const std::size_t got = source.read(buffer, sizeof buffer)) {
        out.append(buffer, got);
    }
    return out;
}

TEST(ByteSource, PassesPlainBytesAndUnpacksGzipOfSeveralMembers) {
    std::string big;
    for (int i = 0; i < 100000; ++i) {
        big += std::to_string(i) + "\n";
    }
    EXPECT_EQ(drain(*open_bytes("plain", "x")), "plain");
    EXPECT_EQ(drain(*open_bytes("", "x")), "");
    EXPECT_EQ(drain(*open_bytes("\x1f", "x")), "\x1f");
    const std::string packed = test::gzip(big) + test::gzip("tail") + test::gzip("");
    EXPECT_EQ(drain(*open_bytes(packed, "x")), big + "tail");
}

TEST(ByteSource, SaysWhenGzipEndsTooEarly) {
    std::string packed = test::gzip(std::string(100000, 'a'));
    packed.resize(packed.size() / 2);
    EXPECT_THROW(drain(*open_bytes(packed, "x")), IoError);
}

TEST(LineReader, CountsLinesAndBytesAndCutsLongOnes) {
    const std::string text = "one\r\ntwo\n\n" + std::string(300000, 'x') + "\nlast";
    const auto source = open_bytes(text, "x");
    LineReader lines(*source, 1000);
    std::string_view line;
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line, "one");
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line, "two");
    EXPECT_EQ(lines.offset(), 5U);
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line, "");
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line.size(), 1000U);
    EXPECT_TRUE(lines.cut());
    ASSERT_TRUE(lines.next(line));
    EXPECT_EQ(line, "last");
    EXPECT_FALSE(lines.cut());
    EXPECT_EQ(lines.number(), 5U);
    EXPECT_EQ(lines.offset(), text.size() - 4);
    EXPECT_FALSE(lines.next(line));
}

TEST(ReadFile, RefusesFoldersPipesAndWhatIsTooLarge) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "file", "12345");
    EXPECT_EQ(read_file(folder / "file", 5), "12345");
    const auto code_of = [](const std::filesystem::path& path) {
        try {
            (void)read_file(path, 4);
            return 0;
        } catch (const IoError& error) {
            return error.error_number();
        }
    };
    EXPECT_EQ(code_of(folder / "file"), EFBIG);
    EXPECT_EQ(code_of(folder.path()), EISDIR);
    EXPECT_EQ(code_of(folder / "none"), ENOENT);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(code_of(folder / "pipe"), EINVAL);
}

TEST(WriteFileAtomic, ReplacesWholeOrNotAtAll) {
    const test::TemporaryFolder folder;
    write_file_atomic(folder / "out", "old");
    write_file_atomic(folder / "out", "new");
    EXPECT_EQ(test::read_text(folder / "out"), "new");
    EXPECT_THROW(write_file_atomic(folder / "no/such/folder", "x"), IoError);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(WriteFileAtomic, KeepsModesAndFollowsLinks) {
    namespace fs = std::filesystem;
    const test::TemporaryFolder folder;
    write_file_atomic(folder / "private", "old");
    fs::permissions(folder / "private", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_directory(folder / "sub");
    fs::create_symlink("../private", folder / "sub/link");
    fs::create_symlink("not-yet", folder / "dangling");
    write_file_atomic(folder / "sub/link", "new");
    EXPECT_EQ(test::read_text(folder / "private"), "new");
    EXPECT_TRUE(fs::is_symlink(folder / "sub/link"));
    EXPECT_EQ(fs::status(folder / "private").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    write_file_atomic(folder / "dangling", "first");
    EXPECT_TRUE(fs::is_symlink(folder / "dangling"));
    EXPECT_EQ(test::read_text(folder / "not-yet"), "first");
}

TEST(WriteFileAtomic, WritesIntoPipesAndDevices) {
    const test::TemporaryFolder folder;
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::string got;
    std::thread reader([&] {
        std::ifstream in(pipe);
        std::getline(in, got);
    });
    write_file_atomic(pipe, "through\n");
    reader.join();
    EXPECT_EQ(got, "through");
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    const auto link = folder / "null";  // were it replaced, it would be the link and not the device
    std::filesystem::create_symlink("/dev/null", link);
    write_file_atomic(link, "gone");
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_THROW(write_file_atomic(folder.path(), "x"), IoError);
}

}  // namespace
}  // namespace whereof
