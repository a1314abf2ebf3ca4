// SPDX-License-Identifier: MIT
#include "verify/wording.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bib::IdentifierFault fault_failed_by(int exceptions, int of) {
    bib::IdentifierFault fault;
    fault.explanation = "the check character should be X";
    fault.exceptions = exceptions;
    fault.of = of;
    return fault;
}

TEST(Explain, SaysHowManyRegisteredIdentifiersFailTheRule) {
    EXPECT_EQ(explain(fault_failed_by(0, 6891)),
              "the check character should be X (none of 6891 registered ones fails this rule)");
    EXPECT_EQ(explain(fault_failed_by(1, 10195)),
              "the check character should be X (one of 10195 registered ones fails this rule)");
    EXPECT_EQ(explain(fault_failed_by(7, 10195)),
              "the check character should be X (7 of 10195 registered ones fail this rule)");
}

TEST(Explain, ClaimsNoCountWhereNobodyCounted) {
    EXPECT_EQ(explain(fault_failed_by(0, 0)), "the check character should be X");
}

std::string reason_for_titles(const char* cited, const char* found) {
    finding::Verdict verdict;
    verdict.headline = finding::Headline::mismatch;
    verdict.wrong_fields = {bib::Field::title};
    verdict.evidence = {{bib::Field::title, finding::Agreement::different, cited, found, "", ""}};
    return reason_for(verdict, {}, {});
}

TEST(ReasonFor, ShowsTheDifferenceOfLongTitles) {
    EXPECT_EQ(reason_for_titles("Low back pain", "Low neck pain"),
              "The work exists, but title “Low back pain” should be “Low neck pain”.");
    const std::string same =
        "Ranibizumab versus verteporfin photodynamic therapy for neovascular age-related macular "
        "degeneration: ";
    const auto reason =
        reason_for_titles((same + "two-year results").c_str(), (same + "five-year results").c_str());
    EXPECT_NE(reason.find("two-year"), std::string::npos) << reason;
    EXPECT_NE(reason.find("five-year"), std::string::npos) << reason;
    EXPECT_NE(reason.find("“… "), std::string::npos) << reason;
    EXPECT_LT(reason.size(), 280U) << reason;
    // without a blank to cut at, or nothing on one side
    EXPECT_FALSE(
        reason_for_titles(std::string(500, 'a').c_str(), (std::string(499, 'a') + "b").c_str()).empty());
    EXPECT_FALSE(reason_for_titles("", "b").empty());
}

}  // namespace
}  // namespace whereof::verify
