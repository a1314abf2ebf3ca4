// SPDX-License-Identifier: MIT
#include "search/search.hpp"

#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using test::ArticleBuilder;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Three short articles of our own about back pain, as a clinic's page would have them.
class Search : public testing::Test {
  protected:
    void SetUp() override {
        store_ = store::open_store(folder_ / "s.db");
        store_->put_article("clinic.txt", "1", clinic());
        store_->put_article("guide.html", "2", guide());
        store_->put_article("trial.xml", "3", trial());
    }

    static article::Article clinic() {
        ArticleBuilder builder("When your back flares up");
        builder.sentence("A quick course of PT may calm a flare.")
            .heading("Questions")
            .claim("Beginning PT in the first two weeks after a flare gave better relief than waiting", {0},
                   "a 2023 meta-analysis")
            .claim("Reviews agree that graded activity beats bed rest for a stiff back", {1}, "Reviews")
            .claim("Nobody needs an MRI before physical therapy unless there are red flags", {2})
            .reference("Fritz", "Early Versus Delayed Physical Therapy for Low-Back Pain", "PM&R", 2023)
            .reference("Hauser", "Physical Activity Versus Bed Rest", "J Back Musculoskelet Rehabil", 2022)
            .reference("AAFP", "Imaging for Low Back Pain", "Choosing Wisely", 2022);
        builder.get().site = "clinic.example";
        return builder.get();
    }
    static article::Article guide() {
        ArticleBuilder builder("All about physical therapy");
        builder.sentence("Physical therapy (PT) is a cornerstone of care.")
            .claim("Exercise helps the spine to move", {0})
            .claim("Studies suggest that massage eases tumour pain", {}, "Studies suggest")
            .reference("Maher", "Non-specific low back pain", "Lancet", 2017,
                       "10.1016/s0140-6736(16)30970-9");
        builder.get().id = "guide-1";
        return builder.get();
    }
    static article::Article trial() {
        return ArticleBuilder("Randomised trial of yoga")
            .sentence("The aim was to compare yoga with stretching.")
            .claim("TNF-α fell by half", {0})
            .sentence("Yoga was no better than stretching (p < 0.05).")
            .reference("Sherman", "Yoga, stretching and a book", "Arch Intern Med", 2011)
            .get();
    }

    void add_two_of_one_score() {
        for (const char* title : {"A cohort of backs", "A meta-analysis of backs"}) {
            store_->put_article(title, "s",
                                ArticleBuilder("Same")
                                    .claim("Zumba helps backs.", {0})
                                    .reference("A", title, "J", 2020)
                                    .get());
        }
    }
    std::vector<Hit> find(std::string_view query, Scope scope = Scope::claims, std::size_t limit = 10) {
        Options options;
        options.scope = scope;
        options.limit = limit;
        options.explain = true;
        return find(query, options);
    }
    std::vector<Hit> find(std::string_view query, const Options& options) {
        const auto hits = search(*store_, query, options);
        EXPECT_TRUE(hits) << query << ": " << (hits ? "" : hits.error().what);
        return hits ? *hits : std::vector<Hit>();
    }
    std::string first(std::string_view query, Scope scope = Scope::claims) {
        const auto hits = find(query, scope);
        return hits.empty() ? "" : hits.front().id;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_;
};

TEST_F(Search, TakesNoSynonymOfAVerbForAnAnswer) {
    store_->put_article("d.txt", "4",
                        test::ArticleBuilder("Diet").claim("Salt is best avoided", {}, "Studies").get());
    EXPECT_THAT(find("does aspirin prevent stroke"), IsEmpty()) << "\"avoid\" may stand for \"prevent\"";
    EXPECT_EQ(first("avoid salt"), "d.txt#c1");
    EXPECT_EQ(first("prevent salt"), "d.txt#c1");
    EXPECT_EQ(first("prevent"), "d.txt#c1") << "all that was asked";
}

TEST_F(Search, AnswersHowPeopleAsk) {
    EXPECT_EQ(first("early PT beats delayed PT"), "clinic.txt#c1");
    EXPECT_EQ(first("does starting physical therapy early help more than waiting"), "clinic.txt#c1");
    EXPECT_EQ(first("graded activity vs bed rest"), "clinic.txt#c2");
    EXPECT_EQ(first("MRI before physical therapy"), "clinic.txt#c3");
    EXPECT_EQ(first("tumor pain massage"), "guide-1#c2") << "the other spelling";
    EXPECT_EQ(first("TNF-alpha"), "trial.xml#c1");
    EXPECT_EQ(first("yoga better than stretching", Scope::sentences), "trial.xml:2");
    EXPECT_EQ(first("yoga", Scope::articles), "trial.xml");
    EXPECT_EQ(first("Maher back pain", Scope::references), "guide-1#r1");
}

TEST_F(Search, PutsWhatSaysAllThatWasAskedBeforeWhatOnlyStandsInARelatedArticle) {
    store_->put_article("lungs.txt", "4",
                        ArticleBuilder("Lung cancer and training of the lung in lung cancer")
                            .claim("Training of the lung improved uptake better than rest", {}, "Lung cancer")
                            .claim("Smoking causes most cancer of this kind (LC)", {}, "Lung cancer")
                            .sentence("Lung cancer is common, and lung cancer kills.")
                            .get());
    store_->put_article("breath.txt", "5",
                        ArticleBuilder("Short of breath")
                            .sentence("Many are.")
                            .claim("Dyspnoea goes with lung cancer", {}, "Causes")
                            .get());
    EXPECT_EQ(first("lung cancer"), "breath.txt#c1");
    EXPECT_EQ(first("cancer of the lung"), "breath.txt#c1");
    EXPECT_EQ(first("lung training"), "lungs.txt#c1");
}

TEST_F(Search, FillsEveryPartOfAHit) {
    const auto hits = find("early PT beats delayed PT");
    ASSERT_FALSE(hits.empty());
    const Hit& hit = hits.front();
    EXPECT_EQ(hit.rank, 1U);
    EXPECT_EQ(hit.text, "Beginning PT in the first two weeks after a flare gave better relief than waiting");
    EXPECT_EQ(hit.path, "clinic.txt");
    EXPECT_EQ(hit.line, 3U);
    EXPECT_EQ(hit.column, 1U);
    EXPECT_EQ(hit.heading, "Questions");
    EXPECT_EQ(hit.article_title, "When your back flares up");
    ASSERT_THAT(hit.references, SizeIs(1));
    EXPECT_EQ(hit.references[0].index, 1U);
    EXPECT_EQ(hit.references[0].reference.item.issued.year, 2023);
    EXPECT_FALSE(hit.references[0].verdict);
    std::vector<std::string> marked;
    for (const Span& span : hit.matched) {
        marked.emplace_back(span.of(hit.text));
    }
    EXPECT_THAT(marked, ElementsAre("PT", "better", "than", "waiting"));
    ASSERT_FALSE(hit.explanation.empty());
    EXPECT_THAT(hit.explanation.front(), HasSubstr("early <- source title"));
    EXPECT_THAT(hit.explanation.front(), HasSubstr("PT <- text"));
    EXPECT_TRUE(std::ranges::is_sorted(hits, std::greater<>(), &Hit::score));
}

TEST_F(Search, ObeysTheQueryLanguage) {
    struct Case {
        const char* query;
        std::vector<std::string> expected;  ///< ids, in any order
    };
    const std::vector<Case> cases{
        {"\"bed rest\"", {"clinic.txt#c2"}},
        {"\"rest bed\"", {}},
        {"claim:PT AND claim:waiting", {"clinic.txt#c1"}},
        {"claim:graded AND claim:waiting", {}},
        {"physical -claim:MRI author:AAFP", {}},
        {"massag*", {"guide-1#c2"}},
        {"claim:m*", {"clinic.txt#c3", "guide-1#c1", "guide-1#c2"}},
        {"author:Fri*", {"clinic.txt#c1"}},
        {"author:Fritz", {"clinic.txt#c1"}},
        {"year:2022 back", {"clinic.txt#c2", "clinic.txt#c3"}},
        {"year:2023..", {"clinic.txt#c1"}},
        {"journal:Lancet", {"guide-1#c1"}},
        {"journal:\"Arch Intern\"", {"trial.xml#c1"}},
        {"cited:no", {"guide-1#c2"}},
        {"site:clinic.example title:flares source:imaging", {"clinic.txt#c3"}},
        {"site:nowhere", {}},
        {"(massage OR yoga) AND claim:fell", {"trial.xml#c1"}},
        {"NOT massage source:bed", {"clinic.txt#c2"}},
        {"flare NEAR/8 PT", {"clinic.txt#c1"}},
        {"\"PT flare\"~2", {}},
        {"heading:questions activity", {"clinic.txt#c2"}},
        {"verdict:retracted", {}},
        {"the of with", {}},
        {"the AND of", {}},
        {"the year:2023", {"clinic.txt#c1"}},
        {"zebra", {}},
    };
    for (const auto& [query, expected] : cases) {
        std::vector<std::string> ids;
        for (const Hit& hit : find(query)) {
            if (query != std::string_view("heading:questions activity") || ids.empty()) {
                ids.push_back(hit.id);
            }
        }
        EXPECT_THAT(ids, testing::UnorderedElementsAreArray(expected)) << query;
    }
}

TEST_F(Search, OrdersByYearAndByEvidence) {
    add_two_of_one_score();
    Options options;
    options.limit = 50;
    const auto ids = [&](Order order) {
        options.order = order;
        std::vector<std::string> out;
        for (const Hit& hit : find("cited:yes", options)) {
            int year = 0;
            int level = 6;
            for (const HitReference& source : hit.references) {
                const auto& item = source.reference.item;
                year = std::max(year, item.issued.year);
                const int one = bib::evidence_level(bib::study_design_of_text(item.title));
                level = one > 0 ? std::min(level, one) : level;
            }
            out.push_back(std::to_string(order == Order::year ? 9999 - year : level));
        }
        return out;
    };
    for (const Order order : {Order::year, Order::evidence}) {
        const auto keys = ids(order);
        ASSERT_GE(keys.size(), 3U);
        EXPECT_TRUE(std::ranges::is_sorted(keys));
        EXPECT_NE(keys.front(), keys.back());
    }
}

TEST_F(Search, LetsEvidenceDecideBetweenEqualScores) {
    add_two_of_one_score();
    const auto first = [&](bool evidence) {
        Options options;
        options.evidence_breaks_ties = evidence;
        const auto hits = find("zumba", options);
        EXPECT_EQ(hits.size(), 2U);
        EXPECT_DOUBLE_EQ(hits[0].score, hits[1].score);
        return hits[0].path;
    };
    EXPECT_EQ(first(true), "A meta-analysis of backs");
    EXPECT_EQ(first(false), "A cohort of backs");
}

TEST_F(Search, GivesOnlyTheStanceThatIsAskedFor) {
    Options options;
    options.scope = Scope::sentences;
    options.limit = 50;
    std::size_t sum = 0;
    for (const Stance stance : {Stance::agrees, Stance::disagrees, Stance::no_direction}) {
        options.stance = stance;
        for (const Hit& hit : find("yoga vs stretching", options)) {
            ASSERT_TRUE(hit.comparison);
            EXPECT_EQ(hit.comparison->stance, stance);
            ++sum;
        }
    }
    options.stance.reset();
    const auto all = find("yoga vs stretching", options);
    EXPECT_GE(sum, 1U);
    EXPECT_EQ(sum, static_cast<std::size_t>(std::ranges::count_if(
                       all, [](const Hit& hit) { return hit.comparison->stance != Stance::unrelated; })));
    options.stance = Stance::agrees;
    EXPECT_FALSE(search(*store_, "back pain", options));
}

TEST_F(Search, FindsCompoundsWrittenAsOneWordOrTwo) {
    store_->put_article(
        "one", "s",
        ArticleBuilder("One word").claim("Bedrest and TNFα and follow-up hurt knees.", {}, "Studies").get());
    struct Case {
        const char* query;
        const char* id;
    };
    constexpr Case kCases[] = {
        {"claim:knees AND bedrest", "one#c1"}, {"bed rest knees", "one#c1"},
        {"TNF-alpha knees", "one#c1"},         {"TNFα knees", "one#c1"},
        {"followup knees", "one#c1"},          {"gradedactivity", "clinic.txt#c2"},
        {"stiffback", "clinic.txt#c2"},
    };
    for (const auto& [query, id] : kCases) {
        EXPECT_EQ(first(query), id) << query;
    }
    for (const Hit& hit : find("bed rest knees")) {
        if (hit.id == "one#c1") {
            EXPECT_THAT(hit.explanation.front(), HasSubstr("(as \"bedrest\")"));
            EXPECT_EQ(hit.matched.front().of(hit.text), "Bedrest");
        }
    }
    EXPECT_THAT(find("qqqzzzwww"), IsEmpty());
}

TEST_F(Search, FindsByTheNewestVerdict) {
    const auto references = store_->references_of_article(store_->find_article("clinic.txt")->id);
    finding::Verdict verdict;
    verdict.headline = finding::Headline::retracted;
    store_->put_verdict(references[1].id, "state", verdict);
    const auto hits = find("verdict:retracted");
    ASSERT_THAT(hits, SizeIs(1));
    EXPECT_EQ(hits[0].id, "clinic.txt#c2");
    EXPECT_THAT(find("verdict:retracted massage"), IsEmpty());
}

TEST_F(Search, UsesAbbreviationsThatArticlesDefine) {
    store_->put_article("lbp.txt", "4",
                        ArticleBuilder("Notes")
                            .sentence("Graded motor imagery (GMI) was tried.")
                            .claim("GMI lowered scores", {}, "studies")
                            .get());
    const auto hits = find("graded motor imagery");
    ASSERT_FALSE(hits.empty());
    EXPECT_TRUE(std::ranges::any_of(hits, [](const Hit& hit) { return hit.id == "lbp.txt#c1"; }));
}

TEST_F(Search, PagesWithoutLossOrRepetition) {
    const auto all = find("back pain PT yoga spine", Scope::sentences, 100);
    ASSERT_GT(all.size(), 4U);
    std::vector<std::string> paged;
    Options options;
    options.scope = Scope::sentences;
    options.limit = 2;
    for (options.offset = 0; options.offset < all.size() + 2; options.offset += 2) {
        const auto page = search(*store_, "back pain PT yoga spine", options);
        for (const Hit& hit : *page) {
            EXPECT_EQ(hit.rank, paged.size() + 1);
            paged.push_back(hit.id);
        }
    }
    ASSERT_EQ(paged.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(paged[i], all[i].id);
    }
}

TEST_F(Search, GivesEachWorkOnce) {
    store_->put_article(
        "more.txt", "5",
        ArticleBuilder("More")
            .claim("Backs hurt", {0})
            .reference("Maher", "Non-specific low back pain", "Lancet", 2017, "10.1016/s0140-6736(16)30970-9")
            .get());
    EXPECT_EQ(find("nonspecific low back pain Lancet", Scope::references).size(),
              find("nonspecific low back pain Lancet", Scope::works).size() + 1);
    EXPECT_THAT(find("Lancet", Scope::works), SizeIs(1));
    EXPECT_THAT(find("Lancet", Scope::works)[0].id, testing::StartsWith("w"));
}

TEST_F(Search, SurvivesHostileQueries) {
    std::string many;
    for (int i = 0; i < 10'000; ++i) {
        many += "word" + std::to_string(i) + (i % 7 == 0 ? " back " : " ");
    }
    const std::string queries[] = {
        many,
        std::string(20'000, '(') + "back" + std::string(10'000, ')'),
        std::string("back\0pain", 9),
        "back' OR 1=1; DROP TABLE claims; --",
        "back AND (pain OR \"x\" NEAR(a b, 3)) ^ {title body} : - + * \"",
        "claim: {back}",
        "\xFF\xFE back \xC3\x28",
        "back* b* a* \"back* pain\"",
        "NEAR NEAR NEAR/99999999999999999999 back",
        std::string(100'000, 'a'),
        "ba\xE2\x80\x8B"
        "ck",
    };
    for (const std::string& query : queries) {
        for (const Scope scope :
             {Scope::claims, Scope::articles, Scope::sentences, Scope::references, Scope::works}) {
            Options options;
            options.scope = scope;
            options.explain = true;
            EXPECT_NO_THROW((void)search(*store_, query, options)) << query.substr(0, 60);
        }
    }
    EXPECT_FALSE(find(many).empty());
}

TEST_F(Search, IsAnErrorOnlyWhereNothingCanBeMeant) {
    for (const char* query : {"", "  ", "...", "autor:x", "year:2023..2019", "-back"}) {
        EXPECT_FALSE(search(*store_, query, {})) << query;
    }
    const test::TemporaryFolder folder;
    const auto empty = store::open_store(folder / "empty.db");
    for (const char* query : {"back", "\"back pain\"", "ba*", "cited:no", "year:2020 back", "site:x"}) {
        const auto hits = search(*empty, query, {});
        ASSERT_TRUE(hits) << query;
        EXPECT_THAT(*hits, IsEmpty());
    }
}

TEST_F(Search, GivesTheSameAnswerTwiceAndInAnyOrderOfAdding) {
    const test::TemporaryFolder folder;
    const auto other = store::open_store(folder / "other.db");
    other->put_article("trial.xml", "3", trial());
    other->put_article("clinic.txt", "1", clinic());
    other->put_article("guide.html", "2", guide());
    for (const char* query : {"early PT beats delayed PT", "back pain", "yoga OR massage", "cited:yes"}) {
        Options options;
        const auto a = search(*store_, query, options);
        const auto b = search(*other, query, options);
        ASSERT_EQ(a->size(), b->size()) << query;
        std::vector<std::pair<double, std::string>> left;
        std::vector<std::pair<double, std::string>> right;
        for (std::size_t i = 0; i < a->size(); ++i) {
            left.emplace_back((*a)[i].score, (*a)[i].id);
            right.emplace_back((*b)[i].score, (*b)[i].id);
        }
        std::ranges::sort(left);
        std::ranges::sort(right);
        EXPECT_EQ(left, right) << query;
    }
}

}  // namespace
}  // namespace whereof::search
