// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace whereof::store {

/// The row of the passages table that holds a passage, and back; absent for an index beyond what an article's
/// 2^24 rows can hold: such a passage is not indexed for phrases.
std::optional<std::int64_t> row_of_passage(const Passage& passage) noexcept;
Passage passage_of_row(std::int64_t row) noexcept;

/// gram_counts has this many counters a row, so that a row just fits a page of 4096 bytes.
inline constexpr int kBucketGrams = 1000;
std::uint32_t gram_counter(std::string_view counts, std::size_t index) noexcept;

/// The index in SQLite: words, postings, passages, grams, totals. Postings, grams and totals of articles that
/// were put gather in memory until flush(); reading flushes first. The caller holds the transaction.
class SqliteIndex final : public Index {
  public:
    explicit SqliteIndex(const sqlite::Database& database);

    /// Forgets words when there are too many; must come before a transaction that may be taken back alone.
    void make_room();
    /// Writes what stands by article, and remembers the rest until keep(): an article that fails half-way
    /// leaves nothing behind.
    void put(std::int64_t id, const article::Article& article);
    void keep();  ///< the article of the last put() is in
    /// Takes an article out, exactly; must come before its rows are deleted.
    void remove(std::int64_t id);
    void flush();             ///< writes all that was kept
    void discard() noexcept;  ///< forgets all that was kept and not flushed
    [[nodiscard]] std::size_t pending_bytes() const noexcept { return buffer_.bytes(); }
    /// One sentence for each disagreement between the parts of the index, or with the kept articles.
    std::vector<std::string> check();

    IndexTotals totals() override;
    std::vector<std::vector<Posting>> postings(std::span<const std::string> terms) override;
    std::vector<std::string> terms_with_prefix(std::string_view prefix, std::size_t limit) override;
    std::vector<ArticleWords> words(std::span<const std::int64_t> articles) override;
    std::vector<std::uint32_t> gram_counts(std::span<const std::uint16_t> grams) override;
    std::vector<Passage> passages_with(std::span<const std::string> terms, std::size_t within,
                                       std::size_t limit) override;
    std::vector<std::pair<std::string, std::int64_t>> long_forms(std::string_view short_form,
                                                                 std::size_t limit) override;
    std::vector<std::pair<std::string, std::int64_t>> short_forms(std::string_view long_form,
                                                                  std::size_t limit) override;
    std::vector<std::int64_t> references_with_headline(std::string_view headline) override;
    std::vector<std::int64_t> references_with_design(bib::StudyDesign design) override;
    bib::StudyDesign known_design(std::int64_t reference) override;
    std::optional<ArticleFacts> facts(std::int64_t article) override;
    std::optional<SentencePlace> sentence(std::int64_t article, std::uint32_t index) override;
    std::optional<ClaimText> claim(std::int64_t article, std::uint32_t index) override;
    std::vector<ComparedClaim> compared_claims() override;
    std::vector<std::pair<std::int64_t, std::uint32_t>> claims_citing(std::int64_t reference) override;
    std::vector<std::int64_t> articles_of_site(std::string_view part) override;

  private:
    struct LastPut {
        ArticleWords words;
        ArticleCounts counts;
        std::vector<std::uint32_t> terms;  ///< the reader's numbers
    };
    void put_passages(const ArticleWords& words, bool insert);
    void count_grams(const ArticleWords& words, const ArticleCounts& counts, int by);
    void put_abbreviations(std::int64_t id, const article::Article& article);
    void flush_term(std::string_view term, const std::vector<Posting>& postings);
    void flush_grams();
    void write_blocks(std::string_view term, std::optional<std::int64_t> old_first,
                      const std::vector<Posting>& postings);
    void remove_posting(std::string_view term, std::int64_t article);
    const article::Article& text_of(std::int64_t article);

    const sqlite::Database& database_;
    text::TermReader reader_;
    PostingBuffer buffer_;
    IndexTotals added_;                      ///< since the last flush
    std::vector<std::int32_t> grams_;        ///< change of each count since the last flush; empty: none
    std::vector<std::uint32_t> gram_marks_;  ///< the number of the article that counted a gram last
    std::uint32_t gram_mark_ = 0;
    std::optional<LastPut> last_put_;
    std::int64_t text_article_ = 0;  ///< the article whose text and anchors are in text_; 0: none
    article::Article text_;

    sqlite::Statement insert_words_;
    sqlite::Statement select_words_;
    sqlite::Statement insert_passage_;
    sqlite::Statement delete_passage_;
    sqlite::Statement insert_abbreviation_;
    sqlite::Statement blocks_backward_;
    sqlite::Statement blocks_forward_;
    sqlite::Statement blocks_of_prefix_;
    sqlite::Statement put_block_;
    sqlite::Statement delete_block_;
    sqlite::Statement next_term_;
    sqlite::Statement select_grams_;
    sqlite::Statement put_grams_;
    sqlite::Statement select_sentence_;
    sqlite::Statement select_claim_;
    sqlite::Statement select_claim_references_;
    sqlite::Statement select_facts_;
    sqlite::Statement select_design_;
};

}  // namespace whereof::store
