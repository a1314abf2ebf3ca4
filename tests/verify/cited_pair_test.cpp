// SPDX-License-Identifier: MIT
#include "verify/cited_pair.hpp"

#include "verify/works.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

std::vector<bib::Field> conflicts(const bib::Item& a, const bib::Item& b) {
    const auto pair = hold_side_by_side(a, b);
    EXPECT_TRUE(pair.same_work);
    std::vector<bib::Field> out;
    for (const auto& conflict : pair.conflicts) {
        out.push_back(conflict.field);
    }
    return out;
}

using Fields = std::vector<bib::Field>;

TEST(CitedPair, SilenceAndOtherFormsAreNoConflict) {
    auto bare = shortened(foster(), 3);
    bare.PMID.clear();
    bare.title = "Prevention and treatment of low back pain";
    bare.page = "2368-83";
    EXPECT_EQ(conflicts(bare, foster()), Fields{});
    EXPECT_EQ(conflicts(foster(), bare), Fields{});
}

TEST(CitedPair, NamesWhatContradicts) {
    auto other = qaseem();
    other.DOI = "10.7326/m16-2070";
    other.author[2].given = "DM";
    EXPECT_EQ(conflicts(qaseem(), other), (Fields{bib::Field::author, bib::Field::DOI}));
    auto numbered = maher();
    numbered.PMID = "27769516";
    EXPECT_EQ(conflicts(maher(), numbered), Fields{bib::Field::PMID});
}

TEST(CitedPair, OtherWorksAreOtherWorks) {
    for (const auto& a : all_works()) {
        for (const auto& b : all_works()) {
            EXPECT_EQ(hold_side_by_side(a, b).same_work, a.title == b.title);
        }
    }
}

TEST(CitedPair, OneTextPrintedInSeveralJournalsIsNoContradiction) {
    auto other = maher();
    other.container_title = "Systematic Reviews";
    other.DOI = "10.1186/s13643-021-01626-4";
    other.PMID.clear();
    other.volume = "10";
    other.page = "89";
    EXPECT_FALSE(hold_side_by_side(maher(), other).same_work);
    EXPECT_FALSE(hold_side_by_side(other, maher()).same_work);
    // In one journal it is.
    other.container_title = maher().container_title;
    EXPECT_FALSE(conflicts(maher(), other).empty());
    // And where one of them bears no identifier.
    other.container_title = "Systematic Reviews";
    other.DOI.clear();
    EXPECT_FALSE(conflicts(maher(), other).empty());
}

}  // namespace
}  // namespace whereof::verify
