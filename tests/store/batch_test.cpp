// SPDX-License-Identifier: MIT
#include "sqlite/database.hpp"
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::store {
namespace {

using test::ArticleBuilder;
using test::TemporaryFolder;
using testing::IsEmpty;

/// An article whose words depend on `seed`, some of them shared by all.
article::Article varied(int seed) {
    ArticleBuilder builder("Article " + std::to_string(seed % 7) + " on pain");
    for (int i = 0; i < 5 + seed % 4; ++i) {
        builder.claim("word" + std::to_string(seed * (i + 1) % 31) + " pain relief of group " +
                          std::to_string(i) + (seed % 3 == 0 ? " in low back pain (LBP)" : ""),
                      {static_cast<std::uint32_t>(i % 2)});
    }
    builder.reference("Author" + std::to_string(seed % 5), "Title of work number " + std::to_string(seed % 5),
                      "BMJ", 2000 + seed % 5);
    builder.reference("Other", "A title that all share here", "Lancet", 2011, "10.1/shared");
    return builder.get();
}

/// Every row of the index and the links, but for ids that count up for good.
std::vector<std::string> dump(const std::filesystem::path& path) {
    const sqlite::Database database(path, sqlite::OpenMode::read_only);
    std::vector<std::string> out;
    for (const char* sql :
         {"SELECT path, key, sha256, digest FROM articles ORDER BY path",
          "SELECT a.path, count(*), sum(s.past) FROM sentences s JOIN articles a ON a.id = s.article GROUP "
          "BY 1",
          "SELECT a.path, hex(words) FROM article_words JOIN articles a ON a.id = article ORDER BY 1",
          "SELECT a.path, r.label, r.title, (SELECT count(*) FROM references_ q WHERE q.work = r.work) FROM "
          "references_ r JOIN articles a ON a.id = r.article ORDER BY 1, 2",
          "SELECT count(*) FROM works", "SELECT count(*) FROM work_keys",
          "SELECT a.path, short, long FROM abbreviations b JOIN articles a ON a.id = b.article ORDER BY 1, 2",
          "SELECT bucket, hex(counts) FROM gram_counts ORDER BY 1", "SELECT * FROM totals"}) {
        auto rows = database.prepare(sql);
        while (rows.step()) {
            std::string line;
            for (int i = 0; i < 4; ++i) {
                line += std::string(rows.text(i)) + "|";
            }
            out.push_back(line);
        }
    }
    return out;
}

TEST(Batch, GivesTheSameStoreAsOneByOne) {
    const TemporaryFolder folder;
    {
        const auto one = open_store(folder / "one.db");
        const auto many = open_store(folder / "many.db");
        Batch batch(*many);
        for (int i = 0; i < 40; ++i) {
            one->put_article("p" + std::to_string(i), "s", varied(i));
            many->put_article("p" + std::to_string(i), "s", varied(i));
        }
        batch.commit();
        EXPECT_THAT(one->check_integrity(), IsEmpty());
        EXPECT_THAT(many->check_integrity(), IsEmpty());
    }
    EXPECT_EQ(dump(folder / "one.db"), dump(folder / "many.db"));
}

TEST(Store, ForgetsARemovedArticleWithoutTrace) {
    const TemporaryFolder folder;
    {
        const auto clean = open_store(folder / "clean.db");
        const auto changed = open_store(folder / "changed.db");
        for (int i = 0; i < 30; ++i) {
            changed->put_article("p" + std::to_string(i), "s", varied(i + 100));
        }
        for (int i = 0; i < 30; ++i) {
            changed->put_article("p" + std::to_string(i), "t", varied(i));
            if (i % 3 != 0) {
                clean->put_article("p" + std::to_string(i), "t", varied(i));
            }
        }
        for (int i = 0; i < 30; i += 3) {
            changed->remove_article("p" + std::to_string(i));
        }
        EXPECT_THAT(changed->check_integrity(), IsEmpty());
    }
    const auto clean = dump(folder / "clean.db");
    const auto changed = dump(folder / "changed.db");
    ASSERT_EQ(clean.size(), changed.size());
    for (std::size_t i = 0; i < clean.size(); ++i) {
        EXPECT_EQ(clean[i], changed[i]);
    }
}

TEST(Store, IsEmptyAgainWhenAllIsRemoved) {
    const TemporaryFolder folder;
    {
        const auto store = open_store(folder / "s.db");
        Batch batch(*store);
        for (int i = 0; i < 20; ++i) {
            store->put_article("p" + std::to_string(i), "s", varied(i));
        }
        for (int i = 0; i < 20; ++i) {
            EXPECT_TRUE(store->remove_article("p" + std::to_string(i)));
        }
        batch.commit();
        EXPECT_THAT(store->check_integrity(), IsEmpty());
    }
    const sqlite::Database database(folder / "s.db", sqlite::OpenMode::read_only);
    for (const char* table :
         {"articles", "article_texts", "sections", "sentences", "references_", "works", "work_keys",
          "markers", "claims", "claim_references", "clauses", "abbreviations", "article_words", "postings"}) {
        auto count = database.prepare(std::string("SELECT count(*) FROM ") + table);
        ASSERT_TRUE(count.step());
        EXPECT_EQ(count.integer(0), 0) << table;
    }
}

TEST(Batch, TakesBackWhatWasNotCommitted) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("kept", "s", varied(1));
    {
        const Batch batch(*store);
        store->put_article("lost", "s", varied(2));
        store->put_article("kept", "t", varied(3));
        EXPECT_TRUE(store->has_article("lost", "s"));
    }
    EXPECT_FALSE(store->has_article("lost", "s"));
    EXPECT_TRUE(store->has_article("kept", "s"));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Batch, LosesOnlyTheArticleThatFails) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("replaced", "s", varied(4));
    article::Article bad = varied(2);
    bad.claims[0].references = {99};  // the reader promised that such an index cannot be
    Batch batch(*store);
    store->put_article("before", "s", varied(1));
    EXPECT_THROW(store->put_article("bad", "s", bad), std::exception);
    EXPECT_THROW(store->put_article("replaced", "t", bad), std::exception);
    store->put_article("after", "s", varied(3));
    batch.commit();
    EXPECT_TRUE(store->has_article("before", "s"));
    EXPECT_TRUE(store->has_article("after", "s"));
    EXPECT_TRUE(store->has_article("replaced", "s"));
    EXPECT_FALSE(store->has_article("bad", "s"));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

}  // namespace
}  // namespace whereof::store
