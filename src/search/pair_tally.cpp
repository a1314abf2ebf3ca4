// SPDX-License-Identifier: MIT
#include "search/pair_tally.hpp"

#include <utility>

namespace whereof::search {

void PairTally::add(const std::vector<std::size_t>& some, const std::vector<std::size_t>& others) {
    all_ += some.size() * others.size();
    std::unordered_map<std::int64_t, std::pair<std::size_t, std::size_t>> articles;  // claims of each list
    for (const std::size_t claim : some) {
        of_claim_[claim] += others.size();
        ++articles[claims_[claim].article].first;
    }
    for (const std::size_t claim : others) {
        of_claim_[claim] += some.size();
        ++articles[claims_[claim].article].second;
    }
    for (const auto& [article, counts] : articles) {
        const auto [here, there] = counts;
        of_article_[article] += here * others.size() + there * some.size() - here * there;
    }
}

void PairTally::take(std::size_t one, std::size_t other) {
    --all_;
    --of_claim_[one];
    --of_claim_[other];
    const std::int64_t article = claims_[one].article;
    --of_article_[article];
    if (const std::int64_t second = claims_[other].article; second != article) {
        --of_article_[second];
    }
}

std::size_t PairTally::of_article(std::int64_t article) const {
    const auto found = of_article_.find(article);
    return found == of_article_.end() ? 0 : found->second;
}

}  // namespace whereof::search
