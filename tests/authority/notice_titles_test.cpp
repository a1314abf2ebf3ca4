// SPDX-License-Identifier: MIT
#include "authority/notice_titles.hpp"

#include <string_view>

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

TEST(RetractedMark, IsTakenOffAtItsLength) {
    const auto rest = [](std::string_view title) { return title.substr(retracted_mark(title)); };
    EXPECT_EQ(rest("RETRACTED: Heat for pain"), "Heat for pain");
    EXPECT_EQ(rest("[Retracted] Heat for pain"), "Heat for pain");
    EXPECT_EQ(rest("Retracted article:  Heat for pain"), "Heat for pain");
    for (const std::string_view title :
         {"Retracted articles in surgery journals", "Retracted", "RETRACTED:", "Heat for pain", ""}) {
        EXPECT_EQ(retracted_mark(title), 0U) << title;
    }
}

TEST(IsRetractionNotice, TellsNoticesFromWorksAboutThem) {
    for (const char* title :
         {"Retraction: Heat for pain", "RETRACTION NOTE: Heat for pain", "Retraction Note to: Heat for pain",
          "Retraction of “Heat for pain”", "Retraction of Smith et al. \"Heat for pain\"",
          "Retraction to: Heat", "Notice of Retraction. Smith et al. Heat for pain",
          "Statement of Retraction: Heat for pain",
          "Retraction notice to “Heat for pain” [J Pain 12 (2010) 1-9]", "  Retraction Notice"}) {
        EXPECT_TRUE(is_retraction_notice(title)) << title;
    }
    for (const char* title :
         {"Retraction of scientific articles for data falsification", "Retraction notices: who writes them?",
          "Retraction rates of journals", "Retraction of the lateral rectus", "Heat for pain", ""}) {
        EXPECT_FALSE(is_retraction_notice(title)) << title;
    }
}

}  // namespace
}  // namespace whereof::authority
