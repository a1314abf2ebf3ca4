// SPDX-License-Identifier: MIT
#include "support/data.hpp"
#include "whereof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof {
namespace {

using testing::HasSubstr;

TEST(Store, FindsClaimsWithWhatTheyRestOn) {
    const test::TemporaryFolder folder;
    Store store(folder / "articles.db");
    const std::filesystem::path files[] = {test::repository_file("corpus/articles/small-ache.txt"),
                                           folder / "absent.md",
                                           test::repository_file("corpus/articles/sore-back.md")};
    const auto added = store.add(files);
    EXPECT_EQ(added.added, 2U);
    ASSERT_EQ(added.problems.size(), 1U);
    EXPECT_THAT(added.problems[0].what, HasSubstr("absent.md"));
    EXPECT_EQ(store.add(files).unchanged, 2U);

    const auto plain = store.search("early PT beats delayed PT", {.limit = 2});
    ASSERT_FALSE(plain.hits.empty());
    EXPECT_LE(plain.hits.size(), 2U);
    EXPECT_EQ(plain.hits[0].rank, 1U);
    EXPECT_EQ(plain.hits[0].stance, "agrees");
    EXPECT_EQ(plain.hits[0].article, files[0].string());
    ASSERT_FALSE(plain.hits[0].sources.empty());
    EXPECT_FALSE(plain.hits[0].sources[0].verdict.has_value());

    Checker checker;
    for (int i = 0; i < 2; ++i) {  // made, then kept
        const auto judged = store.search("early PT beats delayed PT", {.limit = 2}, checker);
        ASSERT_FALSE(judged.hits.empty());
        EXPECT_EQ(judged.hits[0].sources.at(0).verdict.value().headline, Headline::wrong_identifier);
    }
    ASSERT_FALSE(store.search("verdict:wrong_identifier").hits.empty());

    const auto works = store.search("physical therapy", {.scope = Scope::works, .limit = 1});
    ASSERT_EQ(works.hits.size(), 1U);
    EXPECT_TRUE(works.hits[0].id.starts_with("w"));
}

TEST(Store, ReplacesRemovesAndLists) {
    const test::TemporaryFolder folder;
    Store store(folder / "articles.db");
    EXPECT_EQ(
        store.add("Rest helps [1].\n\n## References\n\n1. Doe J. Rest. Spine 2001;3:4-5.\n", "a.md").added,
        1U);
    EXPECT_EQ(store.add("Rest harms.\n", "a.md").replaced, 1U);
    ASSERT_EQ(store.articles().size(), 1U);
    EXPECT_EQ(store.articles()[0].name, "a.md");
    EXPECT_TRUE(store.search("helps").hits.empty());
    EXPECT_TRUE(store.remove("a.md"));
    EXPECT_FALSE(store.remove("a.md"));
    EXPECT_TRUE(store.articles().empty());
}

TEST(Store, TellsAQueryThatCannotBeMeant) {
    const test::TemporaryFolder folder;
    Store store(folder / "articles.db");
    for (const char* query : {"", "year:2020..2010", "verdict:maybe"}) {
        const auto found = store.search(query);
        EXPECT_TRUE(found.problem.has_value()) << query;
        EXPECT_TRUE(found.hits.empty());
    }
    EXPECT_FALSE(store.search("bed rest").problem.has_value());
}

TEST(Store, FailsWhereItCannotBe) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(Store(folder / "no/such/folder.db"), Failure);
    test::write_text(folder / "letter.db", std::string(5000, 'x'));
    EXPECT_THROW(Store(folder / "letter.db"), Failure);
    EXPECT_EQ(test::read_text(folder / "letter.db"), std::string(5000, 'x'));
}

}  // namespace
}  // namespace whereof
