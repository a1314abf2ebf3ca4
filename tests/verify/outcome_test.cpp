// SPDX-License-Identifier: MIT
#include "verify/outcome.hpp"

#include "verify/match.hpp"
#include "works.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// Every work of a list as a candidate for a citation, weighed.
std::vector<Candidate> weighed(const Citation& citation, const std::vector<bib::Item>& items) {
    std::vector<Candidate> out;
    authority::RecordId id = 0;
    for (const bib::Item& item : items) {
        Candidate candidate;
        candidate.record.id = ++id;
        candidate.record.item = item;
        for (const auto field : {bib::Field::DOI, bib::Field::PMID}) {
            if (!item.text(field).empty() && item.text(field) == citation.item.text(field)) {
                candidate.identifiers.push_back(field);
            }
        }
        weigh(citation, candidate);
        out.push_back(std::move(candidate));
    }
    return out;
}

TEST(Decide, PicksTheWorkThatIsDescribedWhateverTheOrder) {
    auto items = all_works();
    for (const bib::Item& more : noise()) {
        items.push_back(more);
    }
    for (const bib::Item& meant : all_works()) {
        bib::Item cited = shortened(meant, 2);
        cited.DOI.clear();
        cited.PMID.clear();
        const Citation citation = prepare(as_reference(cited));
        std::ranges::sort(items, {}, &bib::Item::title);
        do {
            auto candidates = weighed(citation, items);
            const Outcome outcome = decide(citation, candidates);
            ASSERT_NE(outcome.work, nullptr) << meant.title;
            EXPECT_EQ(outcome.work->record.item.PMID, meant.PMID);
            EXPECT_THAT(outcome.foreign, IsEmpty());
            std::rotate(items.begin(), items.begin() + 1, items.end());
        } while (!std::ranges::is_sorted(items, {}, &bib::Item::title));
    }
}

TEST(Decide, NamesTheOwnerOfAForeignIdentifier) {
    bib::Item cited = maher();
    cited.DOI = chou().DOI;
    const Citation citation = prepare(as_reference(cited));
    auto candidates = weighed(citation, all_works());
    const Outcome outcome = decide(citation, candidates);
    ASSERT_NE(outcome.work, nullptr);
    EXPECT_EQ(outcome.work->record.item.PMID, maher().PMID);
    ASSERT_THAT(outcome.foreign, SizeIs(1));
    EXPECT_EQ(outcome.foreign.front().field, bib::Field::DOI);
    ASSERT_NE(outcome.foreign.front().owner, nullptr);
    EXPECT_EQ(outcome.foreign.front().owner->record.item.PMID, chou().PMID);
}

TEST(Decide, CompletesAWorkFromItsUnmergedDouble) {
    bib::Item bare = maher();
    bare.PMID.clear();
    bare.volume.clear();
    bare.page.clear();
    bib::Item whole = maher();
    whole.DOI.clear();
    bib::Item cited = maher();
    cited.DOI.clear();
    cited.PMID.clear();
    const Citation citation = prepare(as_reference(cited));
    auto candidates = weighed(citation, {bare, whole});
    const Outcome outcome = decide(citation, candidates);
    ASSERT_NE(outcome.work, nullptr);
    EXPECT_EQ(outcome.work->record.item.DOI, maher().DOI);
    EXPECT_EQ(outcome.work->record.item.PMID, maher().PMID);
    EXPECT_EQ(outcome.work->record.item.volume, maher().volume);
}

TEST(Decide, FindsNoWorkWhereOnlyWordsAreShared) {
    bib::Item cited = journal_article("Novak P, Svoboda L", "Low back pain and why we need to move", "Spine",
                                      2003, "28", "4", "11-19", "", "");
    const Citation citation = prepare(as_reference(cited));
    auto candidates = weighed(citation, all_works());
    const Outcome outcome = decide(citation, candidates);
    EXPECT_EQ(outcome.work, nullptr);
    EXPECT_THAT(outcome.foreign, IsEmpty());
    std::vector<Candidate> none;
    EXPECT_EQ(decide(citation, none).work, nullptr);
}

}  // namespace
}  // namespace whereof::verify
