// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "sqlite/database.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class AuthorityStatus : public testing::Test {
  protected:
    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    std::string make_index() {
        test::write_text(
            home_ / "records.jsonl",
            R"_({"title":"One","container-title":"Spine","volume":"36","issued":{"date-parts":[[2011]]}})_"
            "\n"
            R"_({"title":"Two","container-title":"Spine (Phila Pa 1976)","volume":"36","issued":)_"
            R"_({"date-parts":[[2011]]}})_"
            "\n"
            R"_({"title":"Three","container-title":"Lancet","volume":"9","issued":{"date-parts":[[1998]]}})_"
            "\nno record\n");
        std::string index = (home_ / "i.db").string();
        EXPECT_EQ(run({"authority", "import", (home_ / "records.jsonl").string(), "--authority", index}).code,
                  kFound);
        return index;
    }
    test::TemporaryFolder home_;
};

TEST_F(AuthorityStatus, TellsFilesDecadesAndAJournalsYears) {
    const std::string index = make_index();
    const auto text = run({"authority", "status", "--authority", index});
    EXPECT_EQ(text.code, kDone);
    EXPECT_THAT(text.out, HasSubstr("records.jsonl: csl, 3 records, 1 skipped"));
    EXPECT_THAT(text.out, HasSubstr("works in journals: 1990s 1 · 2010s 2\n"));
    const auto spine = run({"authority", "status", "--journal", "SPINE", "--authority", index});
    EXPECT_THAT(spine.out, HasSubstr("SPINE: 2 works, by year:\n    2011           2  in 1 volume\n"));
    EXPECT_THAT(run({"authority", "status", "--journal", "J Nothing", "--authority", index}).out,
                HasSubstr("J Nothing: 0 works\n"));
    const auto all = json::parse(
        run({"authority", "status", "--journal", "Spine", "--authority", index, "--format", "json"}).out);
    const auto& one = all["authorities"][0];
    EXPECT_EQ(one["files"][0]["skipped"], 1);
    EXPECT_EQ(one["years"], json::parse(R"([{"year":1998,"works":1},{"year":2011,"works":2}])"));
    EXPECT_EQ(one["journal"]["years"], json::parse(R"([{"year":2011,"works":2,"volumes":1}])"));
}

TEST_F(AuthorityStatus, SaysInOneLineWhatIsWrongWithAnIndex) {
    const std::string index = make_index();
    const auto one_line = [](const CommandRun& result, const char* what) {
        EXPECT_EQ(result.code, kBroken);
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_THAT(result.err, HasSubstr(what));
    };
    // A folder that nobody can write to, root included.
    one_line(
        run({"authority", "import", (home_ / "records.jsonl").string(), "--authority", "/proc/i.db", "-q"}),
        "/proc/i.db");
    sqlite::Database(index, sqlite::OpenMode::read_write)
        .execute("DELETE FROM meta WHERE name = 'keyed'");  // as a first import leaves it that was cut off
    one_line(run({"authority", "status", "--authority", index}), "run the same import again");
    sqlite::Database(index, sqlite::OpenMode::read_write).execute("PRAGMA user_version = 4711");
    one_line(run({"authority", "status", "--authority", index}), "4711");
    one_line(run({"authority", "import", (home_ / "records.jsonl").string(), "--authority", index, "-q"}),
             "newer");
}

}  // namespace
}  // namespace whereof::cli
