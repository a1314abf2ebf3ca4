// SPDX-License-Identifier: MIT
#include "store/sqlite_index.hpp"

#include "store/packer.hpp"
#include "text/abbreviations.hpp"
#include "text/fold.hpp"
#include "text/grams.hpp"

#include <algorithm>

namespace whereof::store {
namespace {

constexpr auto* kInsertWords = "INSERT INTO article_words(article, words) VALUES(?, ?)";
constexpr auto* kSelectWords = "SELECT words FROM article_words WHERE article = ?";
constexpr auto* kInsertPassage = "INSERT INTO passages(rowid, words) VALUES(?, ?)";
constexpr auto* kDeletePassage = "INSERT INTO passages(passages, rowid, words) VALUES('delete', ?, ?)";
constexpr auto* kInsertAbbreviation =
    "INSERT OR IGNORE INTO abbreviations(article, short, long) VALUES(?, ?, ?)";
constexpr auto* kBlocksBackward = "SELECT first, last, data FROM postings WHERE term = ? ORDER BY first DESC";
constexpr auto* kBlocksForward = "SELECT first, data FROM postings WHERE term = ? ORDER BY first";
constexpr auto* kBlocksOfPrefix = "SELECT first, data FROM postings WHERE term >= ? AND term < ?";
constexpr auto* kPutBlock = "INSERT OR REPLACE INTO postings(term, first, last, data) VALUES(?, ?, ?, ?)";
constexpr auto* kDeleteBlock = "DELETE FROM postings WHERE term = ? AND first = ?";
constexpr auto* kNextTerm = "SELECT term FROM postings WHERE term >= ? AND term < ? ORDER BY term LIMIT 1";
constexpr auto* kSelectGrams = "SELECT counts FROM gram_counts WHERE bucket = ?";
constexpr auto* kPutGrams = "INSERT OR REPLACE INTO gram_counts(bucket, counts) VALUES(?, ?)";
constexpr auto* kSelectSentence =
    "SELECT s.first, s.past, c.heading FROM sentences s LEFT JOIN sections c ON c.article = s.article AND "
    "c.idx = "
    "s.section WHERE s.article = ? AND s.idx = ?";
constexpr auto* kSelectClaim =
    "SELECT text, sentence, evidence, cited FROM claims WHERE article = ? AND idx = ?";
constexpr auto* kSelectClaimReferences =
    "SELECT reference FROM claim_references WHERE article = ? AND claim = ? ORDER BY position";
constexpr auto* kSelectFacts = "SELECT id, path, key, title, site, url FROM articles WHERE id = ?";
constexpr auto* kSelectDesign =
    "SELECT design, CASE WHEN design IS NULL THEN verdict END FROM verdicts WHERE reference = ? ORDER BY id "
    "DESC LIMIT 1";

constexpr std::size_t kBlockPostings = 256;    ///< about 800 bytes: rows above 1000 need pages of their own
constexpr std::size_t kSmallBlockBytes = 512;  ///< a smaller last block is extended, not followed by another

}  // namespace

SqliteIndex::SqliteIndex(const sqlite::Database& database)
    : database_(database),
      insert_words_(database.prepare(kInsertWords)),
      select_words_(database.prepare(kSelectWords)),
      insert_passage_(database.prepare(kInsertPassage)),
      delete_passage_(database.prepare(kDeletePassage)),
      insert_abbreviation_(database.prepare(kInsertAbbreviation)),
      blocks_backward_(database.prepare(kBlocksBackward)),
      blocks_forward_(database.prepare(kBlocksForward)),
      blocks_of_prefix_(database.prepare(kBlocksOfPrefix)),
      put_block_(database.prepare(kPutBlock)),
      delete_block_(database.prepare(kDeleteBlock)),
      next_term_(database.prepare(kNextTerm)),
      select_grams_(database.prepare(kSelectGrams)),
      put_grams_(database.prepare(kPutGrams)),
      select_sentence_(database.prepare(kSelectSentence)),
      select_claim_(database.prepare(kSelectClaim)),
      select_claim_references_(database.prepare(kSelectClaimReferences)),
      select_facts_(database.prepare(kSelectFacts)),
      select_design_(database.prepare(kSelectDesign)) {}

void SqliteIndex::make_room() {
    constexpr std::size_t kMostWords = 400'000;
    if (reader_.word_count() > kMostWords) {
        flush();  // the buffer knows terms by the reader's numbers
        reader_.forget();
    }
}

void SqliteIndex::put(std::int64_t id, const article::Article& article) {
    last_put_.reset();
    text_article_ = 0;
    PackedWords packed = pack_words(article, reader_);
    insert_words_.bind(id, sqlite::Blob{packed.bytes}).run();
    ArticleWords words = unpack_words(id, std::move(packed.bytes));
    put_passages(words, true);
    put_abbreviations(id, article);
    ArticleCounts counts = count_words(words);
    last_put_.emplace(LastPut{std::move(words), std::move(counts), std::move(packed.terms)});
}

void SqliteIndex::keep() {
    const auto& [words, counts, terms] = *last_put_;
    std::size_t next = 0;
    for (const auto& [term, posting] : postings_of(words, counts)) {
        while (next < terms.size() && words.terms[next] != term) {
            ++next;
        }
        buffer_.add(next < terms.size() ? terms[next] : reader_.number_of(term), posting);
    }
    count_grams(words, counts, 1);
    added_.articles += 1;
    added_.sentences += static_cast<std::int64_t>(words.sentences.size());
    added_.claims += static_cast<std::int64_t>(words.claims.size());
    added_.sources += static_cast<std::int64_t>(words.sources.size());
    added_.body_words += counts.body_words;
    added_.title_words += counts.title_words;
    added_.source_words += counts.source_words;
    last_put_.reset();
}

void SqliteIndex::put_passages(const ArticleWords& words, bool insert) {
    std::string line;
    const auto put_row = [&](PassageKind kind, std::size_t index, WordRun run) {
        const auto row = row_of_passage({words.article, kind, static_cast<std::uint32_t>(index)});
        if (run.size() == 0 || !row) {
            return;
        }
        line.clear();
        for (const std::uint32_t word : words.of(run)) {
            line += words.terms[word];
            line += ' ';
        }
        (insert ? insert_passage_ : delete_passage_).bind(*row, line).run();
    };
    put_row(PassageKind::title, 0, words.title);
    for (std::size_t i = 0; i < words.sentences.size(); ++i) {
        put_row(PassageKind::sentence, i, words.sentences[i].words);
    }
    for (std::size_t i = 0; i < words.sources.size(); ++i) {
        put_row(PassageKind::source, i, words.sources[i].title);
    }
    for (std::size_t i = 0; i < words.headings.size(); ++i) {
        put_row(PassageKind::heading, i, words.headings[i]);
    }
}

void SqliteIndex::count_grams(const ArticleWords& words, const ArticleCounts& counts, int by) {
    if (grams_.empty()) {
        grams_.assign(text::kGramCount, 0);
    }
    if (gram_marks_.empty()) {
        gram_marks_.assign(text::kGramCount, 0);
    }
    ++gram_mark_;
    std::vector<std::uint16_t> grams;
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        if (counts.by_term[i].only_in_abstracts()) {
            continue;
        }
        grams.clear();
        text::add_grams(words.terms[i], grams);
        for (const std::uint16_t gram : grams) {
            if (gram_marks_[gram] != gram_mark_) {
                gram_marks_[gram] = gram_mark_;
                grams_[gram] += by;
            }
        }
    }
}

void SqliteIndex::put_abbreviations(std::int64_t id, const article::Article& article) {
    const std::string_view text = article.text;
    for (const text::Abbreviation& found : text::find_abbreviations(text)) {
        insert_abbreviation_.bind(id, found.short_form.of(text), text::fold(found.long_form.of(text))).run();
    }
}

void SqliteIndex::remove(std::int64_t id) {
    flush();
    text_article_ = 0;
    select_words_.bind(id);
    if (!select_words_.step()) {
        select_words_.reset();
        fail_damaged("an article has no words");
    }
    const ArticleWords words = unpack_words(id, std::string(select_words_.text(0)));
    select_words_.reset();
    const ArticleCounts counts = count_words(words);
    put_passages(words, false);
    for (const auto& [term, posting] : postings_of(words, counts)) {
        remove_posting(term, id);
    }
    count_grams(words, counts, -1);
    added_.articles -= 1;
    added_.sentences -= static_cast<std::int64_t>(words.sentences.size());
    added_.claims -= static_cast<std::int64_t>(words.claims.size());
    added_.sources -= static_cast<std::int64_t>(words.sources.size());
    added_.body_words -= counts.body_words;
    added_.title_words -= counts.title_words;
    added_.source_words -= counts.source_words;
    flush();
}

void SqliteIndex::remove_posting(std::string_view term, std::int64_t article) {
    std::optional<std::int64_t> first;
    std::vector<Posting> postings;
    blocks_backward_.bind(term);
    while (blocks_backward_.step()) {
        if (blocks_backward_.integer(0) <= article) {
            first = blocks_backward_.integer(0);
            unpack_postings(blocks_backward_.text(2), *first, postings);
            break;
        }
    }
    blocks_backward_.reset();
    if (std::erase_if(postings, [&](const Posting& posting) { return posting.article == article; }) == 0) {
        fail_damaged("a word of an article is missing from the index");
    }
    write_blocks(term, first, postings);
}

void SqliteIndex::write_blocks(std::string_view term, std::optional<std::int64_t> old_first,
                               const std::vector<Posting>& postings) {
    if (old_first && (postings.empty() || postings.front().article != *old_first)) {
        delete_block_.bind(term, *old_first).run();
    }
    for (std::size_t begin = 0; begin < postings.size(); begin += kBlockPostings) {
        const std::size_t end = std::min(begin + kBlockPostings, postings.size());
        const std::vector<Posting> block(postings.begin() + static_cast<std::ptrdiff_t>(begin),
                                         postings.begin() + static_cast<std::ptrdiff_t>(end));
        const std::int64_t first = block.front().article;
        const std::string packed = pack_postings(block, first);
        put_block_.bind(term, first, block.back().article, sqlite::Blob{packed}).run();
    }
}

/// Adds postings of one term: to the blocks whose range they fall into, to a last block that is still small,
/// or in new blocks.
void SqliteIndex::flush_term(std::string_view term, const std::vector<Posting>& postings) {
    auto end = postings.end();
    bool more = true;
    blocks_backward_.bind(term);
    while (end != postings.begin()) {
        more = more && blocks_backward_.step();
        if (!more) {
            write_blocks(term, std::nullopt, {postings.begin(), end});
            break;
        }
        const std::int64_t first = blocks_backward_.integer(0);
        const std::int64_t last = blocks_backward_.integer(1);
        const auto begin = std::ranges::lower_bound(postings.begin(), end, first, {}, &Posting::article);
        if (begin == end) {
            continue;
        }
        std::vector<Posting> chunk(begin, end);
        end = begin;
        const std::string_view data = blocks_backward_.text(2);
        if (chunk.front().article > last && data.size() >= kSmallBlockBytes) {
            write_blocks(term, std::nullopt, chunk);
            continue;
        }
        std::vector<Posting> merged;
        unpack_postings(data, first, merged);
        merged.insert(merged.end(), chunk.begin(), chunk.end());
        std::ranges::sort(merged, {}, &Posting::article);
        write_blocks(term, first, merged);
    }
    blocks_backward_.reset();
}

void SqliteIndex::flush_grams() {
    for (std::size_t begin = 0; begin < grams_.size(); begin += kBucketGrams) {
        const std::size_t end = std::min(begin + kBucketGrams, grams_.size());
        if (std::all_of(grams_.begin() + static_cast<std::ptrdiff_t>(begin),
                        grams_.begin() + static_cast<std::ptrdiff_t>(end), [](auto n) { return n == 0; })) {
            continue;
        }
        const auto bucket = static_cast<std::int64_t>(begin / kBucketGrams);
        select_grams_.bind(bucket);
        const std::string old(select_grams_.step() ? select_grams_.text(0) : std::string_view());
        select_grams_.reset();
        std::string counts;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t count = gram_counter(old, i - begin) + static_cast<std::uint32_t>(grams_[i]);
            for (unsigned shift = 0; shift < 32; shift += 8) {
                counts.push_back(static_cast<char>(count >> shift));
            }
        }
        put_grams_.bind(bucket, sqlite::Blob{counts}).run();
    }
    database_.execute("DELETE FROM gram_counts WHERE counts = zeroblob(length(counts))");
    grams_.clear();
}

void SqliteIndex::flush() {
    if (buffer_.empty() && grams_.empty() && added_.articles == 0) {
        return;
    }
    for (const auto& [term, postings] : buffer_.sorted(reader_)) {
        flush_term(term, *postings);
    }
    flush_grams();
    database_
        .prepare(
            "UPDATE totals SET articles = articles + ?, sentences = sentences + ?, claims = claims + ?, "
            "sources = sources + ?, body_words = body_words + ?, title_words = title_words + ?, "
            "source_words = source_words + ?")
        .bind(added_.articles, added_.sentences, added_.claims, added_.sources, added_.body_words,
              added_.title_words, added_.source_words)
        .run();
    discard();
}

void SqliteIndex::discard() noexcept {
    buffer_.clear();
    grams_.clear();
    added_ = IndexTotals();
    last_put_.reset();
    text_article_ = 0;
}

}  // namespace whereof::store
