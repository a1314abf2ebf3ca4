// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_names.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// The confidence of what may be meant another way, and of what was probably not understood.
inline constexpr double kUnsure = 0.6;
inline constexpr double kDoubtful = 0.5;

/// How far what a reader took for two sides may be believed to be that. Sentence, tokens and names outlive
/// it.
class SideTrust {
  public:
    SideTrust(std::string_view sentence, const std::vector<CompareToken>& tokens, const SentenceNames& names)
        : sentence_(sentence), tokens_(tokens), names_(names) {}

    /// 1, or kDoubtful: "this finding" and "the authors" are no sides, and where a whole statement was taken
    /// for a name, the sentence was not understood.
    [[nodiscard]] double of_side(TokenRun side) const;
    /// Do the two look like what is compared? "children" with "restricted environments" and a thing with
    /// itself do not.
    [[nodiscard]] bool match(TokenRun first, TokenRun second) const;
    /// Is the first test behind a token one that found nothing?
    [[nodiscard]] bool is_insignificant(std::size_t at) const;

  private:
    [[nodiscard]] bool has_comma(TokenRun run) const;

    std::string_view sentence_;
    const std::vector<CompareToken>& tokens_;
    const SentenceNames& names_;
};

}  // namespace whereof::claim
