// SPDX-License-Identifier: MIT
#include "store/store.hpp"

#include "sqlite/database.hpp"
#include "store/codec.hpp"
#include "store/sample_article.hpp"
#include "support/data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::store {
namespace {

using test::ArticleBuilder;
using test::TemporaryFolder;
using testing::IsEmpty;
using testing::SizeIs;

article::Article back_pain() {
    ArticleBuilder builder("Sore back: what helps");
    builder.sentence("Low back pain (LBP) is common.")
        .claim("Staying active helps more than bed rest", {0, 1}, "reviews")
        .heading("Imaging")
        .claim("Studies suggest that early scans rarely help", {}, "Studies suggest")
        .reference("Maher", "Non-specific low back pain", "Lancet", 2017, "10.1016/s0140-6736(16)30970-9",
                   "27745712")
        .reference("Hauser", "Physical activity versus bed rest", "J Back Musculoskelet Rehabil", 2022);
    article::Article& out = builder.get();
    out.id = "PMC1";
    out.site = "example.org";
    out.DOI = "10.1000/x";
    out.date = "2024-05";
    out.language = "en";
    out.url = "https://example.org/back";
    out.warnings = {"a table was skipped", ""};
    out.markers.push_back({article::MarkerKind::author_year, {0, 3}, {}, {"Smith 2020", "9\n"}});
    out.references[0].id = "B1";
    out.references[0].reference.spans = {{bib::Field::title, {3, 9}, 0.25}};
    out.references[0].reference.confidence = 0.75;
    out.references[1].from_link = true;
    return out;
}

article::Article seed_like() {
    return ArticleBuilder("Physical therapy early")
        .claim("Starting PT early helped more than waiting", {0}, "a 2023 meta-analysis")
        .reference("Maher", "Nonspecific low back pain", "Lancet", 2017, "10.1016/s0140-6736(16)30970-9")
        .get();
}

TEST(Store, GivesAnArticleBackAsItWasPut) {
    const TemporaryFolder folder;
    const article::Article put = back_pain();
    std::int64_t id = 0;
    {
        const auto store = open_store(folder / "s.db");
        EXPECT_EQ(store->put_article("a.txt", "1", put), PutOutcome::added);
        id = store->articles().front().id;
        EXPECT_EQ(digest_of(store->article(id)), digest_of(put));
    }
    const auto store = open_store(folder / "s.db");
    const article::Article got = store->article(id);
    EXPECT_EQ(digest_of(got), digest_of(put));
    EXPECT_EQ(got.text, put.text);
    EXPECT_EQ(got.warnings, put.warnings);
    EXPECT_EQ(got.claims[0].references, put.claims[0].references);
    EXPECT_EQ(got.references[0].reference.item, put.references[0].reference.item);
    EXPECT_EQ(got.markers.back().dangling, put.markers.back().dangling);
    EXPECT_TRUE(got.references[1].from_link);
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Store, ListsAndFindsByPathKeyAndId) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("b.txt", "2", seed_like());
    store->put_article("a.txt", "1", back_pain());
    const auto all = store->articles();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].path, "a.txt");
    EXPECT_EQ(all[0].key, "PMC1");
    EXPECT_EQ(all[0].references, 2);
    EXPECT_EQ(all[0].claims, 2);
    EXPECT_EQ(all[1].key, "b.txt");
    EXPECT_EQ(store->find_article("a.txt")->id, all[0].id);
    EXPECT_EQ(store->find_article("PMC1")->id, all[0].id);
    EXPECT_EQ(store->find_article(std::to_string(all[1].id))->id, all[1].id);
    for (const char* name : {"", "nothing", "99", "1x", "%", "a.tx"}) {
        EXPECT_FALSE(store->find_article(name)) << name;
    }
    EXPECT_THROW((void)store->article(99), sqlite::DbError);
}

TEST(Store, LeavesTheSameAloneAndReplacesTheChanged) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    EXPECT_EQ(store->put_article("a.txt", "1", back_pain()), PutOutcome::added);
    const std::int64_t id = store->articles().front().id;
    EXPECT_EQ(store->put_article("a.txt", "1", seed_like()), PutOutcome::unchanged);
    EXPECT_EQ(store->article(id).title, back_pain().title);
    EXPECT_TRUE(store->has_article("a.txt", "1"));
    EXPECT_FALSE(store->has_article("a.txt", "2"));
    EXPECT_EQ(store->put_article("a.txt", "2", seed_like()), PutOutcome::replaced);
    ASSERT_THAT(store->articles(), SizeIs(1));
    EXPECT_EQ(store->articles().front().id, id);
    EXPECT_EQ(digest_of(store->article(id)), digest_of(seed_like()));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Store, LinksReferencesOfSeveralArticlesToWorks) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    ArticleBuilder other("Other");
    other.reference("Maher", "Another title altogether", "Lancet", 2017, "10.1016/s0140-6736(16)30970-9")
        .reference("Hauser", "Physical Activity Versus Bed-Rest", "J Back", 2022, "10.9999/other")
        .reference("Hauser", "Physical Activity Versus Bed-Rest", "J Back", 2019)
        .reference("", "", "", 0)
        .reference("", "", "", 0);
    store->put_article("a.txt", "1", back_pain());
    store->put_article("b.txt", "2", other.get());
    const auto first = store->references_of_article(store->find_article("a.txt")->id);
    const auto second = store->references_of_article(store->find_article("b.txt")->id);
    ASSERT_THAT(first, SizeIs(2));
    ASSERT_THAT(second, SizeIs(5));
    EXPECT_EQ(first[0].work, second[0].work) << "one DOI";
    EXPECT_EQ(first[1].work, second[1].work) << "one title, year and author, though only one gives a DOI";
    EXPECT_NE(first[1].work, second[2].work) << "another year";
    EXPECT_NE(second[3].work, second[4].work) << "nothing to link by";
    const auto same = store->references_of_work(first[1].work);
    const auto counts = store->citations_of_work(first[1].work);
    EXPECT_EQ(counts.citations, static_cast<std::int64_t>(same.size()));
    EXPECT_EQ(counts.articles, 2);
    EXPECT_EQ(store->citations_of_work(-1).citations, 0);
    ASSERT_THAT(same, SizeIs(2));
    EXPECT_EQ(same[1].id, second[1].id);
    EXPECT_EQ(same[1].index, 1U);
    EXPECT_EQ(store->reference(second[1].id)->listed.reference.item.DOI, "10.9999/other");
    EXPECT_FALSE(store->reference(12345));

    EXPECT_TRUE(store->remove_article("b.txt"));
    EXPECT_FALSE(store->remove_article("b.txt"));
    EXPECT_THAT(store->references_of_work(first[1].work), SizeIs(1));
    EXPECT_EQ(store->citations_of_work(first[1].work).citations, 1);
    EXPECT_THAT(store->works(), SizeIs(2));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

finding::Verdict mismatch() {
    finding::Verdict out;
    out.existence = finding::Existence::found;
    out.description = finding::Description::wrong;
    out.status = finding::Status::current;
    out.headline = finding::Headline::mismatch;
    out.wrong_fields = {bib::Field::volume, bib::Field::issued};
    out.reason = "the volume is another";
    out.next_step = "correct it";
    out.evidence = {{bib::Field::volume, finding::Agreement::different, "25", "24", "sample#1", "note"}};
    out.record.emplace();
    out.record->title = "Title";
    out.record->issued = {2022, 3, 0, ""};
    out.notices = {"corrected 2023"};
    out.probability = 0.9375;
    return out;
}

TEST(Store, KeepsVerdictsByTheStateOfTheAuthorities) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("a.txt", "1", back_pain());
    const std::int64_t id = store->references_of_article(store->articles().front().id)[1].id;
    EXPECT_FALSE(store->verdict(id, "state"));
    store->put_verdict(id, "state", mismatch());
    finding::Verdict newer = mismatch();
    newer.headline = finding::Headline::retracted;
    store->put_verdict(id, "newer", newer);
    const auto got = store->verdict(id, "state");
    ASSERT_TRUE(got);
    EXPECT_EQ(pack_verdict(*got), pack_verdict(mismatch()));
    EXPECT_EQ(got->record, mismatch().record);
    EXPECT_EQ(got->corrected, std::nullopt);
    EXPECT_EQ(got->evidence[0].found, "24");
    EXPECT_THAT(store->index().references_with_headline("retracted"), testing::ElementsAre(id));
    EXPECT_THAT(store->index().references_with_headline("mismatch"), IsEmpty()) << "an older say";
    EXPECT_THROW(store->put_verdict(424242, "state", mismatch()), sqlite::DbError);
    store->put_article("a.txt", "2", seed_like());
    EXPECT_FALSE(store->verdict(id, "state")) << "the reference is not there any more";
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Store, KnowsTheDesignsThatNewestVerdictsName) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("a.txt", "1", back_pain());
    const std::int64_t article = store->articles().front().id;
    const std::int64_t id = store->references_of_article(article)[1].id;
    store::Index& index = store->index();
    finding::Verdict trial = mismatch();
    trial.publication_types = {"Journal Article", "Randomized Controlled Trial"};
    store->put_verdict(id, "state", trial);
    EXPECT_EQ(index.known_design(id), bib::StudyDesign::randomized_trial);
    EXPECT_EQ(index.known_design(id - 1), bib::StudyDesign::unknown) << "nothing was said of it";
    EXPECT_THAT(index.references_with_design(bib::StudyDesign::randomized_trial), testing::ElementsAre(id));
    finding::Verdict letter = mismatch();
    letter.publication_types = {"Journal Article"};
    store->put_verdict(id, "newer", letter);
    EXPECT_EQ(index.known_design(id), bib::StudyDesign::unknown) << "the title alone says what it is";
    EXPECT_THAT(index.references_with_design(bib::StudyDesign::randomized_trial), IsEmpty());
    store->tell_verdict(id, "newest", trial);
    store->put_article("a.txt", "2", back_pain());
    EXPECT_THAT(index.references_with_design(bib::StudyDesign::randomized_trial),
                testing::ElementsAre(store->references_of_article(article)[1].id))
        << "it goes on with the same string of a replaced article";
}

TEST(Store, KnowsWhatWasToldLast) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("a.txt", "1", back_pain());
    const std::int64_t id = store->references_of_article(store->articles().front().id)[1].id;
    store->put_verdict(id, "one", mismatch());
    EXPECT_FALSE(store->told_verdict(id)) << "kept for search alone";
    store->tell_verdict(id, "one", mismatch());
    finding::Verdict newer = mismatch();
    newer.headline = finding::Headline::retracted;
    store->put_verdict(id, "two", newer);
    ASSERT_TRUE(store->told_verdict(id));
    EXPECT_EQ(store->told_verdict(id)->authority_state, "one");
    EXPECT_EQ(pack_verdict(store->told_verdict(id)->verdict), pack_verdict(mismatch()));
    store->tell_verdict(id, "two", newer);
    EXPECT_EQ(store->told_verdict(id)->authority_state, "two");
    EXPECT_FALSE(store->verdict(id, "one")) << "older states are forgotten";
    store->put_verdict(id, "two", newer);
    EXPECT_TRUE(store->told_verdict(id)) << "what was told stays told";
}

TEST(Store, KeepsWhatWasToldWhenAnArticleIsReplaced) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    article::Article article = back_pain();
    store->put_article("a.txt", "1", article);
    auto references = store->references_of_article(store->articles().front().id);
    store->tell_verdict(references[1].id, "one", mismatch());
    const std::string raw = references[1].listed.reference.raw;
    article.references.erase(article.references.begin());
    for (auto& claim : article.claims) {
        claim.references.clear();
    }
    for (auto& marker : article.markers) {
        marker.references.clear();
    }
    store->put_article("a.txt", "2", article);
    references = store->references_of_article(store->articles().front().id);
    ASSERT_EQ(references[0].listed.reference.raw, raw);
    const auto told = store->told_verdict(references[0].id);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->authority_state, "");
    EXPECT_EQ(pack_verdict(told->verdict), pack_verdict(mismatch()));
    EXPECT_FALSE(store->verdict(references[0].id, "one")) << "it has to be checked again";
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Store, TakesOddArticles) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("empty", "1", article::Article());
    article::Article odd;
    odd.title = std::string("a\0b\xFF", 4);
    odd.text =
        "x' OR 1=1; DROP TABLE articles; \"quoted\" \xE2\x98\x83 low\xC2\xAD"
        "back";
    odd.sentences.push_back({{0, odd.text.size()}, 7, article::BlockKind::quote});  // no such section
    store->put_article("odd' --", "2", odd);
    EXPECT_EQ(store->article(store->find_article("odd' --")->id).title, odd.title);
    EXPECT_THAT(store->check_integrity(), IsEmpty());
    EXPECT_TRUE(store->remove_article("odd' --"));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(Store, BoundsTheWordsOfOneArticle) {
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    article::Article odd;
    for (int i = 0; i < 260'000; ++i) {
        odd.text += "q" + std::to_string(i) + " ";
    }
    odd.sections.push_back({"", 0});
    odd.sentences.push_back({{0, odd.text.size()}, 0, article::BlockKind::paragraph});
    store->put_article("odd", "1", odd);
    const std::vector<std::string> terms{"q199999", "q200000"};
    const auto postings = store->index().postings(terms);
    EXPECT_THAT(postings[0], SizeIs(1));
    EXPECT_THAT(postings[1], IsEmpty());
}

}  // namespace
}  // namespace whereof::store
