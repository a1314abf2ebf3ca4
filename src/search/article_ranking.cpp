// SPDX-License-Identifier: MIT
#include "search/article_ranking.hpp"

#include <algorithm>
#include <cmath>

namespace whereof::search {
namespace {

using store::Posting;

/// A term's weighted count in an article.
double count_of(const store::FieldCounts& counts, const FieldWeights& fields) noexcept {
    return fields.body * counts.body + fields.title * counts.title + fields.source * counts.source +
           fields.meta * counts.meta + fields.abstract * counts.abstract;
}

/// Scores by article, dense: ids count up from 1 and few are ever given up.
class Scoreboard {
  public:
    explicit Scoreboard(std::int64_t last) : scores_(static_cast<std::size_t>(last) + 1, -1.0F) {}
    void add(std::int64_t article, double score) {
        float& sum = scores_[static_cast<std::size_t>(article)];
        sum = std::max(sum, 0.0F) + static_cast<float>(score);
    }
    [[nodiscard]] float at(std::int64_t article) const {
        const auto place = static_cast<std::size_t>(article);
        return place < scores_.size() ? scores_[place] : -1.0F;
    }
    [[nodiscard]] std::int64_t last() const noexcept { return static_cast<std::int64_t>(scores_.size()) - 1; }

  private:
    std::vector<float> scores_;
};

/// The postings of one alternative with their scores. For several terms: articles that have them all, scored
/// by the weakest.
std::vector<RankedArticle> score_alternative(const Alternative& alternative, const TermStatistics& statistics,
                                             const FieldWeights& fields, const Weights& weights) {
    std::vector<RankedArticle> out;
    for (std::size_t i = 0; i < alternative.terms.size(); ++i) {
        const std::uint32_t term = alternative.terms[i];
        const double idf = statistics.article_idf[term] * alternative.weight;
        std::vector<RankedArticle> one;
        one.reserve(statistics.postings[term].size());
        for (const Posting& posting : statistics.postings[term]) {
            const double count = count_of(posting.counts, fields);
            if (count > 0) {
                one.push_back(
                    {posting.article, idf * saturated(count, posting.length / statistics.average_body,
                                                      weights.article_k1, weights.article_b)});
            }
        }
        if (i == 0) {
            out = std::move(one);
            continue;
        }
        std::vector<RankedArticle> both;
        auto other = one.begin();
        for (const RankedArticle& row : out) {
            while (other != one.end() && other->article < row.article) {
                ++other;
            }
            if (other != one.end() && other->article == row.article) {
                both.push_back({row.article, std::min(row.score, other->score)});
            }
        }
        out = std::move(both);
    }
    return out;
}

/// For each article the better of two scores.
std::vector<RankedArticle> best_of(const std::vector<RankedArticle>& a, const std::vector<RankedArticle>& b) {
    std::vector<RankedArticle> out;
    out.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->article < right->article)) {
            out.push_back(*left++);
        } else if (left == a.end() || right->article < left->article) {
            out.push_back(*right++);
        } else {
            out.push_back({left->article, std::max(left->score, right->score)});
            ++left;
            ++right;
        }
    }
    return out;
}

std::int64_t last_article(const TermStatistics& statistics) noexcept {
    std::int64_t last = 0;
    for (const auto& postings : statistics.postings) {
        last = postings.empty() ? last : std::max(last, postings.back().article);
    }
    return last;
}

}  // namespace

double inverse_frequency(double total, double with_term) noexcept {
    with_term = std::min(with_term, total);
    return std::log(1.0 + (total - with_term + 0.5) / (with_term + 0.5));
}

double saturated(double count, double length_ratio, double k1, double b) noexcept {
    return count * (k1 + 1.0) / (count + k1 * (1.0 - b + b * length_ratio));
}

TermStatistics read_statistics(store::Index& index, const Slots& slots) {
    TermStatistics out;
    out.totals = index.totals();
    out.postings = index.postings(slots.terms);
    const auto articles = static_cast<double>(std::max<std::int64_t>(out.totals.articles, 1));
    const auto sentences = static_cast<double>(std::max<std::int64_t>(out.totals.sentences, 1));
    out.average_body = std::max(1.0, static_cast<double>(out.totals.body_words) / articles);
    out.average_sentence = std::max(1.0, static_cast<double>(out.totals.body_words) / sentences);
    for (const auto& postings : out.postings) {
        double in_sentences = 0;
        double in_articles = 0;
        for (const Posting& posting : postings) {
            in_sentences += posting.counts.body;
            in_articles += posting.counts.only_in_abstracts() ? 0 : 1;
        }
        out.article_idf.push_back(inverse_frequency(articles, in_articles));
        out.sentence_idf.push_back(inverse_frequency(sentences, in_sentences));
    }
    return out;
}

const RankedArticle& ArticleRanking::at(std::size_t rank) {
    constexpr std::size_t kFirst = 512;
    const auto is_better = [](const RankedArticle& a, const RankedArticle& b) {
        return a.score != b.score ? a.score > b.score : a.article < b.article;
    };
    while (rank >= ordered_) {  // each time as many again, so that all of them take no longer than a sort
        const auto begin = articles_.begin() + static_cast<std::ptrdiff_t>(ordered_);
        ordered_ = std::min(articles_.size(), std::max(kFirst, 2 * ordered_));
        const auto end = articles_.begin() + static_cast<std::ptrdiff_t>(ordered_);
        std::nth_element(begin, end, articles_.end(), is_better);
        std::sort(begin, end, is_better);
    }
    return articles_[rank];
}

ArticleRanking rank_articles(const Slots& slots, const TermStatistics& statistics, const FieldWeights& fields,
                             const Weights& weights,
                             const std::optional<std::vector<std::int64_t>>& allowed) {
    Scoreboard board(last_article(statistics));
    for (const Slot& slot : slots.slots) {
        std::vector<RankedArticle> best;
        for (const Alternative& alternative : slot.alternatives) {
            auto scored = score_alternative(alternative, statistics, fields, weights);
            best = best.empty() ? std::move(scored) : best_of(best, scored);
        }
        for (const RankedArticle& row : best) {
            board.add(row.article, row.score * slot.weight);
        }
    }
    std::vector<RankedArticle> out;
    if (allowed) {
        for (const std::int64_t article : *allowed) {
            out.push_back({article, std::max(0.0, static_cast<double>(board.at(article)))});
        }
    } else {
        for (std::int64_t article = 1; article <= board.last(); ++article) {
            if (board.at(article) >= 0) {
                out.push_back({article, static_cast<double>(board.at(article))});
            }
        }
    }
    return ArticleRanking(std::move(out));
}

}  // namespace whereof::search
