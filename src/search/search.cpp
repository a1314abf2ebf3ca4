// SPDX-License-Identifier: MIT
#include "search/search.hpp"

#include "search/article_ranking.hpp"
#include "search/filter.hpp"
#include "search/hits.hpp"
#include "search/ordering.hpp"
#include "search/query.hpp"
#include "search/row_scoring.hpp"
#include "search/slots.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace whereof::search {
namespace {

using store::ArticleWords;

FieldWeights field_weights(Scope scope, const Weights& weights) {
    if (scope == Scope::references || scope == Scope::works) {
        return {0.0, 0.0, 1.0, 1.0, weights.work_abstract};
    }
    return {1.0, weights.title, weights.source, weights.meta, weights.abstract};
}

/// 0, 1, 2, …: what the spans of sources point into. A list that is too short is followed by a longer one and
/// stays where it is, for rows found before point into it.
class Counting {
  public:
    std::span<const std::uint32_t> first(std::size_t count) {
        if (lists_.empty() || lists_.back().size() < count) {
            std::vector<std::uint32_t> longer(2 * count + 64);
            std::iota(longer.begin(), longer.end(), 0U);
            lists_.push_back(std::move(longer));
        }
        return std::span<const std::uint32_t>(lists_.back()).first(count);
    }

  private:
    std::deque<std::vector<std::uint32_t>> lists_;
};

/// The rows of an article in a scope.
std::vector<Row> rows_of(const ArticleWords& words, Scope scope, Counting& counting) {
    const auto every = counting.first(words.sources.size());
    std::vector<Row> out;
    switch (scope) {
        case Scope::claims:
            for (std::uint32_t i = 0; i < words.claims.size(); ++i) {
                const store::ClaimWords& claim = words.claims[i];
                out.push_back({claim.sentence, i, claim.sources, claim.cited});
            }
            break;
        case Scope::sentences:
            out.resize(words.sentences.size());
            for (std::uint32_t i = 0; i < out.size(); ++i) {
                out[i].sentence = i;
            }
            for (std::uint32_t i = 0; i < words.claims.size(); ++i) {
                const store::ClaimWords& claim = words.claims[i];
                out[claim.sentence] = {claim.sentence, i, claim.sources, claim.cited};
            }
            break;
        case Scope::references:
        case Scope::works:
            for (std::uint32_t i = 0; i < words.sources.size(); ++i) {
                Row row;
                row.sources = every.subspan(i, 1);
                row.cited = true;
                out.push_back(row);
            }
            break;
        case Scope::articles:
            break;
    }
    return out;
}

/// One search, in steps over ever more articles until there are hits enough.
class Search {
  public:
    Search(store::Store& store, std::string_view typed, const Node& query, const Options& options,
           const Weights& weights)
        : store_(store),
          typed_(typed),
          query_(query),
          options_(options),
          weights_(weights),
          synonyms_(options.synonyms != nullptr ? *options.synonyms : Synonyms::shipped()),
          slots_(make_slots(query, store.index(), synonyms_, weights)),
          statistics_(read_statistics(store.index(), slots_)),
          filter_(query, store.index()),
          scorer_(slots_, statistics_, store.index(), weights) {}

    std::vector<Hit> run() {
        if (slots_.slots.empty() && !has_condition(query_)) {
            return {};  // stop words alone
        }
        const bool all = options_.order != Order::rank || options_.stance;
        const std::size_t wanted = std::max(all ? kMostOrdered : 0, options_.offset + options_.limit);
        auto allowed = filter_.articles();
        if (slots_.slots.empty() && !allowed) {
            allowed = every_article();
        }
        auto articles =
            rank_articles(slots_, statistics_, field_weights(options_.scope, weights_), weights_, allowed);
        look_at_until(articles, wanted);
        if (options_.scope != Scope::articles) {
            order_rows(found_, options_, store_.index());
        }
        if (options_.scope == Scope::works) {
            keep_one_of_each_work();
        }
        return hits();
    }

  private:
    /// Is there a part that is no text, such as year: or cited:?
    static bool has_condition(const Node& node) {
        if (node.is_leaf) {
            const LeafKind kind = node.leaf.kind;
            return kind == LeafKind::year || kind == LeafKind::verdict || kind == LeafKind::site ||
                   kind == LeafKind::cited || kind == LeafKind::design;
        }
        return std::ranges::any_of(node.must, has_condition) ||
               std::ranges::any_of(node.should, has_condition) ||
               std::ranges::any_of(node.any_of, has_condition);
    }

    static bool better(const FoundRow& a, const FoundRow& b) noexcept {
        return std::tuple(-a.score, a.article, a.row.sentence, a.place) <
               std::tuple(-b.score, b.article, b.row.sentence, b.place);
    }

    /// A query of nothing but filters that cannot be looked up (cited:no) is held against every article.
    std::vector<std::int64_t> every_article() {
        std::vector<std::int64_t> out;
        for (const store::ArticleSummary& article : store_.articles()) {
            out.push_back(article.id);
        }
        std::ranges::sort(out);
        return out;
    }

    /// Finds `wanted` rows, best first. Where the most promising articles hold fewer, more are looked at a
    /// few at a time, and theirs come after: so what stands on one page does not depend on how long the page
    /// is.
    void look_at_until(ArticleRanking& articles, std::size_t wanted) {
        std::size_t sorted = 0;  ///< rows that have their places
        const auto sort_rest = [&] {
            std::sort(found_.begin() + static_cast<std::ptrdiff_t>(sorted), found_.end(), better);
            sorted = found_.size();
        };
        std::optional<std::size_t> begin;  ///< of the articles that are now looked at, behind the first
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const bool enough = kept_.size() >= kRescoredArticles || words_ >= kRescoredWords;
            if (begin ? i - *begin >= kArticlesMore : enough) {
                sort_rest();
                begin = i;
                if (found_.size() >= wanted) {
                    return;
                }
            }
            look_at(articles.at(i));
        }
        sort_rest();
    }

    void look_at(const RankedArticle& article) {
        for (ArticleWords& words : store_.index().words(std::span(&article.article, 1))) {
            words_ += words.stream.size();
            kept_.push_back(std::make_unique<ArticleWords>(std::move(words)));
            look_at(*kept_.back(), article.score);
        }
    }

    void look_at(const ArticleWords& words, double article_score) {
        scorer_.take(words);
        filter_.take(words);
        const double score = article_score + scorer_.article_bonus().sum();
        if (options_.scope == Scope::articles) {
            look_at_article(words, score, article_score);
            return;
        }
        std::uint32_t place = 0;
        for (const Row& row : rows_of(words, options_.scope, every_)) {
            ++place;
            const RowScore own = scorer_.score(row);
            const bool by_words = own.own_words && own.answers && own.words > 0;
            if ((slots_.slots.empty() || by_words) && filter_.matches(row)) {
                const double share = row.sentence == Row::kNone ? 0.0 : weights_.article * score;
                found_.push_back({words.article, row, place - 1, own.sum() + share, article_score, &words});
            }
        }
    }

    /// An article matches when one of its sentences, with all the article cites, does.
    void look_at_article(const ArticleWords& words, double score, double article_words) {
        bool matches = !filter_.is_needed();
        std::vector<Row> rows = rows_of(words, Scope::sentences, every_);
        for (std::size_t i = 0; i < rows.size() && !matches; ++i) {
            rows[i].sources = every_.first(words.sources.size());
            matches = filter_.matches(rows[i]);
        }
        if (!matches) {
            Row whole;
            whole.sources = every_.first(words.sources.size());
            matches = filter_.matches(whole);
        }
        if (matches) {
            found_.push_back({words.article, Row(), 0, score, article_words, &words});
        }
    }

    void keep_one_of_each_work() {
        std::vector<FoundRow> kept;
        std::unordered_map<std::int64_t, bool> seen;
        for (const FoundRow& row : found_) {
            if (kept.size() >= options_.offset + options_.limit) {
                break;
            }
            const auto reference =
                store_.reference(store::reference_id(row.article, row.row.sources.front()));
            if (reference && !std::exchange(seen[reference->work], true)) {
                kept.push_back(row);
            }
        }
        found_ = std::move(kept);
    }

    std::vector<Hit> hits() {
        std::optional<ComparativeReader> comparative;
        if (const auto compared = read_comparative(typed_)) {
            comparative.emplace(*compared, store_.index(), synonyms_);
        }
        HitBuilder builder(store_, slots_, scorer_, options_, comparative ? &*comparative : nullptr);
        if (options_.stance) {
            found_.resize(std::min(found_.size(), kMostOrdered));
            std::erase_if(found_,
                          [&](const FoundRow& row) { return builder.stance(row) != options_.stance; });
        }
        std::vector<Hit> out;
        for (std::size_t i = options_.offset; i < std::min(found_.size(), options_.offset + options_.limit);
             ++i) {
            out.push_back(builder.build(found_[i], i + 1));
        }
        return out;
    }

    store::Store& store_;
    std::string_view typed_;
    const Node& query_;
    const Options& options_;
    const Weights& weights_;
    const Synonyms& synonyms_;
    Slots slots_;
    TermStatistics statistics_;
    Filter filter_;
    RowScorer scorer_;
    std::vector<std::unique_ptr<ArticleWords>> kept_;
    std::size_t words_ = 0;  ///< in kept_
    Counting every_;
    std::vector<FoundRow> found_;
};

}  // namespace

Result<std::vector<Hit>> search(store::Store& store, std::string_view query, const Options& options,
                                const Weights& weights) {
    const auto parsed = parse_query(query);
    if (!parsed) {
        return parsed.error();
    }
    if (options.stance && !read_comparative(query)) {
        return Error{"a stance needs a query that compares, such as: early PT vs delayed PT", "the query", 0};
    }
    const store::Reading reading(store);
    return Search(store, query, *parsed, options, weights).run();
}

Result<std::vector<Hit>> search(store::Store& store, std::string_view query, const Options& options) {
    return search(store, query, options, Weights());
}

}  // namespace whereof::search
