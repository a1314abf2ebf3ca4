// SPDX-License-Identifier: MIT
#pragma once

#include "search/row_scoring.hpp"
#include "search/search.hpp"
#include "search/slots.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace whereof::search {

/// A row that matches, before it is made fit to show.
struct FoundRow {
    std::int64_t article = 0;
    Row row;
    std::uint32_t place = 0;  ///< of the row in its article and scope
    double score = 0.0;
    double article_words = 0.0;  ///< BM25 of its article, without ArticleBonus
    const store::ArticleWords* words = nullptr;
};

/// Makes hits of rows: reads the texts, marks the words, says why.
class HitBuilder {
  public:
    /// `comparative` is nullptr for a query that compares nothing.
    HitBuilder(store::Store& store, const Slots& slots, RowScorer& scorer, const Options& options,
               const ComparativeReader* comparative);
    Hit build(const FoundRow& row, std::size_t rank);
    /// How the row stands to a query that compares.
    Stance stance(const FoundRow& row);

  private:
    void fill_sentence(const FoundRow& row, Hit& hit);
    void fill_reference(const FoundRow& row, Hit& hit);
    void fill_sources(const FoundRow& row, Hit& hit);
    void mark_words(Hit& hit) const;
    void name_words_in_abstracts(const FoundRow& row, Hit& hit);
    void explain(const FoundRow& row, Hit& hit);
    const store::ArticleFacts& facts(std::int64_t article);

    store::Store& store_;
    const Slots& slots_;
    RowScorer& scorer_;
    const Options& options_;
    const ComparativeReader* comparative_;
    std::unordered_map<std::int64_t, store::ArticleFacts> facts_;
};

}  // namespace whereof::search
