// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whereof::claim {

/// What a "no" denies.
struct Denial {
    std::size_t end = 0;                ///< past what was read
    std::optional<CompareEvent> event;  ///< "the same"; absent when it denies no difference
};

/// Is what is taken at token i named with what it is taken over: "chose A over B", "recommended rather than
/// B"?
[[nodiscard]] bool chooses(const std::vector<CompareToken>& tokens, std::size_t i, std::size_t end);

/// The base of those who find sayings: of tokens before `end`, where those that are ignored, as in
/// find_events(), have no cue. What it is made of outlives it.
class TellingTokens {
  protected:
    TellingTokens(const std::vector<CompareToken>& tokens, std::size_t end, const std::vector<bool>& ignored)
        : tokens_(tokens), end_(end), ignored_(ignored) {}

    [[nodiscard]] bool is_ignored(std::size_t i) const { return !ignored_.empty() && ignored_[i]; }
    [[nodiscard]] bool is(std::size_t i, std::uint32_t cue) const {
        return i < end_ && !is_ignored(i) && tokens_[i].has(cue);
    }

    const std::vector<CompareToken>& tokens_;
    std::size_t end_;
    const std::vector<bool>& ignored_;
};

/// Reads "not … increase", "failed to improve", "neither A nor B had an effect".
class DenialReader : private TellingTokens {
  public:
    /// Of tokens before `end`; `ignored` as in find_events().
    DenialReader(const std::vector<CompareToken>& tokens, std::size_t end, const std::vector<bool>& ignored)
        : TellingTokens(tokens, end, ignored) {}

    /// Of the negation at a token.
    [[nodiscard]] Denial read(std::size_t i) const;

  private:
    [[nodiscard]] bool names_absence(std::size_t i) const;
    [[nodiscard]] static bool undoes(const std::string& term);
    [[nodiscard]] std::size_t past_insertion(std::size_t i) const;
    [[nodiscard]] Denial of_all_groups(std::size_t i) const;
};

}  // namespace whereof::claim
