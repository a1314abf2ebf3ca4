// SPDX-License-Identifier: MIT
#pragma once

#include "store/index.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace whereof::search {

/// Counts pairs of claims: in all, of each claim, and of each article (a pair of two of its claims once).
class PairTally {
  public:
    /// `claims` must live as long as the tally; claims are named by their place in it.
    explicit PairTally(const std::vector<store::ComparedClaim>& claims)
        : claims_(claims), of_claim_(claims.size()) {}

    /// Each of `some` with each of `others`; takes time by their number, not by that of the pairs.
    void add(const std::vector<std::size_t>& some, const std::vector<std::size_t>& others);
    /// Takes back one pair that was added.
    void take(std::size_t one, std::size_t other);

    [[nodiscard]] std::size_t all() const noexcept { return all_; }
    [[nodiscard]] std::size_t of_claim(std::size_t place) const { return of_claim_[place]; }
    [[nodiscard]] std::size_t of_article(std::int64_t article) const;

  private:
    const std::vector<store::ComparedClaim>& claims_;
    std::size_t all_ = 0;
    std::vector<std::size_t> of_claim_;
    std::unordered_map<std::int64_t, std::size_t> of_article_;
};

}  // namespace whereof::search
