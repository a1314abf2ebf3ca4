// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr auto* kRecord =
    R"({"type":"article-journal","title":"A trial of yoga for chronic low back pain in adults",)"
    R"("author":[{"family":"Holden","given":"J"},{"family":"Smith","given":"A"}],"container-title":"Spine",)"
    R"("volume":"36","page":"100-108","issued":{"date-parts":[[2011]]},"DOI":"10.1097/test.0001"})"
    "\n";
constexpr auto* kArticle =
    "Back pain\n\nYoga helps [1].\n\nReferences\n"
    "1. Holden J, Smith A. A trial of yoga for chronic low back pain in adults. Spine. 2011;39:100-108. "
    "doi:10.1097/test.0001\n";

/// A home with an index of one work, and a store with an article that cites it wrongly and whose file is
/// gone.
class CheckStored : public testing::Test {
  protected:
    CheckStored() {
        test::write_text(home_ / "records.jsonl", kRecord);
        test::write_text(home_ / "a.txt", kArticle);
        EXPECT_EQ(run({"authority", "import", (home_ / "records.jsonl").string(), "-q"}).code, kDone);
        EXPECT_EQ(run({"add", path_}).code, kDone);
        std::filesystem::remove(home_ / "a.txt");
    }
    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }

    test::TemporaryFolder home_;
    std::string path_ = (home_ / "a.txt").string();
};

TEST_F(CheckStored, TakesThePathAndTheIdOfAnArticle) {
    const std::string id = "1";
    for (const std::string& name : {path_, id}) {
        const CommandRun run_ = run({"check", name, "--format", "json"});
        EXPECT_EQ(run_.code, kFound) << run_.err;
        EXPECT_THAT(run_.err, HasSubstr("checking the text the store keeps of " + path_));
        const json report = json::parse(run_.out);
        EXPECT_EQ(report["articles"][0]["path"], path_);
        EXPECT_EQ(report["articles"][0]["references"][0]["headline"], "mismatch");
    }
    const CommandRun twice = run({"check", path_, id, "--format", "json"});
    EXPECT_EQ(json::parse(twice.out)["articles"].size(), 1U);
}

TEST_F(CheckStored, SaysWhoseCommentsItCouldNotRead) {
    EXPECT_THAT(run({"check", "--all"}).err, HasSubstr("whereof:ignore comments count only while"));
    test::write_text(home_ / "a.txt", kArticle);
    EXPECT_THAT(run({"check", "--all"}).err, Not(HasSubstr("whereof:ignore")));
    test::write_text(home_ / "a.txt", std::string(kArticle) + "\n");
    EXPECT_THAT(run({"check", "--all"}).err, HasSubstr("not read: " + path_));
}

TEST_F(CheckStored, WhatIsAcceptedThereHolds) {
    ASSERT_EQ(run({"accept", path_ + "#r1", "--reason", "an older edition"}).code, kDone);
    EXPECT_EQ(run({"check", path_}).code, kDone);
}

TEST_F(CheckStored, AFileGoesBeforeTheStore) {
    test::write_text(path_, "Nothing here cites.\n");
    const CommandRun run_ = run({"check", path_});
    EXPECT_EQ(run_.code, kDone);
    EXPECT_THAT(run_.err, Not(HasSubstr("the store")));
}

TEST_F(CheckStored, AFileAndTheStoresCopyOfItAreOneArticle) {
    test::write_text(path_, kArticle);
    const std::string moved = (home_ / "moved.txt").string();
    test::write_text(moved, kArticle);
    for (const auto& names :
         std::vector<std::vector<std::string>>{{path_, "1"}, {"1", path_}, {"1", moved}}) {
        const CommandRun done = run({"check", names[0], names[1], "--format", "json"});
        const json articles = json::parse(done.out)["articles"];
        ASSERT_EQ(articles.size(), 1U) << done.err;
        const std::string file = names[0] == "1" ? names[1] : names[0];
        EXPECT_EQ(articles[0]["path"], file);
        EXPECT_THAT(done.err, HasSubstr("1 is the store's copy of " + file + ", which is checked once"));
        EXPECT_THAT(done.err, Not(HasSubstr("is no file here")));
        EXPECT_THAT(done.err, HasSubstr("1 citation flagged"));
    }
    // An edited file goes before what the store keeps of it; what is accepted in the store holds for it.
    test::write_text(path_, std::string(kArticle) + "Edited since.\n");
    EXPECT_EQ(json::parse(run({"check", path_, "1", "--format", "json"}).out)["articles"].size(), 1U);
    ASSERT_EQ(run({"accept", path_ + "#r1", "--reason", "an older edition"}).code, kDone);
    EXPECT_EQ(run({"check", path_, "1"}).code, kDone);
    // Other articles stay two, and so do two files of the same words.
    test::write_text(path_, "Nothing here cites.\n");
    test::write_text(moved, std::string(kArticle) + "Edited since.\n");
    EXPECT_EQ(json::parse(run({"check", moved, "1", "--format", "json"}).out)["articles"].size(), 2U);
    test::write_text(path_, std::string(kArticle) + "Edited since.\n");
    EXPECT_EQ(json::parse(run({"check", moved, path_, "--format", "json"}).out)["articles"].size(), 2U);
}

TEST_F(CheckStored, PartsAndUnknownNamesAreToldApart) {
    for (const std::string& part : {path_ + "#r1", path_ + "#c1", std::string("w1")}) {
        const CommandRun run_ = run({"check", part});
        EXPECT_EQ(run_.code, kBroken);
        EXPECT_THAT(run_.err, HasSubstr("whereof show " + part));
    }
    const CommandRun unknown = run({"check", "nowhere.txt"});
    EXPECT_EQ(unknown.code, kBroken);
    EXPECT_THAT(unknown.err, Not(HasSubstr("whereof show")));
}

}  // namespace
}  // namespace whereof::cli
