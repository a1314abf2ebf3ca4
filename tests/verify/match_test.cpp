// SPDX-License-Identifier: MIT
#include "verify/match.hpp"

#include "verify/works.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(IsSameWork, NeedsMoreThanTheTitle) {
    EXPECT_TRUE(is_same_work(maher(), maher()));
    auto without_identifiers = maher();
    without_identifiers.DOI.clear();
    without_identifiers.PMID.clear();
    EXPECT_TRUE(is_same_work(maher(), without_identifiers));
    auto elsewhere = without_identifiers;
    elsewhere.author = foster().author;
    elsewhere.page = "12-20";
    EXPECT_FALSE(is_same_work(maher(), elsewhere));
    EXPECT_FALSE(is_same_work(maher(), foster()));
    auto other_number = maher();
    other_number.PMID = "1";
    EXPECT_FALSE(is_same_work(maher(), other_number));
}

Candidate candidate_for(const bib::Item& cited, const bib::Item& record) {
    bib::Reference reference;
    reference.item = cited;
    Candidate out;
    out.record.item = record;
    weigh(prepare(reference), out);
    return out;
}

TEST(Weigh, OneWrongFieldLeavesTheWorkAheadOfEveryOther) {
    for (const auto& work : all_works()) {
        auto cited = work;
        cited.volume = "999";
        const auto right = candidate_for(cited, work);
        for (const auto& other : all_works()) {
            if (other.title != work.title) {
                EXPECT_GT(right.score, candidate_for(cited, other).score + 3.0) << work.title;
            }
        }
    }
}

TEST(IsDescribed, AReplyThatBearsTheTitleIsNotTheWork) {
    auto cited = maher();
    cited.DOI.clear();
    cited.PMID.clear();
    cited.title += "\u2014Reply";
    cited.page = "1087";
    const auto candidate = candidate_for(cited, maher());
    EXPECT_FALSE(is_described(prepare(as_reference(cited)), candidate, false));
}

TEST(IsDescribed, ATitleWithItsIdentifierNeedsNothingMore) {
    bib::Item cited;
    cited.title = hartvigsen().title;
    cited.DOI = hartvigsen().DOI;
    const auto candidate = candidate_for(cited, hartvigsen());
    EXPECT_TRUE(is_described(prepare(as_reference(cited)), candidate, true));
    EXPECT_FALSE(is_described(prepare(as_reference(cited)), candidate, false));
    cited.title = maher().title;
    EXPECT_FALSE(is_described(prepare(as_reference(cited)), candidate_for(cited, hartvigsen()), true));
}

TEST(IsDescribed, AnotherWorkByTheSameAuthorsIsNotMeantByAWrongIdentifier) {
    auto cited = hartvigsen();
    cited.title = "Low back pain in teenage twins followed for eight years";
    cited.issued.year = 2006;
    cited.page = "444-450";
    cited.PMID = "16374137";
    EXPECT_FALSE(is_described(prepare(as_reference(cited)), candidate_for(cited, hartvigsen()), true));
}

TEST(IsDescribed, AYearlyReportIsAnotherWorkEachYear) {
    auto cited = maher();
    cited.DOI.clear();
    cited.PMID.clear();
    cited.issued.year = 2012;
    cited.volume = "379";
    cited.page = "12-20";
    const auto candidate = candidate_for(cited, maher());
    EXPECT_FALSE(is_described(prepare(as_reference(cited)), candidate, false));
}

}  // namespace
}  // namespace whereof::verify
