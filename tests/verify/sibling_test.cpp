// SPDX-License-Identifier: MIT
#include "verify/sibling.hpp"

#include "verify/verify.hpp"
#include "verify/works.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bib::Item titled(const char* title, const char* container = "Lancet") {
    auto out = maher();
    out.title = title;
    out.container_title = container;
    out.DOI.clear();
    return out;
}

TEST(SiblingOf, NamesWhatBelongsToAWorkButIsNotIt) {
    const auto work = titled("Surgery for lumbar disc herniation");
    const auto mark = [&](const char* lead) { return sibling_of(work, titled((lead + work.title).c_str())); };
    EXPECT_EQ(mark("Erratum: "), Sibling::erratum);
    EXPECT_EQ(mark("Comment on: "), Sibling::comment);
    EXPECT_EQ(mark("Answer to the Letter to the Editor of X. Y. concerning "), Sibling::comment);
    EXPECT_EQ(mark("Data from: "), Sibling::dataset);
    EXPECT_EQ(sibling_of(titled("Surgery for lumbar disc herniation\u2014Reply"), work), Sibling::comment);
    EXPECT_EQ(sibling_of(titled("Studies of the knee, part 1"), titled("Studies of the knee, part 2")),
              Sibling::part);
    EXPECT_EQ(sibling_of(work, titled("Surgery for lumbar disc herniation", "medRxiv")), Sibling::preprint);
    EXPECT_EQ(sibling_of(titled("Surgery for lumbar disc herniation", "medRxiv"), work), Sibling::version);
    EXPECT_EQ(sibling_of(work, titled("Surgery for lumbar disc herniation: study protocol")),
              Sibling::protocol);
    EXPECT_EQ(sibling_of(work, work), Sibling::none);
    EXPECT_FALSE(name(Sibling::erratum).empty());
}

TEST(SiblingOf, KnowsAJournalOfAPreprintServersHouse) {
    auto paper = titled("Loops in genomes", "Genome Research");
    paper.DOI = "10.1101/gr.161513.113";
    EXPECT_EQ(sibling_of(titled("Loops in genomes", "Genome Res"), paper), Sibling::none);
}

bib::Item prisma() {
    return journal_article("Moher D, Liberati A, Tetzlaff J, Altman DG",
                           "Preferred reporting items for systematic reviews and meta-analyses: the PRISMA "
                           "statement",
                           "PLoS Medicine", 2009, "6", "7", "e1000097", "10.1371/journal.pmed.1000097",
                           "19621072");
}
bib::Item hayden() {
    auto out = journal_article("Hayden J, van Tulder MW, Malmivaara A, Koes BW",
                               "Exercise therapy for treatment of non-specific low back pain",
                               "Cochrane Database of Systematic Reviews", 2005, "", "3", "CD000335",
                               "10.1002/14651858.cd000335.pub2", "16034851");
    return out;
}

bib::Item at(bib::Item item, std::string_view journal, int year, std::string_view volume,
             std::string_view page, std::string_view DOI) {
    item.container_title = journal;
    item.issued.year = year;
    item.volume = volume;
    item.issue.clear();
    item.page = page;
    item.DOI = DOI;
    item.PMID.clear();
    return item;
}

/// Real works of which the index holds only a sibling: nobody may be accused by it, and it is named.
TEST(Verifier, NamesASiblingInsteadOfHoldingItAgainstTheCitation) {
    const auto updated =
        at(hayden(), "Cochrane Database Syst Rev", 2021, "", "CD009790", "10.1002/14651858.cd009790.pub2");
    auto other_authors =
        at(hayden(), "Cochrane Database Syst Rev", 2015, "", "CD000335", "10.1002/14651858.cd000335.pub4");
    other_authors.author = names("Hayden JA, Ellis J");
    const std::pair<bib::Item, const char*> cases[] = {
        {at(prisma(), "BMJ", 2009, "339", "b2535", ""), "printed in a second journal"},
        {at(prisma(), "BMJ", 2009, "339", "b2535", "10.1136/bmj.b2535"), "with that journal's DOI"},
        {at(prisma(), "Annals of Internal Medicine", 2009, "151", "264-269", ""), "in a third"},
        {at(prisma(), "PLoS Medicine", 2011, "8", "12-19", ""), "year, volume and page all other"},
        {at(prisma(), "Lancet", 2014, "6", "733-741", ""), "in a journal with a volume of the same number"},
        {other_authors, "an updated review by other authors"},
        {at(prisma(), "medRxiv", 2008, "", "", "10.1101/2008.11.01.08000001"), "its preprint"},
    };
    const auto index = index_of({prisma(), hayden(), maher(), foster()});
    Verifier verifier({index.get()});
    for (const auto& [cited, why] : cases) {
        const auto verdict = verifier.check(as_reference(cited));
        EXPECT_EQ(verdict.headline, finding::Headline::undecidable) << why << ": " << verdict.reason;
        EXPECT_NE(verdict.reason.find("is held"), std::string::npos) << why << ": " << verdict.reason;
        EXPECT_TRUE(verdict.wrong_fields.empty()) << why;
    }
    EXPECT_EQ(verifier.check(as_reference(updated)).headline, finding::Headline::undecidable);
}

TEST(Verifier, ANumberLostFromAParsedTitleMakesNoOtherPart) {
    const auto consort = journal_article(
        "Schulz KF, Altman DG, Moher D",
        "CONSORT 2010 statement: updated guidelines for reporting parallel group randomised trials", "BMJ",
        2010, "340", "", "c332", "10.1136/bmj.c332", "20332509");
    const auto index = index_of({consort, maher()});
    Verifier verifier({index.get()});
    auto reference = as_reference(at(consort, "BMC Med", 2010, "8", "18", "10.1186/1741-7015-8-18"));
    reference.item.title = "statement: updated guidelines for reporting parallel group randomised trials";
    reference.raw =
        "Schulz KF, Altman DG, Moher D. CONSORT 2010 Statement: updated guidelines for reporting parallel "
        "group "
        "randomised trials. BMC Med. 2010;8:18. doi:10.1186/1741-7015-8-18";
    const auto verdict = verifier.check(reference);
    EXPECT_EQ(verdict.headline, finding::Headline::undecidable) << verdict.reason;
}

TEST(Verifier, AWorkSaidToStandWhereAnotherStandsIsNotPrintedTwice) {
    const auto index = index_of({prisma(), maher(), foster()});
    Verifier verifier({index.get()});
    const auto verdict = verifier.check(as_reference(at(prisma(), "Lancet", 2017, "389", "740", "")));
    EXPECT_EQ(verdict.headline, finding::Headline::mismatch) << verdict.reason;
}

}  // namespace
}  // namespace whereof::verify
