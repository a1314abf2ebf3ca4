// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_statement.hpp"

#include <optional>
#include <vector>

namespace whereof::claim {

/// Which of a statement's sayings answers a question. Looks at what it is made of, which must live as long.
class EventChoice {
  public:
    explicit EventChoice(const AskedSentence& in) : in_(in) {}

    /// Of the statement's sayings, the one about the outcome; nullptr when there is none.
    [[nodiscard]] const CompareEvent* choose(const std::vector<CompareEvent>& events) const;
    /// Of "reduced HbA1c along with weight loss" the loss of weight is told of, not reduced.
    [[nodiscard]] std::optional<CompareEvent> happened_along(const CompareEvent& event) const;

  private:
    [[nodiscard]] bool verb_between(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool list_between(std::size_t from, std::size_t to) const;
    [[nodiscard]] const CompareEvent* best_without_outcome(const std::vector<CompareEvent>& events) const;

    AskedSentence in_;
};

}  // namespace whereof::claim
