// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr auto* kRecords =
    R"({"type":"article-journal","title":"A trial of yoga for chronic low back pain in adults",)"
    R"("author":[{"family":"Holden","given":"J"},{"family":"Smith","given":"A"}],"container-title":"Spine",)"
    R"("volume":"36","page":"100-108","issued":{"date-parts":[[2011]]},"DOI":"10.1097/test.0001"})"
    "\n"
    R"({"type":"article-journal","title":"Walking and running compared in people with sciatica",)"
    R"("author":[{"family":"Miller","given":"K"}],"container-title":"Spine","volume":"30","page":"11-19",)"
    R"("issued":{"date-parts":[[2005]]},"DOI":"10.1097/test.0002"})"
    "\n";
constexpr auto* kYoga =
    "1. Holden J, Smith A. A trial of yoga for chronic low back pain in adults. Spine. 2011;36:100-108. "
    "doi:10.1097/test.0001\n";
constexpr auto* kWalking =
    "2. Miller K. Walking and running compared in people with sciatica. Spine. 2005;30:11-19. "
    "doi:10.1097/test.0002\n";

/// A home with an index of two works and an article that cites them.
class Changes : public testing::Test {
  protected:
    Changes() {
        test::write_text(home_ / "records.jsonl", kRecords);
        put_article(std::string(kYoga) + kWalking);
        EXPECT_EQ(run({"authority", "import", (home_ / "records.jsonl").string(), "-q"}).code, kDone);
    }

    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    void put_article(const std::string& list) {
        test::write_text(home_ / "a.txt",
                         "Back pain\n\nYoga helps [1]. Walking helps as well [2].\n\nReferences\n" + list);
        EXPECT_EQ(run({"add", (home_ / "a.txt").string()}).code, kDone);
    }
    void retract(const std::string& DOI) {
        test::write_text(home_ / "retracted.json",
                         R"({"retractions": {")" + DOI + R"(": "10.1097/notice"}})");
        EXPECT_EQ(run({"authority", "import", (home_ / "retracted.json").string(), "-q"}).code, kDone);
    }
    json changes() { return json::parse(run({"check", "--all", "--changed", "--format", "json"}).out); }

    test::TemporaryFolder home_;
};

TEST_F(Changes, ShowWhatWasRetractedSinceTheLastCheck) {
    EXPECT_EQ(run({"check", "--all", "--format", "json"}).code, kDone);
    auto nothing = changes();
    EXPECT_EQ(nothing["changes"].size(), 0U);
    EXPECT_EQ(nothing["counts"], json::parse(R"({"references":2,"checked":0,"changed":0})"));
    retract("10.1097/test.0002");
    // What search keeps in between is not what was told.
    EXPECT_THAT(run({"search", "walking"}).out, HasSubstr("retracted"));
    const auto text = run({"check", "--all", "--changed"});
    EXPECT_EQ(text.code, kFound);
    EXPECT_THAT(text.out, HasSubstr("error[retracted]"));
    EXPECT_THAT(text.out, HasSubstr("before      ✓ verified"));
    EXPECT_THAT(text.out, HasSubstr("2 references in the store, 2 checked again, 1 changed"));
    EXPECT_THAT(text.out, testing::Not(HasSubstr("yoga")));
    EXPECT_EQ(run({"check", "--all", "--changed"}).code, kDone) << "it was told";
    EXPECT_EQ(run({"check", "--all", "--format", "json"}).code, kFound) << "it still stands so";
}

TEST_F(Changes, AreAllThatNeedsAttentionTheFirstTime) {
    retract("10.1097/test.0001");
    const auto first = changes();
    ASSERT_EQ(first["changes"].size(), 1U);
    EXPECT_EQ(first["changes"][0]["headline"], "retracted");
    EXPECT_TRUE(first["changes"][0]["before"].is_null());
    EXPECT_EQ(first["counts"], json::parse(R"({"references":2,"checked":2,"changed":1})"));
}

TEST_F(Changes, FollowAnArticleThatWasReplaced) {
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
    std::string wrong = kYoga;
    wrong.replace(wrong.find("36:100"), 6, "66:900");
    put_article(std::string(kWalking) + wrong);
    const auto run_lines = run({"check", "--all", "--changed", "--format", "ndjson"});
    EXPECT_EQ(run_lines.code, kFound);
    const auto line = json::parse(run_lines.out);
    EXPECT_EQ(line["headline"], "mismatch");
    EXPECT_EQ(line["index"], 2) << "the other is where it was not, and says what it said";
    EXPECT_TRUE(line["before"].is_null()) << "this string was never checked";
    put_article(std::string(kWalking) + kYoga);
    EXPECT_EQ(changes()["changes"].size(), 0U) << "a new reference that stands is no news";
}

TEST_F(Changes, AreNoneWhereAnArticleIsOnlyReadAgain) {
    const std::string file = (home_ / "a.txt").string();
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
    EXPECT_THAT(run({"add", file, "--again"}).out, HasSubstr("1 replaced"));
    EXPECT_EQ(changes()["changes"].size(), 0U);
    retract("10.1097/test.0002");
    EXPECT_THAT(run({"add", file, "--again"}).out, HasSubstr("1 replaced"));
    const auto told = changes();
    ASSERT_EQ(told["changes"].size(), 1U);
    EXPECT_EQ(told["changes"][0]["headline"], "retracted");
    EXPECT_EQ(told["changes"][0]["before"]["headline"], "verified") << "as was told before the article was";
    EXPECT_THAT(run({"add", file, "--again"}).out, HasSubstr("1 replaced"));
    EXPECT_EQ(changes()["changes"].size(), 0U) << "it was told";
}

TEST_F(Changes, PutTheGravestFirstAndRecoveriesLast) {
    std::string wrong = kYoga;
    wrong.replace(wrong.find("36:100"), 6, "66:900");
    put_article(wrong + kWalking);
    EXPECT_EQ(run({"check", "--all"}).code, kFound);
    // Another authority holds the first as it is cited; the second is retracted.
    std::string records = kRecords;
    test::write_text(home_ / "other.jsonl",
                     R"({"type":"article-journal","title":"A trial of yoga for chronic )"
                     R"(low back pain in adults","author":[{"family":"Holden","given":)"
                     R"("J"},{"family":"Smith","given":"A"}],"container-title":"Spine",)"
                     R"("volume":"66","page":"900-108","issued":{"date-parts":[[2011]]},)"
                     R"("DOI":"10.1097/test.0001"})"
                     "\n" +
                         records.substr(records.find('\n') + 1));
    test::write_text(home_ / "retracted.json", R"({"retractions": {"10.1097/test.0002": "10.1097/notice"}})");
    const std::string index = (home_ / "other.db").string();
    EXPECT_EQ(run({"authority", "import", (home_ / "other.jsonl").string(),
                   (home_ / "retracted.json").string(), "--authority", index, "-q"})
                  .code,
              kDone);
    const auto out =
        json::parse(run({"check", "--all", "--changed", "--authority", index, "--format", "json"}).out);
    ASSERT_EQ(out["changes"].size(), 2U) << out.dump(1);
    EXPECT_EQ(out["changes"][0]["headline"], "retracted");
    EXPECT_EQ(out["changes"][0]["before"]["headline"], "verified");
    EXPECT_EQ(out["changes"][1]["headline"], "verified");
    EXPECT_EQ(out["changes"][1]["before"]["headline"], "mismatch");
    EXPECT_FALSE(out["changes"][1]["before"]["wrong_fields"].empty());
}

TEST_F(Changes, NeedTheWholeStore) {
    EXPECT_EQ(run({"check", "a.txt", "--changed"}).code, kBroken);
    EXPECT_EQ(run({"check", "--all", "--changed", "--what", "findings"}).code, kBroken);
}

}  // namespace
}  // namespace whereof::cli
