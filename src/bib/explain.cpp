// SPDX-License-Identifier: MIT
#include "bib/explain.hpp"

#include "bib/parser.hpp"

#include <algorithm>
#include <array>

namespace whereof::bib {
namespace {

constexpr std::size_t kMostReasons = 5;

constexpr std::array<std::string_view, kLookCount> kLookNames{"edge",
                                                              "full stop",
                                                              "comma",
                                                              "semicolon",
                                                              "colon",
                                                              "opening bracket",
                                                              "closing bracket",
                                                              "opening square bracket",
                                                              "closing square bracket",
                                                              "opening quote",
                                                              "closing quote",
                                                              "hyphen",
                                                              "dash",
                                                              "slash",
                                                              "ampersand",
                                                              "question mark",
                                                              "apostrophe",
                                                              "symbol",
                                                              "initial",
                                                              "few capitals",
                                                              "capitals",
                                                              "capitalised",
                                                              "mixed case",
                                                              "short word",
                                                              "word",
                                                              "other script",
                                                              "year",
                                                              "year and letter",
                                                              "one or two digits",
                                                              "three or four digits",
                                                              "many digits",
                                                              "letters and digits",
                                                              "digits and letters",
                                                              "month",
                                                              "DOI",
                                                              "URL",
                                                              "identifier",
                                                              "unreadable"};

std::vector<Reason> reasons_for(Label label, std::span<const std::uint32_t> features,
                                const Weights& weights) {
    std::vector<Reason> out;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto& [row, feature] = weights.row_for(features[i]);
        if (feature != features[i]) {
            continue;
        }
        double mean = 0;
        for (std::size_t other = 0; other < kLabelCount; ++other) {
            mean += static_cast<double>(row[other]) / static_cast<double>(kLabelCount);
        }
        const double weight =
            (row[static_cast<std::size_t>(label)] - mean) * static_cast<double>(weights.step());
        if (weight > 0) {
            out.push_back({feature_names()[i], weight});
        }
    }
    std::ranges::sort(out, [](const Reason& a, const Reason& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.feature < b.feature;
    });
    out.resize(std::min(out.size(), kMostReasons));
    return out;
}

}  // namespace

Explanation explain_reference(std::string_view text) {
    const Weights& weights = Weights::embedded();
    Parser parser(weights, Lexicon::embedded());
    Explanation out;
    out.reference = parser.parse(text);
    const auto labels = parser.tagger().labels();
    const auto probabilities = parser.tagger().probabilities();
    for (std::size_t i = 0; i < parser.tokens().size(); ++i) {
        const Token& token = parser.tokens()[i];
        out.tokens.push_back({token.span, kLookNames[static_cast<std::size_t>(token.look)], labels[i],
                              facts(labels[i]).name, static_cast<double>(probabilities[i]),
                              reasons_for(labels[i], parser.features().of(i), weights)});
    }
    return out;
}

}  // namespace whereof::bib
