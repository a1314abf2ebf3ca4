// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/comparison_statement.hpp"
#include "claim/comparison_words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whereof::claim {

/// What more of the outcome that a saying is about means. Looks at what it is made of, which must live as
/// long.
class AnswerSense {
  public:
    AnswerSense(const AskedSentence& in, const SentenceNames& names) : in_(in), names_(names) {}

    /// `event`: absent when numbers alone tell.
    [[nodiscard]] OutcomeSense of(const std::optional<CompareEvent>& event) const;
    /// Does the statement speak of the opposite of what is asked: of "pain relief" where pain is?
    [[nodiscard]] bool is_turned() const;

  private:
    [[nodiscard]] OutcomeSense named() const;
    [[nodiscard]] OutcomeSense of_outcome(std::size_t event) const;
    [[nodiscard]] bool is_asked(TokenRun run) const;
    [[nodiscard]] bool is_shared(std::size_t i) const;
    [[nodiscard]] std::vector<std::string> terms_in(TokenRun run) const;

    AskedSentence in_;
    const SentenceNames& names_;
};

}  // namespace whereof::claim
