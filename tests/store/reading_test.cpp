// SPDX-License-Identifier: MIT
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::store {
namespace {

using test::ArticleBuilder;
using test::TemporaryFolder;

article::Article titled(const std::string& title) { return ArticleBuilder(title).get(); }

TEST(Reading, SeesOneStateWhateverOthersWrite) {
    const TemporaryFolder folder;
    const auto reader = open_store(folder.path() / "s.db");
    const auto writer = open_store(folder.path() / "s.db");
    writer->put_article("a.md", "1", titled("First"));
    {
        const Reading reading(*reader);
        EXPECT_EQ(reader->articles().size(), 1U);
        writer->put_article("b.md", "2", titled("Second"));
        EXPECT_EQ(reader->articles().size(), 1U);
        {
            const Reading inner(*reader);
            EXPECT_EQ(reader->articles().size(), 1U);
        }
        EXPECT_EQ(reader->articles().size(), 1U) << "the inner one must not end the outer one";
    }
    EXPECT_EQ(reader->articles().size(), 2U);
}

TEST(Reading, SeesWhatABatchHasPutBefore) {
    const TemporaryFolder folder;
    const auto store = open_store(folder.path() / "s.db");
    Batch batch(*store);
    store->put_article("a.md", "1", titled("First"));
    {
        const Reading reading(*store);
        EXPECT_EQ(store->articles().size(), 1U);
    }
    store->put_article("b.md", "2", titled("Second"));
    batch.commit();
    EXPECT_EQ(store->articles().size(), 2U);
}

}  // namespace
}  // namespace whereof::store
