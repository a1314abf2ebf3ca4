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

constexpr const char* kArticle =
    "# Back pain\n\nYoga helps [1]. Rest does not [2].\n\n## References\n\n"
    "1. Holden J, Smith A. A trial of yoga for chronic low back pain in adults. Spine. 2011;36:100-108.\n"
    "2. Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389(10070):736-747.\n";

/// A store of articles whose names look like the ids of their parts.
class Ids : public testing::Test {
  protected:
    Ids() {
        std::vector<std::string> words{"add"};
        for (const char* name : {"a.md", "notes#r1.md", "notes#r1", "x:3:1", "y:2", "w1"}) {
            test::write_text(home_ / name, kArticle);
            words.push_back(file(name));
        }
        const json text{{"text", kArticle}};
        std::string lines;
        for (const char* id : {"r3", "r3:3:1", "c1"}) {
            json line = text;
            line["id"] = id;
            lines += line.dump() + "\n";
        }
        test::write_text(home_ / "f.jsonl", lines);
        words.push_back(file("f.jsonl"));
        EXPECT_EQ(run(words).code, kDone);
    }
    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    json show(const std::string& id) {
        const auto done = run({"show", id, "--format", "json"});
        EXPECT_EQ(done.code, kDone) << id << done.err;
        return done.code == kDone ? json::parse(done.out) : json();
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (home_ / name).string(); }

    test::TemporaryFolder home_;
};

TEST_F(Ids, ThatListShowsAreShownExportedAndRemoved) {
    const auto listed = json::parse(run({"list", "--format", "json"}).out)["articles"];
    ASSERT_EQ(listed.size(), 9U);
    for (const json& article : listed) {
        for (const char* member : {"id", "path"}) {
            const std::string id = article[member];
            EXPECT_EQ(show(id).value("path", ""), article["path"]) << id;
            EXPECT_EQ(show(id + "#r2").value("id", ""), article["path"].get<std::string>() + "#r2");
            EXPECT_EQ(show(id + "#c1").value("text", ""), "Yoga helps.") << id;
            if (article["format"] == "markdown") {
                EXPECT_EQ(show(id + ":3:1").value("text", ""), "Yoga helps.") << id;
            }
        }
        const std::string path = article["path"];
        std::filesystem::remove(path);
        EXPECT_THAT(run({"export", path, "--format", "ris"}).out, HasSubstr("Holden")) << path;
        EXPECT_EQ(run({"remove", path}).code, kDone) << path;
    }
}

TEST_F(Ids, OfAPlaceNeedNoColumn) {
    for (const std::string name : {"a.md", "x:3:1", "y:2"}) {
        EXPECT_EQ(show(file(name) + ":3").value("text", ""), "Yoga helps.") << name;
        EXPECT_EQ(show(file(name) + ":8").value("id", ""), file(name) + "#r2") << name;
    }
    EXPECT_EQ(show(file("a.md") + ":3:17").value("text", ""), "Rest does not.");
    EXPECT_EQ(run({"show", file("a.md") + ":4"}).code, kBroken);
}

}  // namespace
}  // namespace whereof::cli
