// SPDX-License-Identifier: MIT
#include "verify/citation.hpp"

#include "verify/works.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(Prepare, MakesIdentifiersCanonicalAndTakesElisionsOut) {
    bib::Item item;
    item.DOI = "https://doi.org/10.7326/M16-2367";
    item.author = {{"Qaseem", "A", "", "", "", ""}, {"", "", "", "", "", "et al."}};
    const auto citation = prepare(as_reference(item));
    EXPECT_EQ(citation.item.DOI, "10.7326/m16-2367");
    EXPECT_EQ(citation.item.author.size(), 1U);
    EXPECT_TRUE(citation.item.authors_elided);
    EXPECT_TRUE(citation.has_identifier());
}

TEST(Prepare, ReadsTheRawStringWithoutItsIdentifiers) {
    bib::Reference reference;
    reference.raw =
        "Maher C. Pain. Lancet. 2017;389(10070):736-747. doi: 10.1016/S0140-6736(16)30970-9. PMID: 27745712.";
    auto citation = prepare(reference);
    EXPECT_TRUE(citation.raw_words.empty());
    read_raw(citation);
    EXPECT_EQ(citation.item.DOI, "10.1016/s0140-6736(16)30970-9");
    EXPECT_EQ(citation.item.PMID, "27745712");
    EXPECT_EQ(citation.numbers, (std::vector<std::string>{"2017", "389", "10070", "736", "747"}));
    EXPECT_EQ(citation.years, std::vector<int>{2017});
    EXPECT_EQ(citation.raw_words.size(), citation.breaks.size());
    EXPECT_EQ(citation.raw_words.size(), citation.initials.size());
    EXPECT_TRUE(citation.initials[1]);
    EXPECT_FALSE(citation.initials[0]);
}

TEST(Prepare, ALonePlaceBetweenTitleAndPagesIsTheJournal) {
    bib::Reference reference;
    reference.raw = "Neuhaus S. Wiki-based guidelines. Sarcoma, 2015, pp. 1-6.";
    reference.item.title = "Wiki-based guidelines";
    reference.item.publisher_place = "Sarcoma";
    reference.item.page = "1-6";
    EXPECT_EQ(prepare(reference).item.container_title, "Sarcoma");
}

TEST(Prepare, ATitleThatIsCutKeepsTheSignOfIt) {
    for (const char* sign : {"\u2026", "...", " ...", " [...]", " . . ."}) {
        bib::Reference reference;
        reference.raw = std::string("Maher C. Non-specific low back") + sign + " Lancet. 2017.";
        reference.item.title = "Non-specific low back";
        EXPECT_EQ(prepare(reference).item.title, "Non-specific low back\u2026") << sign;
    }
    bib::Reference whole;
    whole.raw = "Maher C. Non-specific low back pain. Lancet. 2017.";
    whole.item.title = "Non-specific low back pain";
    EXPECT_EQ(prepare(whole).item.title, "Non-specific low back pain");
}

TEST(Prepare, WordsBeforeTheReferenceAreNoAuthors) {
    bib::Item item;
    item.author = {
        {"", "", "", "", "", "Withdrawn"}, {"See also", "", "", "", "", ""}, {"Seeley", "W", "", "", "", ""}};
    const auto citation = prepare(as_reference(item));
    ASSERT_EQ(citation.item.author.size(), 1U);
    EXPECT_EQ(citation.item.author.front().family, "Seeley");
}

TEST(Prepare, ATranslatedTitleKeepsItsBrackets) {
    bib::Reference reference;
    reference.raw = "Larsen PB. [Gradueret aktivitet]. Eur Spine J. 2022;31(4):911-20. Danish.";
    reference.item.title = "Gradueret aktivitet";
    EXPECT_EQ(prepare(reference).item.title, "[Gradueret aktivitet]");
    reference.raw = "Larsen PB. Gradueret aktivitet [Danish]. Eur Spine J. 2022;31(4):911-20.";
    EXPECT_EQ(prepare(reference).item.title, "Gradueret aktivitet");
}

TEST(LikelySurnames, OffersBothEndsOfALiteralName) {
    bib::Item item;
    bib::Name name;
    name.literal = "Iciar M. Dávila Castrodad";
    item.author = {name};
    const auto surnames = likely_surnames(item);
    EXPECT_NE(std::ranges::find(surnames, "castrodad"), surnames.end());
    EXPECT_LE(surnames.size(), 4U);
    EXPECT_TRUE(likely_surnames({}).empty());
}

}  // namespace
}  // namespace whereof::verify
