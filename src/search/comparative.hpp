// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison.hpp"
#include "claim/comparison_answer.hpp"
#include "search/claim_scope.hpp"
#include "search/comparative_query.hpp"
#include "search/nested_sides.hpp"
#include "search/synonyms.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

/// Directions of less confidence are no more than "compares the two", and contradict nobody: above it 0.87 of
/// those in labelled evidence sentences were right (scripts/bench search, confidence >= 0.70).
inline constexpr double kSureDirection = 0.7;

/// How a claim stands to a comparative query.
enum class Stance : std::uint8_t {
    unrelated,     ///< does not compare the two
    agrees,        ///< says what the query says; of "A vs B", that A does better
    disagrees,     ///< says the opposite; of "A vs B", that B does better
    no_direction,  ///< compares the two and says that neither, or not which, does better
};
/// "agrees"
[[nodiscard]] std::string_view name(Stance stance) noexcept;

/// What a claim says to a comparative query.
struct HitComparison {
    Stance stance = Stance::unrelated;
    /// `words` are spans of the hit's text. Has no direction that the stance denies.
    claim::ComparisonAnswer answer;
    bool other_outcome = false;  ///< compares the two, on another outcome than the one asked for
};

/// Holds claims against one comparative query, with synonyms and the short forms that the store's articles
/// define.
class ComparativeReader {
  public:
    ComparativeReader(const ComparativeQuery& query, store::Index& index, const Synonyms& synonyms);
    /// `context`: the claim's heading, its article's title and its sources' titles. What both sides of the
    /// query have in common must stand in one of the two: antibiotics say nothing of "early PT beats delayed
    /// PT". A claim that names one side alone compares nothing.
    [[nodiscard]] HitComparison read(std::string_view claim, std::string_view context) const;

    /// Can a sentence with these index terms compare the two? True wherever read() finds a stance, and cheap.
    [[nodiscard]] bool may_compare(std::span<const std::string_view> terms) const;

  private:
    [[nodiscard]] HitComparison read_plain(std::string_view claim, std::string_view context) const;
    void expand_sides(const ComparativeQuery& query, store::Index& index, const Synonyms& synonyms);
    [[nodiscard]] bool names_shared(std::string_view claim, std::string_view context) const;
    [[nodiscard]] claim::ComparisonAnswer answer_in(std::string_view claim) const;
    [[nodiscard]] std::vector<claim::Comparison> of_the_two(std::string_view claim) const;
    [[nodiscard]] bool is_asked(const std::string& term) const;
    [[nodiscard]] bool is_on_other_outcome(const std::vector<claim::Comparison>& found) const;

    claim::ComparisonQuestion question_;
    claim::Direction asked_;
    std::optional<NestedSides>
        nested_;          ///< the larger has no words in `question_`, but in each claim its own
    ScopeTerms outcome_;  ///< that is asked for; empty where it may be what all is about ("for diabetes")
};

}  // namespace whereof::search
