// SPDX-License-Identifier: MIT
#include "search/conflicts.hpp"

#include "authority/local_index.hpp"
#include "claims_store.hpp"
#include "search/search.hpp"
#include "search/suggestions.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

using test::Said;

class Conflicts : public test::ClaimsStore {};

TEST_F(Conflicts, FindsOppositeClaims) {
    put("a.md", {{"Graded activity is better than bed rest for back pain.", {1}}});
    put("b.md", {{"Bed rest was better than graded activity.", {0}}});
    put("c.md", {{"Graded activity beats bed rest.", {1}}});
    const auto found = survey_conflicts(*store_).listed;
    ASSERT_THAT(found, SizeIs(2));
    for (const Conflict& conflict : found) {
        EXPECT_EQ(conflict.kind, ConflictKind::opposite_directions);
        ASSERT_THAT(conflict.claims, SizeIs(2));
    }
    EXPECT_THAT(survey_conflicts(*store_, store_->find_article("b.md")->id).listed, SizeIs(2));
    EXPECT_THAT(survey_conflicts(*store_, store_->find_article("a.md")->id).listed, SizeIs(1));
}

TEST_F(Conflicts, TellsTheSameSourceCitedForOppositeClaims) {
    put("a.md", {{"Early PT beats delayed PT.", {0}}});
    put("b.md", {{"Delayed PT is superior to early PT.", {0}}});
    const auto found = survey_conflicts(*store_).listed;
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found.front().kind, ConflictKind::opposite_of_one_source);
}

TEST_F(Conflicts, LeavesOtherPairsOutcomesAndHedgesAlone) {
    put("a.md", {{"Surgery was better than exercise for leg pain.", {}},
                 {"Exercise was better than surgery for cost.", {}},
                 {"Yoga is better than stretching.", {}},
                 {"Stretching is better than rest.", {}},
                 {"Massage may be better than heat.", {}},
                 {"Heat is better than massage.", {}},
                 {"Acupuncture did not differ from sham.", {}}});
    EXPECT_THAT(survey_conflicts(*store_).listed, IsEmpty());
}

TEST_F(Conflicts, TakesNoStudyForWhatItStudied) {
    put("a.md",
        {{"The study demonstrated a better response with the aspirin group and similar sleep.", {0}}});
    put("b.md", {{"Some studies have supported the use of another drug when toxicity results in reduced "
                  "responsiveness.",
                  {0}}});
    EXPECT_THAT(survey_conflicts(*store_).listed, IsEmpty());
}

TEST_F(Conflicts, AsksForBothSidesAndWhatTheyShare) {
    put("a.md", {{"High-dose vitamin D was better than low-dose vitamin D.", {}},
                 {"The new regimen was better than the old regimen.", {}},
                 {"Early antibiotics were better than delayed antibiotics.", {}},
                 {"The study showed a better response.", {}},
                 {"Drug A reduced mortality.", {}},
                 {"Zinc reduced mortality.", {}},
                 {"The study group had less pain than the control group.", {}}});
    put("b.md", {{"Low-dose aspirin was better than high-dose aspirin.", {}},
                 {"The old device was better than the new device.", {}},
                 {"Delayed surgery was better than early surgery.", {}},
                 {"Some studies have reduced responsiveness.", {}},
                 {"Drug B increased mortality.", {}},
                 {"Zinc increased mortality.", {}},
                 {"The control group had less pain than the study group.", {}}});
    for (const Conflict& conflict : survey_conflicts(*store_).listed) {
        ADD_FAILURE() << conflict.claims[0].text << " | " << conflict.claims[1].text;
    }
}

TEST_F(Conflicts, FindsWhatTheSidesShareInTitlesOfSources) {
    put("a.md", {{"Early physical therapy gave less pain than delayed physical therapy.", {}}});
    put("b.md", {{"Delayed care gave less pain than early care.", {0}}});
    EXPECT_THAT(survey_conflicts(*store_).listed, IsEmpty()) << "the second speaks of care";
    put("c.md", {{"Delayed physical therapy gave less pain than early physical therapy.", {1}}});
    EXPECT_THAT(survey_conflicts(*store_).listed, SizeIs(1));
}

TEST_F(Conflicts, FindsClaimsThatRestOnFlaggedSources) {
    put("a.md",
        {{"Early PT beats delayed PT.", {0}}, {"Yoga helps most people.", {1}}, {"Both help.", {0, 1}}});
    const auto id = store_->find_article("a.md")->id;
    finding::Verdict retracted;
    retracted.headline = finding::Headline::retracted;
    finding::Verdict absent;
    absent.headline = finding::Headline::not_found;
    store_->put_verdict(store::reference_id(id, 0), "s", retracted);
    store_->put_verdict(store::reference_id(id, 1), "s", absent);
    std::vector<std::string> kinds;
    for (const Conflict& conflict : survey_conflicts(*store_).listed) {
        kinds.push_back(std::string(name(conflict.kind)) + " " + conflict.claims.front().id);
    }
    EXPECT_THAT(kinds, testing::ElementsAre("rests-on-retracted a.md#c1", "rests-on-retracted a.md#c3",
                                            "rests-on-unverifiable a.md#c2"));
}

TEST_F(Conflicts, DesignsAreFilters) {
    put("a.md",
        {{"Early PT beats delayed PT.", {0}}, {"Yoga helps most people.", {1}}, {"Nothing is known.", {}}});
    const auto meta = search(*store_, "design:meta-analysis", Options());
    ASSERT_TRUE(meta);
    ASSERT_THAT(*meta, SizeIs(1));
    EXPECT_EQ(meta->front().id, "a.md#c1");
    const auto trial = search(*store_, "design:rct", Options());
    ASSERT_TRUE(trial);
    ASSERT_THAT(*trial, SizeIs(1));
    EXPECT_EQ(trial->front().id, "a.md#c2");
    const auto wrong = search(*store_, "design:metaanalysis", Options());
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().what, testing::HasSubstr("did you mean meta-analysis"));
}

TEST_F(Conflicts, DesignsOfRecordsPrevailOverTitles) {
    put("a.md", {{"Early PT beats delayed PT.", {0}}, {"Yoga helps most people.", {1}}});
    const auto id = store_->find_article("a.md")->id;
    finding::Verdict verdict;
    verdict.headline = finding::Headline::verified;
    verdict.record = bib::Item();
    verdict.publication_types = {"Journal Article", "Randomized Controlled Trial"};
    store_->put_verdict(store::reference_id(id, 0), "s", verdict);
    const auto ids = [&](const char* query) {
        std::string out;
        const auto hits = search(*store_, query, Options());
        for (const Hit& hit : *hits) {
            out += (out.empty() ? "" : " ") + hit.id;
        }
        return out;
    };
    EXPECT_EQ(ids("design:meta-analysis"), "") << "its title says so, its record does not";
    EXPECT_EQ(ids("design:rct"), "a.md#c1 a.md#c2");
}

TEST_F(Conflicts, SuggestsWorksOfTheStore) {
    put("a.md", {{"Chronic low back pain may ease with yoga NOT (pills: \"OR\".", {}}});
    const auto found =
        suggest_works(*store_, {}, store_->article(store_->find_article("a.md")->id).claims[0].text, {}, 3);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found.front().item.title, testing::HasSubstr("Yoga"));
    EXPECT_THAT(suggest_works(*store_, {}, "We will conduct a randomized clinical trial of cheese.", {}, 3),
                IsEmpty())
        << "how it was found out is no subject";
    EXPECT_THAT(suggest_works(*store_, {}, "Early meta-analysis of delayed films.", {}, 3), IsEmpty())
        << "two of four words, and not what it is of";
    EXPECT_THAT(suggest_works(*store_, {}, "The moon is made of cheese.", {}, 3), IsEmpty());
    EXPECT_THAT(suggest_works(*store_, {}, "", {}, 3), IsEmpty());
}

TEST_F(Conflicts, SuggestsWhatHasTheRarestWordOfTheClaim) {
    put("a.md", {{"Nothing is cited here.", {}}});
    auto article = test::article_that_says({{"Much is cited here.", {}}});
    for (const char* title :
         {"Acupuncture for chronic low back pain", "Acupuncture in chronic low back pain: a trial",
          "Surgery for chronic low back pain", "Predictors of efficacy in chronic low back pain",
          "Effect of a short intensive massage programme on pain and flexibility in chronic low back pain"}) {
        article.references.push_back(article.references.front());
        article.references.back().reference.raw = title;
        article.references.back().reference.item.title = title;
    }
    store_->put_article("b.md", "1", article);
    const auto found =
        suggest_works(*store_, {}, "Trials show that massage eases chronic low back pain.", {}, 3);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found.front().item.title, testing::HasSubstr("massage"));
}

/// Says all that "Bathing in warm water eases stiffness of older adults." asks.
bib::Item bathing(std::string_view abstract) {
    bib::Item out;
    out.type = bib::ItemType::article_journal;
    out.title = "Aquatic exercise for stiffness";
    out.DOI = "10.1000/bath";
    out.abstract = abstract;
    return out;
}

TEST_F(Conflicts, SuggestsByAbstractsWhatNoTitleSays) {
    constexpr const char* kClaim = "Bathing in warm water eases stiffness of older adults.";
    constexpr const char* kAbstract = "Older adults bathed in warm water.";
    put("a.md", {{kClaim, {}}});
    const auto offered = [&](const char* claim, const bib::Item& item) {
        const auto authority = authority::index_in_memory(std::span(&item, 1));
        authority::Authority* const asked[] = {authority.get()};
        return suggest_works(*store_, asked, claim, {}, 3);
    };
    EXPECT_THAT(offered(kClaim, bathing("")), IsEmpty());
    const auto found = offered(kClaim, bathing(kAbstract));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found.front().where, testing::HasSubstr("10.1000/bath"));
    EXPECT_THAT(offered("Yoga in warm rooms eases stiffness of backs.", bathing(kAbstract)), IsEmpty())
        << "too little of the claim";
    EXPECT_THAT(offered("Older adults bathed in warm water.", bathing(kAbstract)), IsEmpty())
        << "nothing of the claim in the title";
    EXPECT_THAT(offered("", bathing(kAbstract)), IsEmpty());
    // The same from a work that the store has with its abstract.
    auto article = test::article_that_says({{"Something else.", {0}}});
    article.references[0].reference.item = bathing(kAbstract);
    store_->put_article("b.md", "1", article);
    const auto of_store = suggest_works(*store_, {}, kClaim, {}, 3);
    ASSERT_THAT(of_store, SizeIs(1));
    EXPECT_EQ(of_store.front().item.title, "Aquatic exercise for stiffness");
}

TEST_F(Conflicts, SuggestsNothingFlagged) {
    put("a.md", {{"Chronic low back pain may ease with yoga.", {}}});
    const auto id = store_->find_article("a.md")->id;
    for (const auto& [headline, offered] : {std::pair(finding::Headline::not_found, 0U),
                                            {finding::Headline::wrong_identifier, 0U},
                                            {finding::Headline::retracted, 0U},
                                            {finding::Headline::concern, 0U},
                                            {finding::Headline::mismatch, 0U},
                                            {finding::Headline::verified, 1U}}) {
        finding::Verdict verdict;
        verdict.headline = headline;
        store_->put_verdict(store::reference_id(id, 1), "s", verdict);
        EXPECT_THAT(suggest_works(*store_, {}, "Chronic low back pain may ease with yoga.", {}, 3),
                    SizeIs(offered))
            << finding::name(headline);
    }
}

/// A work that two articles cite: who describes it well is who it is offered as.
TEST_F(Conflicts, SuggestsAWorkAsASoundCitationOfItHasIt) {
    constexpr const char* kClaim = "Chronic low back pain may ease with yoga.";
    put("a.md", {{kClaim, {}}});
    put("b.md", {{kClaim, {}}});
    const auto a = store::reference_id(store_->find_article("a.md")->id, 1);
    const auto b = store::reference_id(store_->find_article("b.md")->id, 1);
    ASSERT_EQ(store_->reference(a)->work, store_->reference(b)->work);
    const auto offered = [&](finding::Headline of_a, finding::Headline of_b) {
        for (const auto& [reference, headline] : {std::pair(a, of_a), std::pair(b, of_b)}) {
            finding::Verdict verdict;
            verdict.headline = headline;
            store_->put_verdict(reference, "s", verdict);
        }
        return suggest_works(*store_, {}, kClaim, {}, 3).size();
    };
    using finding::Headline;
    EXPECT_EQ(offered(Headline::mismatch, Headline::verified), 1U);
    EXPECT_EQ(offered(Headline::verified, Headline::mismatch), 1U);
    EXPECT_EQ(offered(Headline::mismatch, Headline::mismatch), 0U);
    EXPECT_EQ(offered(Headline::retracted, Headline::unchecked), 0U) << "one work, however it is cited";
    EXPECT_EQ(offered(Headline::unchecked, Headline::retracted), 0U);
}

}  // namespace
}  // namespace whereof::search
