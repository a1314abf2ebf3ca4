// SPDX-License-Identifier: MIT
#include "store/codec.hpp"
#include "store/sqlite_store.hpp"
#include "text/grams.hpp"

#include <exception>
#include <map>
#include <string>

#include <fmt/format.h>
#include <xxhash.h>

namespace whereof::store {
namespace {

/// A sum over hashes of single facts: two ways to hold the same facts in any order have the same sum.
std::uint64_t hash_posting(std::string_view term, const Posting& posting) {
    const FieldCounts& counts = posting.counts;
    const std::string fact =
        fmt::format("{} {} {} {} {} {} {} {}", term, posting.article, counts.body, counts.title,
                    counts.source, counts.meta, counts.abstract, posting.length);
    return XXH3_64bits(fact.data(), fact.size());
}

std::uint64_t hash_place(std::string_view term, std::int64_t row, std::int64_t offset) {
    const std::string fact = fmt::format("{} {} {}", term, row, offset);
    return XXH3_64bits(fact.data(), fact.size());
}

/// What the words of every article say the rest of the index must hold.
struct Expected {
    std::uint64_t postings = 0;
    std::uint64_t places = 0;
    std::vector<std::uint32_t> grams = std::vector<std::uint32_t>(text::kGramCount, 0);
    IndexTotals totals;
};

void expect_places(const ArticleWords& words, PassageKind kind, std::size_t index, WordRun run,
                   Expected& out) {
    const auto row = row_of_passage({words.article, kind, static_cast<std::uint32_t>(index)});
    std::int64_t offset = 0;
    for (const std::uint32_t word : words.of(run)) {
        out.places += row ? hash_place(words.terms[word], *row, offset++) : 0;
    }
}

void expect(const ArticleWords& words, Expected& out) {
    const ArticleCounts counts = count_words(words);
    for (const auto& [term, posting] : postings_of(words, counts)) {
        out.postings += hash_posting(term, posting);
    }
    expect_places(words, PassageKind::title, 0, words.title, out);
    for (std::size_t i = 0; i < words.sentences.size(); ++i) {
        expect_places(words, PassageKind::sentence, i, words.sentences[i].words, out);
    }
    for (std::size_t i = 0; i < words.sources.size(); ++i) {
        expect_places(words, PassageKind::source, i, words.sources[i].title, out);
    }
    for (std::size_t i = 0; i < words.headings.size(); ++i) {
        expect_places(words, PassageKind::heading, i, words.headings[i], out);
    }
    std::vector<bool> seen(text::kGramCount, false);
    std::vector<std::uint16_t> grams;
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        if (!counts.by_term[i].only_in_abstracts()) {
            text::add_grams(words.terms[i], grams);
        }
    }
    for (const std::uint16_t gram : grams) {
        out.grams[gram] += seen[gram] ? 0U : 1U;
        seen[gram] = true;
    }
    out.totals.articles += 1;
    out.totals.sentences += static_cast<std::int64_t>(words.sentences.size());
    out.totals.claims += static_cast<std::int64_t>(words.claims.size());
    out.totals.sources += static_cast<std::int64_t>(words.sources.size());
    out.totals.body_words += counts.body_words;
    out.totals.title_words += counts.title_words;
    out.totals.source_words += counts.source_words;
}

}  // namespace

std::vector<std::string> SqliteIndex::check() {
    flush();
    Expected expected;
    std::vector<std::string> faults;
    auto articles = database_.prepare("SELECT article, words FROM article_words");
    while (articles.step()) {
        expect(unpack_words(articles.integer(0), std::string(articles.text(1))), expected);
    }
    std::uint64_t sum = 0;
    auto blocks = database_.prepare("SELECT term, first, data FROM postings");
    std::vector<Posting> postings;
    while (blocks.step()) {
        postings.clear();
        unpack_postings(blocks.text(2), blocks.integer(1), postings);
        for (const Posting& posting : postings) {
            sum += hash_posting(blocks.text(0), posting);
        }
    }
    if (sum != expected.postings) {
        faults.emplace_back("the postings do not agree with the words of the articles");
    }
    database_.execute(
        "DROP TABLE IF EXISTS temp.passage_places; CREATE VIRTUAL TABLE temp.passage_places USING "
        "fts5vocab(main, passages, instance)");
    {
        sum = 0;
        auto places = database_.prepare("SELECT term, doc, offset FROM temp.passage_places");
        while (places.step()) {
            sum += hash_place(places.text(0), places.integer(1), places.integer(2));
        }
    }
    database_.execute("DROP TABLE temp.passage_places");
    if (sum != expected.places) {
        faults.emplace_back("the phrase index does not agree with the words of the articles");
    }
    std::vector<std::uint16_t> grams(text::kGramCount);
    for (std::size_t i = 0; i < grams.size(); ++i) {
        grams[i] = static_cast<std::uint16_t>(i);
    }
    if (gram_counts(grams) != expected.grams) {
        faults.emplace_back("the counts of grams do not agree with the words of the articles");
    }
    if (totals() != expected.totals) {
        faults.emplace_back("the totals of the index do not agree with the words of the articles");
    }
    return faults;
}

std::vector<std::string> SqliteStore::check_integrity() {
    std::vector<std::string> faults;
    const auto guarded = [&](std::string_view what, auto&& check) {
        try {
            check();
        } catch (const std::exception& error) {
            faults.push_back(fmt::format("{}: {}", what, error.what()));
        }
    };
    guarded("SQLite's integrity check", [&] {
        auto rows = database_.prepare("PRAGMA integrity_check");
        while (rows.step()) {
            if (rows.text(0) != "ok") {
                faults.push_back(fmt::format("SQLite's integrity check: {}", rows.text(0)));
            }
        }
    });
    guarded("SQLite's foreign key check", [&] {
        auto rows = database_.prepare("PRAGMA foreign_key_check");
        while (rows.step()) {
            faults.push_back(fmt::format("{} has a row whose {} is gone", rows.text(0), rows.text(2)));
        }
    });
    guarded("FTS5's integrity check",
            [&] { database_.execute("INSERT INTO passages(passages) VALUES('integrity-check')"); });
    guarded("the articles", [&] {
        text::TermReader reader;
        for (const ArticleSummary& summary : articles()) {
            guarded(summary.path, [&] {
                const article::Article kept = article(summary.id);
                if (digest_of(kept) != articles_.digest(summary.id)) {
                    faults.push_back(fmt::format("{} is not as it was put into the store", summary.path));
                }
                const std::vector<std::int64_t> id{summary.id};
                const auto words = index_.words(id);
                if (words.empty() || words.front().bytes != pack_words(kept, reader).bytes) {
                    faults.push_back(fmt::format("the words of {} are not those of its text", summary.path));
                }
            });
        }
    });
    guarded("the index", [&] {
        for (std::string& fault : index_.check()) {
            faults.push_back(std::move(fault));
        }
    });
    return faults;
}

}  // namespace whereof::store
