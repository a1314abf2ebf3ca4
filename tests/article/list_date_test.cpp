// SPDX-License-Identifier: MIT
#include "article/list_date.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

TEST(ListDate, IsWhatListsPrintBehindTheNames) {
    for (const char* inside :
         {"2019",         "2019a",         "2019, March 4", "2019, September 30 – October 2",
          "2019, Spring", "1998/2004",     "1998–2004",     "1998-99",
          "2019-b",       "ca. 1900",      "c. 1850",       "n.d.",
          "n. d.",        "n.d",           "N.D.",          "n.d.-a",
          "no date",      "in press",      "In press",      "in press-b",
          "forthcoming",  "submitted",     "o. J.",         "o.J.",
          "im Druck",     "im Erscheinen", "s. f.",         "s.f.",
          "s. f.-a",      "en prensa",     "s. d.",         "s.d.",
          "sous presse",  "à paraître",    "no prelo",      "б. г."}) {
        EXPECT_TRUE(is_list_date(inside)) << inside;
    }
}

TEST(ListDate, IsNoPageNoNameAndNoNumber) {
    for (const char* inside : {"",
                               " ",
                               "12",
                               "3",
                               "20191",
                               "2019, 3",
                               "2019: 12",
                               "2019;44",
                               "2019 pages",
                               "WHO",
                               "ed.",
                               "eds.",
                               "Hrsg.",
                               "n",
                               "s",
                               "n.d. 12",
                               "in",
                               "press release of the ministry",
                               "p. 12",
                               "vol. 2",
                               "Smith, 2019",
                               "3019",
                               "2019, a very long remark that is no date at all any more",
                               "nd!"}) {
        EXPECT_FALSE(is_list_date(inside)) << inside;
    }
}

TEST(ListDate, TellsWhatHasNoYear) {
    EXPECT_TRUE(stands_for_year("n.d."));
    EXPECT_TRUE(stands_for_year(" in press "));
    EXPECT_FALSE(stands_for_year("2019"));
    EXPECT_FALSE(stands_for_year(std::string(100'000, 'n')));
}

}  // namespace
}  // namespace whereof::article
