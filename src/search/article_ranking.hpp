// SPDX-License-Identifier: MIT
#pragma once

#include "search/slots.hpp"
#include "search/weights.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace whereof::search {

/// What the index says of the terms of a query.
struct TermStatistics {
    store::IndexTotals totals;
    std::vector<std::vector<store::Posting>> postings;  ///< parallel to Slots::terms
    std::vector<double> article_idf;   ///< by the articles that have the term, not in abstracts alone
    std::vector<double> sentence_idf;  ///< by how often it stands in sentences
    double average_body = 1.0;         ///< words of an article
    double average_sentence = 1.0;     ///< words of a sentence
};
TermStatistics read_statistics(store::Index& index, const Slots& slots);

/// ln(1 + (n - df + 0.5) / (df + 0.5)): Robertson and Spärck Jones's weight, never negative (as Lucene has
/// it).
double inverse_frequency(double total, double with_term) noexcept;

/// BM25's saturated count: tf (k1 + 1) / (tf + k1 (1 - b + b length / average)).
double saturated(double count, double length_ratio, double k1, double b) noexcept;

/// Which fields of an article a scope ranks by.
struct FieldWeights {
    double body = 1.0;
    double title = 0.0;
    double source = 0.0;
    double meta = 0.0;
    double abstract = 0.0;
};

struct RankedArticle {
    std::int64_t article = 0;
    double score = 0.0;
};

/// Articles best first, equal ones by id; put in order only as far as they are asked for, as of tens of
/// thousands that have a word few are looked at.
class ArticleRanking {
  public:
    explicit ArticleRanking(std::vector<RankedArticle> articles) : articles_(std::move(articles)) {}

    [[nodiscard]] std::size_t size() const noexcept { return articles_.size(); }
    /// `rank` counts from 0 and is less than size().
    const RankedArticle& at(std::size_t rank);

  private:
    std::vector<RankedArticle> articles_;
    std::size_t ordered_ = 0;  ///< of them stand at their rank
};

/// Articles with at least one term. With `allowed` (sorted), only those, and those of them without a term
/// too.
ArticleRanking rank_articles(const Slots& slots, const TermStatistics& statistics, const FieldWeights& fields,
                             const Weights& weights, const std::optional<std::vector<std::int64_t>>& allowed);

}  // namespace whereof::search
