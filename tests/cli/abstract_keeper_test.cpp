// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

using testing::HasSubstr;

/// An article of one reference, and a home with an index of its own.
class AddWithAbstracts : public testing::Test {
  protected:
    AddWithAbstracts() {
        test::write_text(home_ / "a.txt",
                         "Back pain\n\nYoga helps [1].\n\nReferences\n"
                         "1. Holden J, Smith A. A trial of yoga in adults. Spine. 2011;36:100-108.\n");
        test::write_text(
            home_ / "r.jsonl",
            R"({"type":"article-journal","title":"A trial of yoga in adults","author":[{"family":"Holden",)"
            R"("given":"J"},{"family":"Smith","given":"A"}],"container-title":"Spine","volume":"36",)"
            R"("page":"100-108","issued":{"date-parts":[[2011]]},"abstract":"Stretching was tried."})"
            "\n");
    }
    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    CommandRun add(std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"add", (home_ / "a.txt").string(), "--db", db_});
        return run(more);
    }
    std::string abstract() {
        return store::open_store(db_)->article(1).references.at(0).reference.item.abstract;
    }
    std::filesystem::path index() { return home_ / ".local/share/whereof/authority.db"; }

    test::TemporaryFolder home_;
    std::string db_ = (home_ / "s.db").string();
};

TEST_F(AddWithAbstracts, TakesThemFromTheUsersOwnIndexAndKeepsThemWithoutIt) {
    ASSERT_EQ(run({"authority", "import", (home_ / "r.jsonl").string(), "--abstracts"}).code, kDone);
    EXPECT_THAT(add().out, HasSubstr("1 source got its abstract"));
    EXPECT_EQ(abstract(), "Stretching was tried.");
    std::filesystem::remove(index());
    EXPECT_THAT(add({"--again"}).out, HasSubstr("1 replaced"));
    EXPECT_EQ(abstract(), "Stretching was tried.");
}

TEST_F(AddWithAbstracts, GoesOnWhereItsOwnIndexIsBroken) {
    std::filesystem::create_directories(index().parent_path());
    for (const std::string_view bytes : {std::string_view(), std::string_view("no database at all")}) {
        test::write_text(index(), std::string(bytes));
        const CommandRun done = add({"--again"});
        EXPECT_EQ(done.code, kDone) << done.err;
        EXPECT_THAT(done.err, HasSubstr("sources get no abstracts from your index"));
    }
    EXPECT_EQ(add({"--again", "--authority", index().string()}).code, kBroken) << "it was asked for";
}

TEST_F(AddWithAbstracts, SaysThatANamedIndexKeepsNone) {
    const std::string plain = (home_ / "plain.db").string();
    ASSERT_EQ(run({"authority", "import", (home_ / "r.jsonl").string(), "--authority", plain}).code, kDone);
    const CommandRun done = add({"--authority", plain});
    EXPECT_EQ(done.code, kDone);
    EXPECT_THAT(done.err, HasSubstr("--abstracts"));
}

}  // namespace
}  // namespace whereof::cli
