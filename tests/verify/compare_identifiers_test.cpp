// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

struct Case {
    const char* cited;
    const char* found;
    Agreement expected;
};

TEST(CompareDOI, KnowsVersionsAndPreprints) {
    constexpr Case kCases[] = {
        {"10.1186/s12891-024-07001-1", "10.1186/S12891-024-07001-1", Agreement::same},
        {"10.1002/14651858.cd001351.pub2", "10.1002/14651858.cd001351.pub3", Agreement::variant},
        {"10.48550/arxiv.2602.12135v1", "10.48550/arxiv.2602.12135", Agreement::variant},
        {"10.1101/2020.01.01.20000001", "10.1038/s41586-020-2012-7", Agreement::variant},
        {"10.7326/m16-2070", "10.7326/m16-2367", Agreement::different},
        {"", "10.7326/m16-2367", Agreement::absent},
        {"10.7326/m16-2367", "", Agreement::absent},
    };
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_DOI(cited, found).agreement, expected);
    }
}

TEST(CompareIdentifier, IsEqualOrNot) {
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "1").agreement, Agreement::same);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "2").agreement, Agreement::different);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "").agreement, Agreement::absent);
}

}  // namespace
}  // namespace whereof::verify
