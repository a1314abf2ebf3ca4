// SPDX-License-Identifier: MIT
#include "base/embedded.hpp"

#include "base/digest.hpp"
#include "support/data.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whereof {
namespace {

TEST(Embedded, EveryFileIsWholeAndTheManifestSaysWhence) {
    const std::string manifest = test::read_text(test::repository_file("corpus/MANIFEST.tsv"));
    ASSERT_FALSE(embedded_files().empty());
    EXPECT_TRUE(std::ranges::is_sorted(embedded_files(), {}, &EmbeddedFile::name));
    for (const auto& file : embedded_files()) {
        SCOPED_TRACE(file.name);
        EXPECT_EQ(sha256_hex(file.bytes), file.sha256);
        EXPECT_EQ(file.bytes, test::read_text(test::repository_file(file.name)));
        if (file.name.starts_with("corpus/")) {
            EXPECT_NE(manifest.find("\n" + std::string(file.name) + "\t"), std::string::npos);
        }
    }
}

TEST(Embedded, FilesAreFoundByNameAndFolder) {
    const auto folder = embedded_under("schema/store/");
    ASSERT_FALSE(folder.empty());
    EXPECT_EQ(embedded_file(folder.front().name).bytes.data(), folder.front().bytes.data());
    EXPECT_TRUE(embedded_under("no/such/folder/").empty());
}

}  // namespace
}  // namespace whereof
