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
using testing::Not;

/// A home with an index of one work and an article that cites it with another year.
class Accept : public testing::Test {
  protected:
    Accept() {
        test::write_text(
            home_ / "records.jsonl",
            R"({"type":"article-journal","title":"A trial of yoga for chronic low back pain in adults",)"
            R"("author":[{"family":"Holden","given":"J"},{"family":"Smith","given":"A"}],)"
            R"("container-title":"Spine","volume":"36","page":"100-108",)"
            R"("issued":{"date-parts":[[2011]]},"DOI":"10.1097/test.0001"})"
            "\n");
        put_article("");
        EXPECT_EQ(run({"authority", "import", (home_ / "records.jsonl").string(), "-q"}).code, kDone);
    }

    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    void put_article(const std::string& before) {
        test::write_text(file(),
                         before +
                             "# Back pain\n\nYoga helps [1].\n\n## References\n\n"
                             "1. Holden J, Smith A. A trial of yoga for chronic low back pain in adults. "
                             "Spine. 2005;36:900-908. doi:10.1097/test.0001\n");
        EXPECT_EQ(run({"add", file()}).code, kDone);
    }
    [[nodiscard]] std::string file() const { return (home_ / "a.md").string(); }
    [[nodiscard]] std::string db() const { return (home_ / ".local/share/whereof/articles.db").string(); }

    test::TemporaryFolder home_;
};

TEST_F(Accept, KeepsAReferenceFromCountingWhereverItIsCited) {
    EXPECT_EQ(run({"check", "--all"}).code, kFound);
    const auto accepted = run({"accept", file() + "#r1", "--reason", "year of the second print"});
    EXPECT_EQ(accepted.code, kDone) << accepted.err;
    EXPECT_THAT(accepted.out, HasSubstr("mismatch — year of the second print"));
    const auto quiet = run({"check", "--all"});
    EXPECT_EQ(quiet.code, kDone) << quiet.out;
    EXPECT_THAT(quiet.out, HasSubstr("2 accepted in the store"))
        << "the reference, and the claim that rests on it";
    EXPECT_THAT(quiet.out, Not(HasSubstr("error[mismatch]")));
    EXPECT_THAT(run({"check", "--all", "--show-suppressed"}).out,
                HasSubstr("not counted accepted: year of the second print"));
    // In a file that is in no store, and after the article was replaced and taken out.
    EXPECT_EQ(run({"check", file(), "--db", db()}).code, kDone);
    EXPECT_EQ(run({"check", file()}).code, kFound) << "no store was named";
    put_article("Some lines\n\nin front\n\n");
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
    EXPECT_EQ(run({"remove", file()}).code, kDone);
    put_article("");
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
}

TEST_F(Accept, StandsWhenItsArticleIsReadAgain) {
    EXPECT_EQ(run({"accept", file() + "#r1", "--reason", "seen"}).code, kDone);
    const std::string listed = run({"accept", "--list", "--format", "ndjson"}).out;
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
    const auto again = run({"add", file(), "--again"});
    EXPECT_THAT(again.out, HasSubstr("1 replaced"));
    EXPECT_EQ(run({"accept", "--list", "--format", "ndjson"}).out, listed);
    EXPECT_EQ(run({"check", "--all"}).code, kDone);
    EXPECT_EQ(run({"accept", file() + "#r1", "--remove"}).code, kDone) << "by its id as before";
    EXPECT_EQ(run({"check", "--all"}).code, kFound);
}

TEST_F(Accept, ALaterRetractionIsTold) {
    EXPECT_EQ(run({"accept", file() + "#r1", "--reason", "seen"}).code, kDone);
    test::write_text(home_ / "retracted.json", R"({"retractions": {"10.1097/test.0001": "10.1097/notice"}})");
    EXPECT_EQ(run({"authority", "import", (home_ / "retracted.json").string(), "-q"}).code, kDone);
    const auto told = run({"check", "--all"});
    EXPECT_EQ(told.code, kFound);
    EXPECT_THAT(told.out, HasSubstr("error[retracted]"));
}

TEST_F(Accept, IsListedAndTakenBack) {
    EXPECT_EQ(run({"accept", file() + "#r1", "--reason", "seen"}).code, kDone);
    EXPECT_EQ(
        run({"accept", file() + "#r1", "--rule", "uncited-reference", "--reason", "further reading"}).code,
        kDone);
    const auto listed = run({"accept", "--list", "--format", "ndjson"});
    EXPECT_EQ(std::count(listed.out.begin(), listed.out.end(), '\n'), 2);
    const auto first = json::parse(listed.out.substr(0, listed.out.find('\n')));
    EXPECT_EQ(first["rule"], "mismatch");
    EXPECT_EQ(first["reason"], "seen");
    EXPECT_THAT(first["text"].get<std::string>(), HasSubstr("Holden"));
    EXPECT_EQ(run({"accept", file() + "#r1", "--remove", "--rule", "mismatch"}).code, kDone);
    EXPECT_EQ(run({"check", "--all"}).code, kFound);
    EXPECT_EQ(run({"accept", first["fingerprint"].get<std::string>(), "--remove"}).code, kDone);
    EXPECT_EQ(run({"accept", "--list"}).out, "");
    EXPECT_EQ(run({"accept", file() + "#r1", "--remove"}).code, kBroken);
}

TEST_F(Accept, AClaimIsAcceptedWithARule) {
    EXPECT_EQ(run({"accept", file() + "#c1", "--reason", "seen"}).code, kBroken);
    EXPECT_EQ(run({"accept", file() + "#c1", "--rule", "rests-on-flagged", "--reason", "seen"}).code, kDone);
    EXPECT_THAT(run({"check", "--all"}).out, Not(HasSubstr("[rests-on-flagged]")));
}

TEST_F(Accept, RefusesWhatIsNotSaid) {
    const std::string id = file() + "#r1";
    for (const auto& words :
         std::vector<std::vector<std::string>>{{"accept"},
                                               {"accept", id},
                                               {"accept", id, "--reason", " "},
                                               {"accept", id, "--reason", "x", "--rule", "nonsense"},
                                               {"accept", id, "--reason", "x", "--rule", "retracted"},
                                               {"accept", file() + "#r9", "--reason", "x"},
                                               {"accept", file(), "--reason", "x"},
                                               {"accept", "--list", id}}) {
        const auto refused = run(words);
        EXPECT_EQ(refused.code, kBroken) << words.back();
        EXPECT_EQ(refused.out, "");
        EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 1) << refused.err;
    }
    EXPECT_EQ(run({"accept", "--list"}).out, "");
}

TEST_F(Accept, AStoreThatIsNotThereIsSaidAndTheCheckGoesOn) {
    const auto done = run({"check", file(), "--db", (home_ / "none.db").string()});
    EXPECT_EQ(done.code, kFound);
    EXPECT_THAT(done.err, HasSubstr("there is no store at"));
    EXPECT_FALSE(std::filesystem::exists(home_ / "none.db"));
}

TEST_F(Accept, TheReportGoesWholeIntoAFile) {
    const std::string report = (home_ / "report.html").string();
    const auto done = run({"check", file(), "--format", "html", "-o", report});
    EXPECT_EQ(done.code, kFound);
    EXPECT_EQ(done.out, "");
    EXPECT_TRUE(test::read_text(report).ends_with("</html>\n"));
    EXPECT_EQ(run({"check", file(), "-o", (home_ / "no/such/folder/x").string()}).code, kBroken);
}

}  // namespace
}  // namespace whereof::cli
