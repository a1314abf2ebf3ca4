// SPDX-License-Identifier: MIT
#include "serve/written_list.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(WrittenList, LeavesOutWhatTurnsALineRound) {
    bib::Item item;
    item.type = bib::ItemType::article_journal;
    item.title = "Back \u202Epain\u202C and \u2066rest\u2069 – a trial";
    const std::vector<formats::Entry> list{{"a", &item, ""}};
    for (const char* format : {"ris", "nbib", "bibtex", "endnote", "csv", "vancouver", "ama", "apa"}) {
        const auto written = write_list(list, {format, "", ""}, {});
        ASSERT_TRUE(written) << format;
        EXPECT_THAT(*written, Not(HasSubstr("\u202E"))) << format;
        EXPECT_THAT(*written, Not(HasSubstr("\u2069"))) << format;
        EXPECT_THAT(*written, HasSubstr("pain")) << format;
    }
    const auto ris = write_list(list, {"ris", "", ""}, {});
    EXPECT_THAT(*ris, HasSubstr("Back pain and rest – a trial"));
    EXPECT_THAT(*write_list(list, {"csl-json", "", ""}, {}), HasSubstr("\\u202e"));
}

TEST(WrittenList, SaysWhatIsWrongWithTheWishes) {
    const std::vector<formats::Entry> none;
    EXPECT_FALSE(write_list(none, {"no-such-format", "", ""}, {}));
    EXPECT_FALSE(write_list(none, {"", "lancet", ""}, {}));
    EXPECT_TRUE(fault_of({"ris", "", "doi"}));
    EXPECT_TRUE(fault_of({"vancouver", "", "isbn"}));
    EXPECT_FALSE(fault_of({"vancouver", "", "doi"}));
}

}  // namespace
}  // namespace whereof::serve
