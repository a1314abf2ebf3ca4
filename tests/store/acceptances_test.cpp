// SPDX-License-Identifier: MIT
#include "store/store.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::store {
namespace {

TEST(Acceptances, AreKeptReplacedAndForgotten) {
    const test::TemporaryFolder folder;
    {
        const auto store = open_store(folder / "s.db");
        EXPECT_TRUE(store->acceptances().empty());
        store->accept({"aa", "mismatch", "first", "A reference", "2026-01-02"});
        store->accept({"aa", "mismatch", "second", "A reference", "2026-01-03"});
        store->accept({"aa", "uncited-reference", "third", "A reference", "2026-01-01"});
        store->accept({"bb", "mismatch", "fourth", "Another", ""});
    }
    const auto store = open_store(folder / "s.db");
    const auto all = store->acceptances();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].rule, "uncited-reference");
    EXPECT_EQ(all[1].reason, "second");
    EXPECT_EQ(all[1].accepted_on, "2026-01-03");
    EXPECT_EQ(all[1].text, "A reference");
    EXPECT_EQ(all[2].accepted_on.size(), 10U) << "today";
    EXPECT_EQ(store->forget_acceptances("aa", "retracted"), 0U);
    EXPECT_EQ(store->forget_acceptances("aa", "mismatch"), 1U);
    EXPECT_EQ(store->forget_acceptances("aa", ""), 1U);
    EXPECT_EQ(store->acceptances().size(), 1U);
}

}  // namespace
}  // namespace whereof::store
