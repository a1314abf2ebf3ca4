// SPDX-License-Identifier: MIT
#include "verify/judge.hpp"

#include "verify/match.hpp"
#include "verify/works.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;

/// What is judged of a citation of which `record` is taken for the work meant.
finding::Verdict judged(const bib::Item& cited, const bib::Item& record, Standing standing = {},
                        std::vector<bib::IdentifierFault> faults = {}) {
    const auto citation = prepare(as_reference(cited));
    Candidate work;
    work.record.item = record;
    weigh(citation, work);
    Outcome outcome;
    outcome.work = &work;
    outcome.faults = std::move(faults);
    authority::AuthorityInfo info;
    info.name = "index";
    info.date = "2026-11-01";
    return judge(citation, outcome, standing, {&info, 1});
}

TEST(Judge, KeepsTheThreeAxesApart) {
    auto cited = maher();
    cited.volume = "12";
    Standing retracted;
    retracted.status = finding::Status::retracted;
    retracted.notices = {"Retracted on 2019-01-02."};
    const auto verdict = judged(cited, maher(), retracted);
    EXPECT_EQ(verdict.headline, finding::Headline::retracted);
    EXPECT_EQ(verdict.existence, finding::Existence::found);
    EXPECT_EQ(verdict.description, finding::Description::wrong);
    EXPECT_EQ(verdict.wrong_fields, std::vector{Field::volume});
    ASSERT_TRUE(verdict.corrected);
    EXPECT_EQ(verdict.corrected->volume, maher().volume);
    EXPECT_EQ(verdict.corrected->title, cited.title);
}

TEST(Judge, EveryWrongFieldHasItsEvidenceAndItsSource) {
    auto cited = maher();
    cited.volume = "12";
    cited.issued.year = 2001;
    const auto verdict = judged(cited, maher());
    for (const auto field : verdict.wrong_fields) {
        const auto at = std::ranges::find(verdict.evidence, field, &finding::Evidence::field);
        ASSERT_NE(at, verdict.evidence.end());
        EXPECT_EQ(at->agreement, finding::Agreement::different);
        EXPECT_EQ(at->source, "index@2026-11-01#" + maher().DOI);
    }
}

TEST(Judge, OnlyARuleThatConvictsMakesAnIdentifierWrong) {
    bib::IdentifierFault fault;
    fault.field = Field::ISSN;
    fault.value = "1234-5678";
    fault.rule = "issn-check";
    fault.explanation = "its check character does not fit";
    fault.of = 15'039;
    fault.exceptions = 27;
    auto verdict = judged(maher(), maher(), {}, {fault});
    EXPECT_EQ(verdict.headline, finding::Headline::verified);
    EXPECT_EQ(verdict.evidence.back().source, "rule:issn-check");
    fault.convicts = true;
    verdict = judged(maher(), maher(), {}, {fault});
    EXPECT_EQ(verdict.headline, finding::Headline::wrong_identifier);
    EXPECT_EQ(verdict.wrong_fields, std::vector{Field::ISSN});
}

TEST(MatchProbability, GrowsWithWhatAgreesAndStaysBetweenNoneAndOne) {
    Candidate candidate;
    double last = 0.0;
    for (const double score : {-12.0, -3.0, 0.0, 3.0, 8.0, 12.5}) {
        candidate.score = score;
        candidate.identifiers.clear();
        const double plain = match_probability(candidate);
        candidate.identifiers = {Field::DOI};
        EXPECT_GT(plain, last);
        EXPECT_GT(match_probability(candidate), plain);
        EXPECT_LT(match_probability(candidate), 1.0);
        last = plain;
    }
}

}  // namespace
}  // namespace whereof::verify
