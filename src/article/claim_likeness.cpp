// SPDX-License-Identifier: MIT
#include "article/claim_likeness.hpp"

#include "claim/likeness.hpp"

#include <string_view>

namespace whereof::article {

std::vector<double> claim_likeness(const Article& article) {
    std::vector<double> out(article.sentences.size(), 0.0);
    std::vector<std::string_view> texts;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i <= article.sentences.size(); ++i) {
        const bool ends =
            i == article.sentences.size() ||
            (!places.empty() && article.sentences[i].section != article.sentences[places.back()].section);
        if (ends) {
            const auto likeness = claim::likeness(texts);
            for (std::size_t k = 0; k < places.size(); ++k) {
                out[places[k]] = likeness[k];
            }
            texts.clear();
            places.clear();
        }
        if (i < article.sentences.size() && article.sentences[i].block != BlockKind::heading &&
            article.sentences[i].block != BlockKind::table_cell) {
            texts.push_back(article.sentences[i].span.of(article.text));
            places.push_back(i);
        }
    }
    return out;
}

}  // namespace whereof::article
