// SPDX-License-Identifier: MIT
#include "search/letter_runs.hpp"

#include "text/grams.hpp"
#include "text/terms.hpp"

#include <string_view>

namespace whereof::search {

LetterRuns::LetterRuns(const Slots& slots, const TermStatistics& statistics, store::Index& index,
                       const Weights& weights)
    : statistics_(statistics), weights_(weights), of_(text::kGramCount, -1) {
    std::vector<std::uint16_t> grams;
    std::vector<std::uint16_t> distinct;
    for (const Slot& slot : slots.slots) {
        grams.clear();
        const std::string_view term = slots.terms[slot.alternatives.front().terms.front()];
        text::add_grams(term.substr(0, term.size() - (text::is_prefix(term) ? 1 : 0)), grams);
        for (const std::uint16_t gram : grams) {
            if (of_[gram] < 0) {
                of_[gram] = static_cast<std::int16_t>(distinct.size());
                distinct.push_back(gram);
                weight_.push_back(0.0);
            }
            weight_[static_cast<std::size_t>(of_[gram])] += slot.weight;
        }
    }
    const auto counts = index.gram_counts(distinct);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        weight_[i] *= inverse_frequency(static_cast<double>(statistics.totals.articles), counts[i]);
    }
}

double LetterRuns::score(const store::ArticleWords& words) const {
    std::vector<std::uint32_t> times(words.terms.size(), 0);
    const std::uint32_t end = words.sentences.empty() ? words.title.end : words.sentences.back().words.end;
    for (std::uint32_t i = 0; i < end; ++i) {
        ++times[words.stream[i]];
    }
    std::vector<double> counts(weight_.size(), 0.0);
    std::vector<std::uint16_t> grams;
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        if (times[i] == 0) {
            continue;
        }
        grams.clear();
        text::add_grams(words.terms[i], grams);
        for (const std::uint16_t gram : grams) {
            if (of_[gram] >= 0) {
                counts[static_cast<std::size_t>(of_[gram])] += times[i];
            }
        }
    }
    const double length_ratio = end / (statistics_.average_body * 1.6);  // stop words are in `end` alone
    double sum = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            sum += weight_[i] * saturated(counts[i], length_ratio, weights_.article_k1, weights_.article_b);
        }
    }
    return sum;
}

}  // namespace whereof::search
