// SPDX-License-Identifier: MIT
#include "field_cases.hpp"
#include "verify/compare.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(CompareDOI, KnowsVersionsAndPreprints) {
    constexpr FieldCase kCases[] = {
        {"10.1186/s12891-024-07001-1", "10.1186/S12891-024-07001-1", Agreement::same},
        {"10.1002/14651858.cd001351.pub2", "10.1002/14651858.cd001351.pub3", Agreement::variant},
        {"10.48550/arxiv.2602.12135v1", "10.48550/arxiv.2602.12135", Agreement::variant},
        {"10.1101/2020.01.01.20000001", "10.1038/s41586-020-2012-7", Agreement::variant},
        {"10.7326/m16-2070", "10.7326/m16-2367", Agreement::different},
        {"", "10.7326/m16-2367", Agreement::absent},
        {"10.7326/m16-2367", "", Agreement::absent},
    };
    expect_each(kCases, compare_DOI);
}

TEST(CompareIdentifier, IsEqualOrNot) {
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "1").agreement, Agreement::same);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "2").agreement, Agreement::different);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "").agreement, Agreement::absent);
}

}  // namespace
}  // namespace whereof::verify
