// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_answer.hpp"
#include "claim/comparison_marks.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/comparison_statement.hpp"
#include "claim/comparison_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// What more of the outcome that a saying is about means. Looks at what it is made of, which must live as
/// long.
class AnswerSense {
  public:
    AnswerSense(std::string_view sentence, const std::vector<CompareToken>& tokens,
                const SentenceNames& names, const ComparisonQuestion& question, const ComparisonMarks& marks,
                const AskedStatement& asked)
        : sentence_(sentence),
          tokens_(tokens),
          names_(names),
          question_(question),
          marks_(marks),
          asked_(asked) {}

    /// `event`: its token, AskedStatement::kNowhere when numbers alone tell.
    [[nodiscard]] OutcomeSense of(std::size_t event) const;

  private:
    [[nodiscard]] OutcomeSense of_outcome(std::size_t event) const;
    [[nodiscard]] std::optional<int> found_value(std::size_t event) const;
    [[nodiscard]] std::vector<std::string> terms_in(TokenRun run) const;

    std::string_view sentence_;
    const std::vector<CompareToken>& tokens_;
    const SentenceNames& names_;
    const ComparisonQuestion& question_;
    const ComparisonMarks& marks_;
    const AskedStatement& asked_;
};

}  // namespace whereof::claim
