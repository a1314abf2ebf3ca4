// SPDX-License-Identifier: MIT
#include "verify/candidates.hpp"

#include "works.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Counts the records that are fetched.
class Counting : public Posing {
  public:
    using Posing::Posing;
    std::vector<authority::Record> records(std::span<const authority::RecordId> ids) override {
        fetched += ids.size();
        return Posing::records(ids);
    }
    std::size_t fetched = 0;
};

class Candidates : public testing::Test {
  protected:
    void hold(std::vector<bib::Item> items) {
        items_ = std::move(items);
        index_ = index_of(items_);
        counting_ = std::make_unique<Counting>(*index_, false, 0);
    }
    template <typename Add>
    std::vector<std::string> found(Add add, const bib::Item& cited) {
        const Citation citation = prepare(as_reference(cited));
        return found(add, citation);
    }
    template <typename Add>
    std::vector<std::string> found(Add add, const Citation& citation) {
        candidates_.clear();
        add(*counting_, 0, citation, candidates_);
        std::vector<std::string> out;
        for (const Candidate& candidate : candidates_) {
            out.push_back(candidate.record.item.PMID);
        }
        return out;
    }

    std::vector<bib::Item> items_;
    std::unique_ptr<authority::Authority> index_;
    std::unique_ptr<Counting> counting_;
    std::vector<Candidate> candidates_;
};

TEST_F(Candidates, OfIdentifiersBearThoseThatLedThere) {
    hold(all_works());
    bib::Item cited = maher();
    cited.PMID = chou().PMID;
    EXPECT_THAT(found(add_by_identifiers, cited), UnorderedElementsAre(maher().PMID, chou().PMID));
    for (const Candidate& candidate : candidates_) {
        const bool is_maher = candidate.record.item.PMID == maher().PMID;
        EXPECT_THAT(candidate.identifiers, ElementsAre(is_maher ? bib::Field::DOI : bib::Field::PMID));
    }
    cited.DOI = "10.1016/none";
    cited.PMID.clear();
    EXPECT_THAT(found(add_by_identifiers, cited), IsEmpty());
    cited.DOI.clear();
    EXPECT_THAT(found(add_by_identifiers, cited), IsEmpty());
    EXPECT_EQ(counting_->fetched, 2U);
}

TEST_F(Candidates, AreFoundByTheirPlaceWhateverOneFactIs) {
    hold(all_works());
    struct Case {
        const char* what;
        void (*spoil)(bib::Item&);
    };
    const Case cases[] = {
        {"as it is", [](bib::Item&) {}},
        {"other title", [](bib::Item& item) { item.title = "Back pain in adults"; }},
        {"other page", [](bib::Item& item) { item.page = "1-2"; }},
        {"other year", [](bib::Item& item) { item.issued.year = 1999; }},
        {"other volume", [](bib::Item& item) { item.volume = "7"; }},
        {"other author", [](bib::Item& item) { item.author.front().family = "Mayer"; }},
    };
    for (const auto& [what, spoil] : cases) {
        bib::Item cited = maher();
        spoil(cited);
        EXPECT_THAT(found(add_by_place, cited), ElementsAre(maher().PMID)) << what;
    }
    bib::Item other = maher();
    other.title = "Knee pain";
    other.page = "1-2";
    other.author.front().family = "Mayer";
    EXPECT_THAT(found(add_by_place, other), IsEmpty());
}

TEST_F(Candidates, AreAddedOnce) {
    hold(all_works());
    const Citation citation = prepare(as_reference(maher()));
    add_by_identifiers(*counting_, 0, citation, candidates_);
    add_by_place(*counting_, 0, citation, candidates_);
    add_by_facts(*counting_, 0, citation, candidates_);
    add_by_words(*counting_, 0, citation, candidates_);
    const auto is_maher = [](const Candidate& candidate) {
        return candidate.record.item.PMID == maher().PMID;
    };
    EXPECT_EQ(std::ranges::count_if(candidates_, is_maher), 1);
}

TEST_F(Candidates, OfWordsEndWithTheWorkThatIsMeant) {
    std::vector<bib::Item> items;
    for (int i = 0; i < 90; ++i) {
        bib::Item item = maher();
        item.title = "Graded activity for lumbar stenosis in region " + std::to_string(1000 + i);
        item.page = std::to_string(100 + i);
        item.PMID = std::to_string(20'000'000 + i);
        item.DOI.clear();
        item.author.front().family = "Author" + std::string(1, static_cast<char>('a' + i % 26));
        items.push_back(item);
    }
    items.push_back(qaseem());
    hold(items);
    bib::Item cited = qaseem();
    cited.page = "1";
    cited.volume = "2";
    EXPECT_THAT(found(add_by_words, cited), testing::Contains(qaseem().PMID));
    const std::size_t fetched = counting_->fetched;
    EXPECT_LE(fetched, 16U) << "what comes behind the work meant is not looked at";

    counting_->fetched = 0;
    cited.title = "Graded activity for lumbar stenosis somewhere else entirely";
    (void)found(add_by_words, cited);
    EXPECT_GT(counting_->fetched, 64U) << "where none is meant, all are";
}

TEST_F(Candidates, OfTheRawNumbersNeedNoParsedField) {
    hold(all_works());
    bib::Reference reference;
    reference.raw = "Maher - non-specific low back pain / Lancet 389, 736; 2017";
    Citation citation = prepare(reference);
    read_raw(citation);
    EXPECT_THAT(found(add_by_raw_numbers, citation), ElementsAre(maher().PMID));
    reference.raw = "Maher - non-specific low back pain";
    citation = prepare(reference);
    read_raw(citation);
    EXPECT_THAT(found(add_by_raw_numbers, citation), IsEmpty());
}

TEST_F(Candidates, AreNotSoughtByWordsThatSayNothing) {
    hold(all_works());
    bib::Item cited;
    for (const char* title : {"", "the of and", "a", "Zebra crossings"}) {
        cited.title = title;
        EXPECT_THAT(found(add_by_words, cited), IsEmpty()) << title;
    }
    EXPECT_EQ(counting_->fetched, 0U);
}

}  // namespace
}  // namespace whereof::verify
