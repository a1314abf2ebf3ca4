// SPDX-License-Identifier: MIT
#include "verify/companion.hpp"

#include "verify/verify.hpp"
#include "verify/works.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using finding::Headline;

const std::string kOrthoses = "Foot orthoses for plantar heel pain";

/// The report of a trial, as an index holds it.
bib::Item report(const std::string& tail = ": a randomised trial") {
    return journal_article("Landau R, Munte K, Weiss T", kOrthoses + tail, "Archives of Footcare", 2016, "41",
                           "3", "210-219", "10.1234/afc.2016.41", "27000001");
}

/// A work beside it: other title, and another place.
bib::Item beside(const std::string& title, std::string_view journal = "Journal of Footwear Research",
                 int year = 2013, std::string_view volume = "6", std::string_view page = "12") {
    return journal_article("Landau R, Munte K, Weiss T", title, journal, year, volume, "", page, "", "");
}

finding::Verdict checked(const bib::Item& cited, const bib::Item& held) {
    const auto index = index_of({held, maher(), foster(), chou()});
    Verifier verifier({index.get()});
    return verifier.check(as_reference(cited));
}

/// Without what would hide a weakness: the fewer facts, the likelier two works are taken for one.
bib::Item without_place(bib::Item item) {
    item.volume.clear();
    item.issue.clear();
    item.page.clear();
    return item;
}

constexpr const char* kTails[] = {
    ": a protocol for a randomised trial",
    ": study protocol for a randomised trial",
    " (protocol)",
    ": study protocol",
    ": rationale and design of a randomised trial",
    ": statistical analysis plan of a randomised trial",
    ": a pilot randomised trial",
    ": a randomised feasibility trial",
    ": 5-year results of a randomised trial",
    ": a randomised trial with five-year follow-up",
    ": long-term outcomes of a randomised trial",
    ": secondary analysis of a randomised trial",
    ": an economic evaluation alongside a randomised trial",
    ": an update",
    ": updated results of a randomised trial",
    ": a randomised trial [abstract]",
    ": a randomised trial (poster)",
    ": a randomised trial. Reply",
    ": a randomised trial: authors\u2019 response",
    ": a randomised trial: comment",
    ": a randomised trial: corrigendum",
    ": a randomised trial (vol 41, pg 210, 2016)",
    ": a randomised trial. Part II",
    ": executive summary",
};

TEST(Verifier, AReportIsNotHeldAgainstWhatWasPrintedBesideIt) {
    for (const char* tail : kTails) {
        const auto companion = beside(kOrthoses + tail);
        for (const auto& [cited, held] : {std::pair{companion, report()}, std::pair{report(), companion},
                                          std::pair{without_place(companion), report()}}) {
            auto named = cited;
            named.DOI.clear();
            named.PMID.clear();
            const auto verdict = checked(named, held);
            EXPECT_EQ(verdict.headline, Headline::undecidable)
                << cited.title << " / " << held.title << ": " << verdict.reason;
            EXPECT_NE(verdict.reason.find("is held"), std::string::npos)
                << cited.title << " / " << held.title << ": " << verdict.reason;
            EXPECT_TRUE(verdict.wrong_fields.empty()) << tail;
        }
    }
}

TEST(Verifier, TwoPartsOfOneIssueAreTwoWorks) {
    const auto first = beside("Folate in depression. Part I: prediction of response", "J Clin Moods", 2004,
                              "65", "1090-1095");
    const auto second = beside("Folate in depression. Part II: prediction of response", "J Clin Moods", 2004,
                               "65", "1096-1098");
    EXPECT_EQ(checked(first, second).headline, Headline::undecidable);
    EXPECT_EQ(checked(second, first).headline, Headline::undecidable);
    const auto summary =
        beside("Executive summary: heart statistics, a report", "J Clin Moods", 2004, "65", "399-410");
    const auto whole = beside("Heart statistics, a report", "J Clin Moods", 2004, "65", "28-292");
    EXPECT_NE(checked(summary, whole).headline, Headline::mismatch);
    EXPECT_NE(checked(whole, summary).headline, Headline::mismatch);
}

/// The same kind of work under a wrong journal, year, volume or page: nothing excuses that.
TEST(Verifier, AWorkOfTheSameKindInTheWrongPlaceIsStillFound) {
    for (const char* tail : kTails) {
        const auto held = report(tail);
        auto other_journal = held;
        other_journal.container_title = "Lancet";
        auto other_year = held;
        other_year.issued.year = 2009;
        auto other_page = held;
        other_page.page = "733-741";
        for (auto* cited : {&other_journal, &other_year, &other_page}) {
            cited->DOI.clear();
            cited->PMID.clear();
            const auto verdict = checked(*cited, held);
            EXPECT_EQ(verdict.headline, Headline::mismatch) << held.title << ": " << verdict.reason;
        }
    }
}

/// A subtitle left out, with one fact wrong and the others right.
TEST(Verifier, AMarkLeftOutExcusesNoWrongFact) {
    const auto held = report(": a pilot study");
    auto cited = report("");
    cited.DOI.clear();
    cited.PMID.clear();
    EXPECT_EQ(checked(cited, held).headline, Headline::verified);
    auto other_year = cited;
    other_year.issued.year = 2009;
    EXPECT_EQ(checked(other_year, held).headline, Headline::mismatch);
    auto other_journal = cited;
    other_journal.container_title = "Lancet";
    EXPECT_EQ(checked(other_journal, held).headline, Headline::mismatch);
    auto identified = beside(kOrthoses + ": study protocol");
    identified.DOI = held.DOI;
    EXPECT_NE(checked(identified, held).headline, Headline::verified) << "the DOI is another work's";
}

TEST(Verifier, TheIdentifierOfAnotherReportIsWrong) {
    for (const char* tail : {": a pilot study", ": long-term outcomes", ": an update"}) {
        auto other = beside(kOrthoses + tail);
        other.DOI = "10.1234/jfr.2013.6";
        auto cited = report();
        cited.DOI = other.DOI;
        cited.PMID.clear();
        const auto index = index_of({report(), other, maher()});
        Verifier verifier({index.get()});
        const auto verdict = verifier.check(as_reference(cited));
        EXPECT_EQ(verdict.headline, Headline::wrong_identifier) << tail << ": " << verdict.reason;
        EXPECT_EQ(verdict.wrong_fields, std::vector<bib::Field>{bib::Field::DOI});
    }
}

TEST(Verifier, AnAbstractMaySayBehindItsTitleThatItIsOne) {
    auto reference = as_reference(without_place(beside(kOrthoses + ": a randomised trial", "J Gait")));
    EXPECT_EQ(checked(reference.item, report()).headline, Headline::mismatch) << "nothing says so";
    reference.raw =
        "Landau R, Munte K, Weiss T. " + kOrthoses + ": a randomised trial [abstract]. J Gait. 2013.";
    const auto index = index_of({report(), maher()});
    Verifier verifier({index.get()});
    const auto verdict = verifier.check(reference);
    EXPECT_EQ(verdict.headline, Headline::undecidable) << verdict.reason;
}

TEST(Verifier, AWordFarBehindTheTitleExcusesNothing) {
    auto cited = report();
    cited.DOI.clear();
    cited.PMID.clear();
    cited.page = "733-741";
    auto reference = as_reference(cited);
    const std::string said = reference.raw;
    const auto index = index_of({report(), maher()});
    Verifier verifier({index.get()});
    for (const char* tail :
         {"", " PubMed Abstract | CrossRef Full Text | Google Scholar", " [Abstract] [CrossRef]",
          " [Abstract/Free Full Text]", " View abstract.", " Trial protocol: NCT01234567", " Poster."}) {
        reference.raw = said + tail;
        const auto verdict = verifier.check(reference);
        EXPECT_EQ(verdict.headline, Headline::mismatch) << tail << ": " << verdict.reason;
    }
}

TEST(Verifier, ASubtitleLeftOutExcusesNoTwoWrongFacts) {
    for (const char* tail : {": a pilot study", ": long-term outcomes", ": part 2"}) {
        auto cited = report("");
        cited.DOI.clear();
        cited.PMID.clear();
        cited.volume = "37";
        cited.page = "733-741";
        const auto verdict = checked(cited, report(tail));
        EXPECT_EQ(verdict.headline, Headline::mismatch) << tail << ": " << verdict.reason;
    }
    auto cited = report("");
    cited.DOI.clear();
    cited.PMID.clear();
    cited.volume = "37";
    cited.page = "733-741";
    EXPECT_EQ(checked(cited, report(": study protocol")).headline, Headline::undecidable)
        << "the results of it";
}

TEST(Verifier, AuthorsChangedExcuseNoWrongVolumeAndPage) {
    for (const char* authors : {"Landau R, Munte K", "Munte K, Landau R, Weiss T",
                                "Landau R, Stein B, Weiss T", "Landau R, Munte K, Weiss T, Stein B"}) {
        auto cited = report();
        cited.author = names(authors);
        cited.DOI.clear();
        cited.PMID.clear();
        cited.volume = "37";
        cited.page = "733-741";
        const auto verdict = checked(cited, report());
        EXPECT_EQ(verdict.headline, Headline::mismatch) << authors << ": " << verdict.reason;
    }
}

TEST(Verifier, WhatWasToldAtAMeetingIsNoWrongJournal) {
    auto told =
        without_place(beside(kOrthoses + ": a randomised trial", "Nordic Congress of Podiatry", 2015));
    EXPECT_EQ(checked(told, report()).headline, Headline::undecidable);
    for (const char* meeting : {"Paper presented at the annual meeting of the Podiatry Society",
                                "Proceedings of the 2015 European Foot Meeting", "World Forum on Feet",
                                "International Workshop on Gait"}) {
        told.container_title = meeting;
        EXPECT_EQ(checked(told, report()).headline, Headline::undecidable) << meeting;
    }
    told.issued.year = 2019;
    EXPECT_EQ(checked(told, report()).headline, Headline::mismatch) << "after it was printed";
    told.issued.year = 2015;
    told.volume = "41";
    told.page = "210-219";
    EXPECT_EQ(checked(told, report()).headline, Headline::mismatch) << "a volume and pages are a journal's";
}

TEST(Companionship, IsNoneWhereBothTitlesBearTheSameMarks) {
    EXPECT_EQ(companionship("Beds: study protocol", "Beds: a protocol for a trial"), Sibling::none);
    EXPECT_EQ(companionship("Beds", "Beds: a trial"), Sibling::none);
    EXPECT_EQ(companionship("Beds", "Beds: reply"), Sibling::comment);
    EXPECT_EQ(companionship("Beds: two-year results", "Beds: 5-year results"), Sibling::report);
    EXPECT_EQ(companionship("Beds: reply", "Beds: study protocol"), Sibling::comment) << "what says most";
}

}  // namespace
}  // namespace whereof::verify
