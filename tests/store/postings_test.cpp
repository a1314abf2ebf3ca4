// SPDX-License-Identifier: MIT
#include "store/postings.hpp"

#include "sqlite/database.hpp"
#include "store/codec.hpp"
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::store {
namespace {

using testing::ElementsAre;

TEST(PackLength, KeepsLengthsToAFewPercent) {
    for (std::uint32_t length = 0; length < 500'000; length += 1 + length / 50) {
        const std::uint32_t kept = unpack_length(pack_length(length));
        EXPECT_LE(kept, length);
        EXPECT_GE(kept + kept / 16 + 1, length);
        EXPECT_EQ(unpack_length(pack_length(kept)), kept);
    }
    EXPECT_EQ(unpack_length(pack_length(31)), 31U);
    EXPECT_GT(unpack_length(pack_length(0xFFFFFFFFU)), 500'000U);
}

TEST(PackPostings, ComesBackAsItWas) {
    std::mt19937 engine(1);
    const auto below = [&](unsigned n) { return static_cast<std::uint32_t>(engine() % n); };
    std::vector<Posting> postings;
    std::int64_t article = 1000;
    for (int i = 0; i < 500; ++i) {
        article += 1 + below(i % 50 == 0 ? 1'000'000 : 5);
        Posting posting{article,
                        {below(40), below(2), below(3), below(2), below(3)},
                        unpack_length(pack_length(below(9000)))};
        posting.counts.body = i % 97 == 0 ? 70'000 : posting.counts.body;
        postings.push_back(posting);
    }
    std::vector<Posting> back;
    unpack_postings(pack_postings(postings, postings.front().article), postings.front().article, back);
    EXPECT_EQ(back, postings);
}

TEST(UnpackPostings, RefusesCutBytes) {
    const std::string bytes =
        pack_postings({{300, {20, 1, 1, 1, 1}, 100}, {900, {1, 0, 0, 0, 200}, 100}}, 300);
    std::size_t refused = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        std::vector<Posting> out;
        try {
            unpack_postings(std::string_view(bytes).substr(0, size), 300, out);
        } catch (const sqlite::DbError&) {
            ++refused;
        }
    }
    EXPECT_GE(refused, bytes.size() - 2);
}

TEST(UnpackWords, RefusesDamagedBytesWithoutCrashing) {
    text::TermReader reader;
    const article::Article article = test::ArticleBuilder("Title words")
                                         .heading("Results")
                                         .claim("Early therapy relieved pain", {0})
                                         .reference("Fritz", "Early versus delayed", "PM&R", 2023)
                                         .get();
    const std::string bytes = pack_words(article, reader).bytes;
    const ArticleWords whole = unpack_words(1, bytes);
    EXPECT_EQ(whole.sentences.size(), 1U);
    EXPECT_EQ(whole.terms[whole.of(whole.title)[0]], "titl");
    EXPECT_EQ(whole.sources[0].year, 2023);
    EXPECT_THAT(whole.claims[0].sources, ElementsAre(0U));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_THROW(unpack_words(1, bytes.substr(0, size)), sqlite::DbError) << size;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const char flip : {'\x01', '\x80', '\x7F'}) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            try {
                (void)unpack_words(1, damaged);
            } catch (const sqlite::DbError&) {
                continue;
            }
        }
    }
}

article::Article with_abstract(std::string_view abstract) {
    article::Article out = test::ArticleBuilder("Notes")
                               .claim("Early therapy relieved pain", {0})
                               .reference("Fritz", "Early versus delayed", "PM&R", 2023)
                               .reference("Chou", "Treatments", "Ann Intern Med", 2017)
                               .get();
    out.references[1].reference.item.abstract = abstract;
    return out;
}

TEST(PackWords, KeepsAbstractsApartFromAllElse) {
    text::TermReader reader;
    const ArticleWords words =
        unpack_words(1, pack_words(with_abstract("Yoga eased pain, yoga"), reader).bytes);
    EXPECT_EQ(words.sources[0].abstract.size(), 0U);
    EXPECT_THAT(words.terms_of(words.sources[1].abstract), ElementsAre("yoga", "eas", "pain", "yoga"));
    const ArticleCounts counts = count_words(words);
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        const bool only = words.terms[i] == "yoga" || words.terms[i] == "eas";
        EXPECT_EQ(counts.by_term[i].only_in_abstracts(), only) << words.terms[i];
    }
}

TEST(PackWords, AbstractsThatAreCutOffAreRefusedOrNotThereAtAll) {
    text::TermReader reader;
    const std::string bytes = pack_words(with_abstract("Yoga eased pain, yoga"), reader).bytes;
    std::size_t taken = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        try {
            const ArticleWords words = unpack_words(1, bytes.substr(0, size));
            EXPECT_EQ(words.sources[1].abstract.size(), 0U);
            ++taken;
        } catch (const sqlite::DbError&) {
            continue;
        }
    }
    EXPECT_EQ(taken, 1U) << "what ends before them is a store of an earlier version";
}

TEST(PackWords, CutsAnAbstractAtAWord) {
    std::string longer;
    while (longer.size() < 2 * kMostOfAbstract) {
        longer += "yoga ";
    }
    text::TermReader reader;
    const ArticleWords words = unpack_words(1, pack_words(with_abstract(longer), reader).bytes);
    EXPECT_EQ(words.sources[1].abstract.size(), (kMostOfAbstract + 1) / 5);
    const ArticleWords none =
        unpack_words(1, pack_words(with_abstract(std::string(2 * kMostOfAbstract, 'x')), reader).bytes);
    EXPECT_EQ(none.sources[1].abstract.size(), 1U);
}

TEST(Index, KnowsAbstractsAsAFieldOfTheirOwn) {
    const test::TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    store->put_article("a", "1", with_abstract("Yoga eased pain, yoga"));
    const std::vector<std::string> terms{"yoga", "pain"};
    const auto postings = store->index().postings(terms);
    ASSERT_EQ(postings[0].size(), 1U);
    EXPECT_EQ(postings[0][0].counts, (FieldCounts{0, 0, 0, 0, 2}));
    EXPECT_EQ(postings[1][0].counts, (FieldCounts{1, 0, 0, 0, 1}));
    EXPECT_TRUE(store->index().passages_with(std::vector<std::string>{"yoga", "eas"}, 0, 9).empty())
        << "phrases are looked for in what the article says and in titles";
    EXPECT_EQ(store->article(1).references[1].reference.item.abstract, "Yoga eased pain, yoga");
    EXPECT_TRUE(store->check_integrity().empty());

    EXPECT_EQ(store->put_article("a", "1", with_abstract("")), PutOutcome::unchanged);
    EXPECT_EQ(store->put_article("a", "1", with_abstract(""), IfUnchanged::replace), PutOutcome::replaced);
    EXPECT_TRUE(store->index().postings(terms)[0].empty());
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST(Index, AnswersForTermsPrefixesAndPhrases) {
    const test::TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    for (int i = 0; i < 700; ++i) {  // several blocks for the common words
        store->put_article(
            "p" + std::to_string(i), "s",
            test::ArticleBuilder("Physiotherapy " + std::to_string(i))
                .claim(i == 7 ? "graded activity beats bed rest" : "rest in bed is common", {0})
                .reference("Fritz", "Bed rest versus activity", "PM&R", 2000 + i % 20)
                .get());
        i += i > 20 ? 20 : 0;
    }
    Index& index = store->index();
    const IndexTotals totals = index.totals();
    EXPECT_EQ(totals.articles, static_cast<std::int64_t>(store->articles().size()));
    const std::vector<std::string> terms{"bed", "grade", "the", "fritz", "nothing"};
    const auto postings = index.postings(terms);
    EXPECT_EQ(postings[0].size(), store->articles().size());
    ASSERT_EQ(postings[1].size(), 1U);
    EXPECT_EQ(postings[1][0].counts.body, 1U);
    EXPECT_EQ(postings[0][0].counts.source, 1U);
    EXPECT_EQ(postings[3][0].counts.meta, 1U);
    EXPECT_TRUE(postings[2].empty());
    EXPECT_TRUE(postings[4].empty());
    EXPECT_TRUE(std::ranges::is_sorted(postings[0], {}, &Posting::article));
    const std::vector<std::string> prefixes{"bed*", "gr*", "zz*", "20*"};
    const auto joined = index.postings(prefixes);
    EXPECT_EQ(joined[0], postings[0]);
    EXPECT_EQ(joined[1], postings[1]);
    EXPECT_TRUE(joined[2].empty());
    EXPECT_EQ(joined[3].size(), store->articles().size());
    EXPECT_GE(joined[3][0].counts.meta, 1U);
    for (const char* known : {"bed", "be*", "physiotherapi", "p*", "2001"}) {
        EXPECT_TRUE(index.has_term(known)) << known;
    }
    for (const char* unknown : {"be", "zz*", "the", "", "*", "physio"}) {
        EXPECT_FALSE(index.has_term(unknown)) << unknown;
    }
    EXPECT_EQ(index.articles_with("bed"), store->articles().size());
    EXPECT_EQ(index.articles_with("zz"), 0U);
    EXPECT_THAT(index.terms_with_prefix("physio", 10), ElementsAre("physiotherapi"));
    EXPECT_EQ(index.terms_with_prefix("20", 5).size(), 5U);
    EXPECT_TRUE(index.terms_with_prefix("", 5).empty());
    const std::int64_t seventh = store->find_article("p7")->id;
    const std::vector<std::string> phrase{"bed", "rest"};
    const auto found = index.passages_with(phrase, 0, 1000);
    EXPECT_EQ(std::ranges::count(found, PassageKind::sentence, &Passage::kind), 1);
    EXPECT_EQ(std::ranges::count(found, PassageKind::source, &Passage::kind), totals.sources);
    EXPECT_TRUE(std::ranges::find(found, Passage{seventh, PassageKind::sentence, 0}) != found.end());
    const std::vector<std::string> apart{"grade", "rest"};
    EXPECT_TRUE(index.passages_with(apart, 2, 10).empty());
    EXPECT_EQ(index.passages_with(apart, 4, 10).size(), 1U);
    const auto place = index.sentence(seventh, 0);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->text, "graded activity beats bed rest[1]");
    EXPECT_EQ(index.claim(seventh, 0)->text, "graded activity beats bed rest");
    EXPECT_FALSE(index.claim(seventh, 1));
    EXPECT_FALSE(index.sentence(9999, 0));
}

}  // namespace
}  // namespace whereof::store
