// SPDX-License-Identifier: MIT
#pragma once

#include "search/article_ranking.hpp"
#include "search/slots.hpp"
#include "search/weights.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <vector>

namespace whereof::search {

/// The runs of four letters of a query's words, which words of one family share: BM25 of an article by them.
class LetterRuns {
  public:
    LetterRuns(const Slots& slots, const TermStatistics& statistics, store::Index& index,
               const Weights& weights);

    [[nodiscard]] double score(const store::ArticleWords& words) const;

  private:
    const TermStatistics& statistics_;
    const Weights& weights_;
    std::vector<double> weight_;    ///< by run of the query: its idf, as often as the query has it
    std::vector<std::int16_t> of_;  ///< number of a run in the query, or -1
};

}  // namespace whereof::search
