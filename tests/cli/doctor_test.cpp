// SPDX-License-Identifier: MIT
#include "authority/import.hpp"
#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What the doctor says on stderr of an index that was last imported to on that day; empty: today.
std::string said_of(const std::string& date) {
    const test::TemporaryFolder home;
    test::write_text(home / "records.jsonl", R"({"title":"Moss in towns","DOI":"10.5555/m"})");
    authority::ImportOptions options;
    options.date = date;
    const std::vector<std::filesystem::path> files{home / "records.jsonl"};
    authority::import_files(home / "index.db", files, options);
    const CommandRun doctor = run_in(home.path(), {"doctor", "--authority", (home / "index.db").string()});
    EXPECT_EQ(doctor.code, kDone);
    EXPECT_THAT(doctor.out, HasSubstr("index.db, 1 records"));
    return doctor.err;
}

TEST(Doctor, WarnsOfAnOldIndex) {
    EXPECT_THAT(said_of("2020-01-31"), HasSubstr("days old"));
    EXPECT_THAT(said_of("2020-01-31"), HasSubstr("whereof authority import"));
    EXPECT_EQ(said_of(""), "");
}

TEST(Doctor, SaysNothingOfADateThatIsNone) {
    EXPECT_EQ(said_of("some day"), "");
    EXPECT_EQ(said_of("2020-13-77"), "");
}

TEST(Doctor, NamesThePrograms) {
    const test::TemporaryFolder home;
    const CommandRun without = run_in(home.path(), {"doctor"});
    EXPECT_EQ(without.code, kDone);
    EXPECT_THAT(without.out, HasSubstr("pandoc: missing"));
    EXPECT_THAT(without.out, HasSubstr("apt install poppler-utils"));

    test::write_text(home / "pdftotext", "#!/bin/sh\n");
    test::write_text(home / "pandoc", "no program");
    std::filesystem::permissions(home / "pdftotext", std::filesystem::perms(0755));
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Context context{in, out, err, [&home](const char* name) -> std::optional<std::string> {
                        const std::string_view wanted = name;
                        return wanted == "PATH"   ? std::optional("/nowhere::" + home.path().string())
                               : wanted == "HOME" ? std::optional(home.path().string())
                                                  : std::nullopt;
                    }};
    EXPECT_EQ(run({"doctor"}, context), kDone);
    EXPECT_THAT(out.str(), HasSubstr("pdftotext: " + (home / "pdftotext").string()));
    EXPECT_THAT(out.str(), HasSubstr("pandoc: missing"));
}

}  // namespace
}  // namespace whereof::cli
