// SPDX-License-Identifier: MIT
#include "bib/confidence.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whereof::bib {
namespace {

/// Words of sentences that speak to somebody or tell what happened; hardly any title or name holds one.
constexpr std::array kProse = std::to_array<std::string_view>(
    {"although", "been", "call",    "click",  "contact",   "could",    "found", "had",    "has",
     "have",     "he",   "however", "i",      "me",        "my",       "our",   "please", "said",
     "see",      "she",  "should",  "showed", "suggested", "reported", "that",  "their",  "these",
     "they",     "this", "us",      "was",    "we",        "were",     "which", "will",   "would",
     "you",      "your", "wurde",   "wurden", "haben",     "sind",     "ist",   "hat"});

/// The prose words of a text, without those of the title, which may be a sentence.
std::size_t prose_words(std::span<const Token> tokens) {
    static const auto hashes = [] {
        std::array<std::uint32_t, kProse.size()> out{};
        std::ranges::transform(kProse, out.begin(), word_hash);
        std::ranges::sort(out);
        return out;
    }();
    return static_cast<std::size_t>(std::ranges::count_if(tokens, [](const Token& token) {
        return (token.look == Look::lower || token.look == Look::lower_short ||
                token.look == Look::capitalised) &&
               std::ranges::binary_search(hashes, token.word);
    }));
}

/// From which least confidence of its fields on what share of references was wholly right: those of EXCITE,
/// which no weights are trained on (scripts/calibrate_confidence.py). References of a kind that training
/// knows do better.
struct Share {
    double from;
    double share;
};
constexpr std::array kShares = std::to_array<Share>({{0.0, 0.29},
                                                     {0.5, 0.34},
                                                     {0.65, 0.47},
                                                     {0.8, 0.59},
                                                     {0.9, 0.64},
                                                     {0.95, 0.77},
                                                     {0.98, 0.80},
                                                     {0.99, 0.81},
                                                     {0.995, 0.90},
                                                     {0.999, 0.96}});

bool has_strong_identifier(const Item& item) {
    return !item.DOI.empty() || !item.PMID.empty() || !item.PMCID.empty() || !item.arXiv.empty() ||
           !item.ISBN.empty();
}

}  // namespace

double likeness(std::span<const Token> tokens, std::span<const float> probabilities, const Item& item) {
    double sum = 0;
    for (const float probability : probabilities) {
        sum += static_cast<double>(probability);
    }
    const double mean = probabilities.empty() ? 0 : sum / static_cast<double>(probabilities.size());
    const bool identified = has_strong_identifier(item);
    const bool located = !item.volume.empty() || !item.page.empty();
    const int evidence =
        (item.author.empty() && item.editor.empty() ? 0 : 1) + (item.title.empty() ? 0 : 1) +
        (item.issued.empty() ? 0 : 1) +
        (item.container_title.empty() && item.publisher.empty() && item.publisher_place.empty() ? 0 : 1) +
        (located ? 1 : 0) + (identified || !item.URL.empty() ? 1 : 0);
    // By an identifier alone a work is found; nothing else does that alone.
    constexpr std::array<double, 5> kByEvidence{0.0, 0.15, 0.6, 0.95, 1.0};
    const std::size_t rank =
        std::max<std::size_t>(static_cast<std::size_t>(std::min(evidence, 4)), identified ? 2 : 0);
    double out = mean * kByEvidence[rank];
    if (!identified && !(located && !item.container_title.empty() && item.issued.year != 0)) {
        const std::size_t prose = prose_words(tokens);
        out *= prose == 0 ? 1.0 : prose == 1 ? 0.6 : 0.25;
    }
    return out;
}

double confidence(const Reference& reference) {
    double least = reference.spans.empty() ? 0 : 1;
    for (const FieldSpan& field : reference.spans) {
        least = field.field == Field::note ? least : std::min(least, field.confidence);
    }
    double share = kShares.front().share;
    for (const Share& band : kShares) {
        if (least >= band.from) {
            share = band.share;
        }
    }
    return std::min(share, reference.likeness);
}

}  // namespace whereof::bib
