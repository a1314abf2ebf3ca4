// SPDX-License-Identifier: MIT
#include "verify/verify.hpp"

#include "verify/works.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;
using finding::Headline;

struct Case {
    const char* what;
    bib::Item cited;
    Headline headline;
    std::vector<Field> wrong;
    std::string record;  ///< DOI; empty when none is to be named
};

bib::Item with(bib::Item item, const std::function<void(bib::Item&)>& change) {
    change(item);
    return item;
}

bib::Item without_identifiers(bib::Item item) {
    item.DOI.clear();
    item.PMID.clear();
    return item;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> kCases{
        {"as held", hartvigsen(), Headline::verified, {}, hartvigsen().DOI},
        {"et al.", shortened(hartvigsen(), 3), Headline::verified, {}, hartvigsen().DOI},
        {"no identifiers, abbreviated journal",
         with(without_identifiers(qaseem()), [](auto& i) { i.container_title = "Ann Intern Med"; }),
         Headline::verified,
         {},
         qaseem().DOI},
        {"subtitle dropped, first page only",
         with(without_identifiers(foster()),
              [](auto& i) {
                  i.title = "Prevention and treatment of low back pain";
                  i.page = "2368";
              }),
         Headline::verified,
         {},
         foster().DOI},
        {"only a DOI",
         with(bib::Item{}, [](auto& i) { i.DOI = maher().DOI; }),
         Headline::verified,
         {},
         maher().DOI},
        {"year",
         with(without_identifiers(maher()), [](auto& i) { i.issued.year = 2011; }),
         Headline::mismatch,
         {Field::issued},
         maher().DOI},
        {"volume",
         with(maher(), [](auto& i) { i.volume = "398"; }),
         Headline::mismatch,
         {Field::volume},
         maher().DOI},
        {"pages",
         with(without_identifiers(maher()), [](auto& i) { i.page = "803-806"; }),
         Headline::mismatch,
         {Field::page},
         maher().DOI},
        {"journal",
         with(maher(), [](auto& i) { i.container_title = "Spinal Cord"; }),
         Headline::mismatch,
         {Field::container_title},
         maher().DOI},
        {"an initial",
         with(qaseem(), [](auto& i) { i.author[2].given = "DM"; }),
         Headline::mismatch,
         {Field::author},
         qaseem().DOI},
        {"authors left out without et al.",
         with(hartvigsen(), [](auto& i) { i.author.resize(3); }),
         Headline::mismatch,
         {Field::author},
         hartvigsen().DOI},
        {"title",
         with(without_identifiers(maher()), [](auto& i) { i.title = "Surgery of the adolescent spine"; }),
         Headline::mismatch,
         {Field::title},
         maher().DOI},
        {"the DOI of another work",
         with(maher(), [](auto& i) { i.DOI = foster().DOI, i.PMID.clear(); }),
         Headline::wrong_identifier,
         {Field::DOI},
         maher().DOI},
        {"the PMID of another work",
         with(maher(), [](auto& i) { i.PMID = foster().PMID; }),
         Headline::wrong_identifier,
         {Field::PMID},
         maher().DOI},
        {"a PMID that nobody holds",
         with(maher(), [](auto& i) { i.PMID = "27769516"; }),
         Headline::wrong_identifier,
         {Field::PMID},
         maher().DOI},
        {"a DOI that nobody holds",
         with(qaseem(), [](auto& i) { i.DOI = "10.7326/m16-2070"; }),
         Headline::mismatch,
         {Field::DOI},
         qaseem().DOI},
        {"a foreign DOI and nothing that is held",
         with(bib::Item{},
              [](auto& i) {
                  i.author = {{"Invented", "P", "", "", "", ""}};
                  i.title = "Magnetic insoles for the treatment of tropical fevers";
                  i.container_title = "Journal of Improbable Medicine";
                  i.issued.year = 2009;
                  i.DOI = maher().DOI;
              }),
         Headline::wrong_identifier,
         {Field::DOI},
         ""},
        {"not held",
         with(bib::Item{},
              [](auto& i) {
                  i.author = {{"Samartzis", "D", "", "", "", ""}};
                  i.title = "A Review of the Causes and Management of Low Back Pain";
                  i.container_title = "Cureus";
                  i.issued.year = 2019;
              }),
         Headline::undecidable,
         {},
         ""},
        {"nothing to look for",
         with(bib::Item{}, [](auto& i) { i.issued.year = 2019; }),
         Headline::undecidable,
         {},
         ""},
    };
    return kCases;
}

std::vector<bib::Item> works_and_noise() {
    auto out = all_works();
    for (auto& item : noise()) {
        out.push_back(std::move(item));
    }
    return out;
}

TEST(Verifier, JudgesEachKindOfFault) {
    const auto index = index_of(works_and_noise());
    Verifier verifier({index.get()});
    for (const auto& entry : cases()) {
        SCOPED_TRACE(entry.what);
        const auto verdict = verifier.check(as_reference(entry.cited));
        EXPECT_EQ(finding::name(verdict.headline), finding::name(entry.headline)) << verdict.reason;
        EXPECT_EQ(verdict.wrong_fields, entry.wrong) << verdict.reason;
        EXPECT_EQ(verdict.record ? verdict.record->DOI : "", entry.record);
        EXPECT_FALSE(verdict.reason.empty());
        EXPECT_EQ(verdict.next_step.empty(), verdict.headline == Headline::verified);
    }
}

TEST(Verifier, GivesTheCitationWithItsWrongFieldsReplaced) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    const auto verdict = verifier.check(as_reference(with(maher(), [](auto& i) { i.volume = "398"; })));
    ASSERT_TRUE(verdict.corrected);
    EXPECT_EQ(verdict.corrected->volume, "389");
    EXPECT_EQ(verdict.corrected->title, maher().title);
}

TEST(Verifier, WithoutAuthoritiesNothingIsChecked) {
    Verifier verifier({});
    const auto verdict = verifier.check(as_reference(maher()));
    EXPECT_EQ(verdict.headline, Headline::unchecked);
    EXPECT_FALSE(verdict.record);
}

TEST(Verifier, AFieldLeftOutNeverMakesAVerifiedCitationWrong) {
    const auto index = index_of(works_and_noise());
    Verifier verifier({index.get()});
    const std::vector<std::function<void(bib::Item&)>> drops{[](auto& i) { i.volume.clear(); },
                                                             [](auto& i) { i.issue.clear(); },
                                                             [](auto& i) { i.page.clear(); },
                                                             [](auto& i) { i.issued = {}; },
                                                             [](auto& i) { i.container_title.clear(); },
                                                             [](auto& i) { i.title.clear(); },
                                                             [](auto& i) { i.DOI.clear(); },
                                                             [](auto& i) { i.PMID.clear(); },
                                                             [](auto& i) { i.author.clear(); }};
    for (const auto& work : all_works()) {
        for (std::size_t a = 0; a < drops.size(); ++a) {
            for (std::size_t b = a; b < drops.size(); ++b) {
                auto cited = work;
                drops[a](cited);
                drops[b](cited);
                const auto verdict = verifier.check(as_reference(cited));
                EXPECT_TRUE(verdict.headline == Headline::verified ||
                            verdict.headline == Headline::undecidable)
                    << a << " " << b << " " << verdict.reason;
            }
        }
    }
}

TEST(Verifier, TheOrderOfAuthoritiesChangesNothing) {
    const auto first = index_of(all_works());
    const auto second = index_of(noise());
    Verifier forwards({first.get(), second.get()});
    Verifier backwards({second.get(), first.get()});
    for (const auto& entry : cases()) {
        SCOPED_TRACE(entry.what);
        const auto a = forwards.check(as_reference(entry.cited));
        const auto b = backwards.check(as_reference(entry.cited));
        EXPECT_EQ(a.headline, b.headline);
        EXPECT_EQ(a.wrong_fields, b.wrong_fields);
        EXPECT_EQ(a.record.has_value(), b.record.has_value());
    }
}

TEST(Verifier, MoreRecordsNeverConvictWhatWasVerified) {
    const auto alone = index_of(all_works());
    const auto crowded = index_of(works_and_noise());
    Verifier before({alone.get()});
    Verifier after({crowded.get()});
    for (const auto& entry : cases()) {
        SCOPED_TRACE(entry.what);
        if (before.check(as_reference(entry.cited)).headline == Headline::verified) {
            EXPECT_EQ(after.check(as_reference(entry.cited)).headline, Headline::verified);
        }
    }
}

TEST(Verifier, AnUnheardOfRegistrantLeavesAWorkWithoutDOIUndecided) {
    auto held = maher();
    held.DOI.clear();
    const auto index = index_of({held, foster(), qaseem()});
    Posing large(*index, false, 60'000);
    Verifier verifier({&large});
    auto cited = maher();
    cited.PMID.clear();
    cited.DOI = "10.5839/936821";
    const auto verdict = verifier.check(as_reference(cited));
    EXPECT_EQ(verdict.headline, Headline::undecidable) << verdict.reason;
    EXPECT_NE(verdict.reason.find("10.5839/936821"), std::string::npos) << verdict.reason;
    cited.DOI = maher().DOI;  // others of this registrant are held
    EXPECT_EQ(verifier.check(as_reference(cited)).headline, Headline::verified);
    Posing small(*index, false, 3);
    cited.DOI = "10.5839/936821";
    EXPECT_EQ(Verifier({&small}).check(as_reference(cited)).headline, Headline::verified);
}

TEST(Verifier, InventedWordsAroundARealIdentifierAreAnotherWork) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    auto invented = maher();  // the identifier's own journal and year, but a title and authors of nobody's
    invented.title = "Magnetic insoles and the fevers of the tropics";
    invented.author = names("Nobody N, Someone S");
    invented.volume.clear();
    invented.issue.clear();
    invented.page.clear();
    const auto verdict = verifier.check(as_reference(invented));
    EXPECT_EQ(verdict.headline, finding::Headline::wrong_identifier) << verdict.reason;
    EXPECT_NE(verdict.reason.find("Non-specific low back pain"), std::string::npos) << verdict.reason;
}

TEST(Verifier, ARareFormOfADOIIsNoFaultWhereTheRecordHasNone) {
    auto held = journal_article("Bell JG, Tocher DR", "Farnesol and the lipids of salmon", "Lipids", 2004,
                                "39", "5", "427-433", "", "");
    const auto index = index_of({held});
    Verifier verifier({index.get()});
    held.DOI = "10.1007/s11745-004-1249-5";  // its check character fits no rule: co-published ones do not
    const auto verdict = verifier.check(as_reference(held));
    EXPECT_TRUE(verdict.wrong_fields.empty()) << verdict.reason;
}

TEST(Verifier, IsDeterministic) {
    const auto index = index_of(works_and_noise());
    Verifier verifier({index.get()});
    for (const auto& entry : cases()) {
        const auto a = verifier.check(as_reference(entry.cited));
        const auto b = verifier.check(as_reference(entry.cited));
        EXPECT_EQ(a.reason, b.reason);
        EXPECT_EQ(a.probability, b.probability);
    }
}

TEST(Verifier, BearsHostileReferences) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    bib::Reference hostile;
    hostile.raw = std::string(1'000'000, '(') + std::string(1000, '\0') + "\xff\xfe 2018;391:2356-67";
    hostile.item.title = std::string(100'000, '<');
    hostile.item.volume = std::string(10'000, '9');
    hostile.item.page = "-";
    hostile.item.DOI = "10.";
    EXPECT_EQ(verifier.check(hostile).headline, Headline::undecidable);
}

}  // namespace
}  // namespace whereof::verify
