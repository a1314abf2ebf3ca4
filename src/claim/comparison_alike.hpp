// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_than.hpp"
#include "claim/comparison_words.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Reads statements that call two sides alike without a "than": "no difference between A and B in O", "A did
/// not differ from B", "A is as safe as B", "A was similar to B", "A and B were equally effective". Sentence,
/// tokens and names outlive it.
class AlikeReader : private TokenReader {
  public:
    AlikeReader(std::string_view sentence, const std::vector<CompareToken>& tokens,
                const SentenceNames& names)
        : TokenReader(sentence, tokens), names_(names) {}

    /// `events` are the statement's. Without a first side: it speaks of two measures, which are no
    /// alternatives, and compares nothing.
    [[nodiscard]] std::optional<ComparedParts> read(TokenRun statement,
                                                    const std::vector<CompareEvent>& events) const;

  private:
    [[nodiscard]] std::optional<ComparedParts> read_between(TokenRun statement,
                                                            const std::vector<CompareEvent>& events) const;
    [[nodiscard]] std::optional<ComparedParts> read_as_as(TokenRun statement) const;
    [[nodiscard]] std::optional<ComparedParts> read_from(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<ComparedParts> read_pair(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] bool is_likeness(std::size_t i) const;
    [[nodiscard]] bool denies_difference(const CompareEvent& event) const;
    [[nodiscard]] bool tells_of_pair(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] bool is_alternative(TokenRun side) const;

    const SentenceNames& names_;
};

}  // namespace whereof::claim
