// SPDX-License-Identifier: MIT
#include "verify/coverage.hpp"

#include "verify/verify.hpp"
#include "verify/works.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

/// A work that claims the place of another in the journal.
bib::Item impostor() {
    bib::Item out;
    out.author = {{"Nobody", "N", "", "", "", ""}, {"Someone", "S", "", "", "", ""}};
    out.title = "Magnetic insoles and the fevers of the tropics";
    out.container_title = "Lancet";
    out.issued.year = 2018;
    out.volume = "391";
    out.page = "2371";
    return out;
}

TEST(AttestedCoverage, AnotherWorkOnThatPageIsProof) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    const auto verdict = verifier.check(as_reference(impostor()));
    EXPECT_EQ(verdict.headline, finding::Headline::not_found) << verdict.reason;
    EXPECT_NE(verdict.reason.find("Prevention and treatment"), std::string::npos) << verdict.reason;
}

TEST(AttestedCoverage, ASparseJournalIsNone) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    auto elsewhere = impostor();
    elsewhere.page = "1201";
    EXPECT_EQ(verifier.check(as_reference(elsewhere)).headline, finding::Headline::undecidable);
}

TEST(AttestedCoverage, APageThatEveryIssueHasIsNoneWithoutTheIssue) {
    auto held = foster();
    held.page = "1-9";
    const auto index = index_of({held});
    Verifier verifier({index.get()});
    auto cited = impostor();
    cited.page = "4";
    EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::undecidable);
    cited.issue = "10137";
    EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::not_found);
    cited.issue = "10138";
    EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::undecidable);
}

TEST(AttestedCoverage, AVolumeThatEveryYearHasIsNoneWithoutTheYear) {
    auto held = foster();
    held.volume = "1";  // of the Lancet, twice a year until 1990
    held.issued.year = 1983;
    held.page = "434-447";
    const auto index = index_of({held});
    Verifier verifier({index.get()});
    auto cited = impostor();
    cited.volume = "1";
    cited.page = "434-435";
    for (const int year : {1973, 0}) {
        cited.issued.year = year;
        EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::undecidable) << year;
    }
    cited.issued.year = 1983;
    EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::not_found);
}

TEST(AttestedCoverage, AnElectronicPageIsNoNumberedOne) {
    auto held = foster();
    held.page = "e2368-e2383";
    const auto index = index_of({held});
    Verifier verifier({index.get()});
    EXPECT_EQ(verifier.check(as_reference(impostor())).headline, finding::Headline::undecidable);
}

TEST(AttestedCoverage, PagesThatWorksShareAreNone) {
    auto letter = foster();
    letter.page = "2368";
    const auto index = index_of({letter, hartvigsen()});
    Verifier verifier({index.get()});
    auto cited = impostor();
    for (const auto* page : {"2368", "2367"}) {  // beside a letter; on a work's last page
        cited.page = page;
        EXPECT_EQ(verifier.check(as_reference(cited)).headline, finding::Headline::undecidable) << page;
    }
}

TEST(AttestedCoverage, ASamplesSilenceSaysNothing) {
    const auto index = index_of(all_works());
    Posing sample(*index, true, 5);
    Verifier verifier({&sample});
    EXPECT_EQ(verifier.check(as_reference(impostor())).headline, finding::Headline::undecidable);
}

}  // namespace
}  // namespace whereof::verify
