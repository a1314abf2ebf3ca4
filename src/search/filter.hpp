// SPDX-License-Identifier: MIT
#pragma once

#include "bib/study_design.hpp"
#include "search/query.hpp"
#include "search/row_scoring.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace whereof::search {

/// Holds rows to what a query requires and forbids. Words that are merely wanted are left to the ranking.
class Filter {
  public:
    Filter(const Node& query, store::Index& index);

    /// Does the query require or forbid anything at all?
    [[nodiscard]] bool is_needed() const noexcept { return needed_; }
    /// The articles that may have a row that matches, sorted; absent: any may.
    std::optional<std::vector<std::int64_t>> articles();

    /// Must come before matches() for rows of that article.
    void take(const store::ArticleWords& words);
    [[nodiscard]] bool matches(const Row& row) const { return matches(query_, row); }

  private:
    using Articles = std::optional<std::vector<std::int64_t>>;
    /// What a leaf needs to be held against rows: looked up once.
    struct Prepared {
        std::vector<std::vector<std::string>> terms;  ///< each word with all it may be
        std::vector<store::Passage> passages;         ///< sorted: where a phrase stands
        bib::StudyDesign design = bib::StudyDesign::unknown;
        std::unordered_set<std::int64_t> ids;           ///< of references, or of articles
        std::vector<std::vector<std::uint32_t>> local;  ///< `terms` as words of the article in hand
    };

    /// Does the group require words, so that those it merely wants may be missing?
    [[nodiscard]] static bool requires_words(const Node& node) noexcept;
    void prepare(const Node& node);
    void prepare_leaf(const Leaf& leaf);
    void prepare_words();
    Articles articles_of(const Node& node);
    Articles articles_of_leaf(const Leaf& leaf);
    Articles articles_of_terms(const Leaf& leaf, const Prepared& prepared);
    [[nodiscard]] bool matches(const Node& node, const Row& row) const;
    [[nodiscard]] bool matches_leaf(const Leaf& leaf, const Row& row) const;
    [[nodiscard]] bool has_words(const Leaf& leaf, const std::vector<std::uint32_t>& words,
                                 const Row& row) const;
    [[nodiscard]] bool has_phrase(const Leaf& leaf, const Prepared& prepared, const Row& row) const;
    [[nodiscard]] bool run_has(store::WordRun run, const std::vector<std::uint32_t>& words) const;
    [[nodiscard]] bool run_has_phrase(store::WordRun run, const Prepared& prepared, std::size_t within) const;

    const Node& query_;
    store::Index& index_;
    bool needed_ = false;
    std::unordered_map<const Leaf*, Prepared> prepared_;
    using Numbers = std::vector<std::uint32_t>;
    /// Where the numbers go that the words of `prepared_` have in the article in hand.
    std::unordered_map<std::string_view, std::vector<Numbers*>> whole_words_;
    std::vector<std::pair<std::string_view, Numbers*>> prefixes_;
    const store::ArticleWords* words_ = nullptr;
};

}  // namespace whereof::search
