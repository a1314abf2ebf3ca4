// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// The tests of significance that a sentence states: "p = 0.62", "RR 0.95, 95% CI 0.80 to 1.13", "…, but not
/// significantly so". Sentence and tokens outlive it.
class StatedTests : private TokenReader {
  public:
    StatedTests(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    struct Found {
        int verdict = 0;  ///< 1 a difference was found, -1 none was, 0 nothing is stated
        std::size_t at = kNoToken;
    };
    /// The first behind `from` in the statement; else what takes the statement back.
    [[nodiscard]] Found behind(std::size_t from, TokenRun statement) const;
    /// As behind(), without words: a P value, an interval or what takes the statement back.
    [[nodiscard]] Found measured(std::size_t from, TokenRun statement) const;
    /// Is the event at a token called significant in words?
    [[nodiscard]] bool calls_significant(std::size_t event, TokenRun statement) const;

  private:
    [[nodiscard]] Found interval(std::size_t from) const;
    [[nodiscard]] bool is_ratio(std::size_t i) const;
    [[nodiscard]] std::vector<double> numbers_behind(std::size_t i, std::size_t most) const;
    /// "…, although the difference was not significant": names nothing that the statement does not.
    [[nodiscard]] Found taken_back(std::size_t from, TokenRun statement) const;
    [[nodiscard]] bool names_new(std::size_t i, TokenRun statement) const;
};

}  // namespace whereof::claim
