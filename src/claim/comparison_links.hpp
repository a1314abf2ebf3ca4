// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// "no advantage", "no added benefit"
[[nodiscard]] bool denies_gain(std::string_view phrase);

/// Where what a statement says begins, and where it says what it compares with. Sentence and tokens outlive
/// it.
class StatementLinks : private TokenReader {
  public:
    StatementLinks(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    /// Past "Several reviews have concluded that", "According to a 2023 meta-analysis,", "Furthermore,".
    [[nodiscard]] std::size_t after_report(TokenRun statement) const;
    /// A "than" or "versus" with words behind it: "more than 30 %" is none, and "over" only after a
    /// preference. kNoToken when there is none.
    [[nodiscard]] std::size_t find_than(TokenRun statement) const;

    /// "A versus B versus C"
    [[nodiscard]] bool name_several(TokenRun statement) const;

  private:
    [[nodiscard]] std::size_t past_concession(TokenRun statement) const;
    [[nodiscard]] std::size_t past_reporting(TokenRun statement, std::size_t half) const;
    [[nodiscard]] std::size_t past_opening(TokenRun statement, std::size_t half) const;
    [[nodiscard]] bool leads_on(std::size_t i) const;
    [[nodiscard]] static bool reports(std::string_view word);
    [[nodiscard]] bool has_be(std::size_t from, std::size_t end) const;
    [[nodiscard]] bool is_count(std::size_t i) const;
    [[nodiscard]] bool names_a_time(std::size_t begin) const;
    [[nodiscard]] bool prefers(TokenRun run) const;
};

}  // namespace whereof::claim
