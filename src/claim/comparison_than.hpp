// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_trust.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// What a statement compares, by its tokens.
struct ComparedParts {
    TokenRun first;
    TokenRun second;
    TokenRun outcome;
    std::optional<CompareEvent> event;  ///< what is said of the outcome; absent: only that they are compared
    std::size_t link = kNoToken;        ///< the "than" or "versus"
    double confidence = 0.0;
};

/// Reads statements with a "than", "compared with", "versus" or "unlike". Sentence, tokens and names outlive
/// it.
class ThanReader : private TokenReader {
  public:
    ThanReader(std::string_view sentence, const std::vector<CompareToken>& tokens, const SentenceNames& names)
        : TokenReader(sentence, tokens), names_(names) {}

    /// `than` is the token that says so, `events` are the statement's.
    [[nodiscard]] std::optional<ComparedParts> read(TokenRun statement, std::size_t than,
                                                    const std::vector<CompareEvent>& events) const;

  private:
    [[nodiscard]] TokenRun asked_for(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::optional<ComparedParts> read_opening(TokenRun statement, std::size_t than,
                                                            const CompareEvent& event, TokenRun second) const;
    [[nodiscard]] std::optional<ComparedParts> read_versus(TokenRun statement, std::size_t than,
                                                           const CompareEvent& event) const;
    [[nodiscard]] ComparedParts read_behind(TokenRun statement, std::size_t than, const CompareEvent& event,
                                            TokenRun second, std::size_t verb) const;
    [[nodiscard]] std::optional<ComparedParts> read_placed(TokenRun statement, std::size_t than,
                                                           const CompareEvent& event, TokenRun second,
                                                           std::size_t verb) const;
    [[nodiscard]] std::optional<ComparedParts> read_parallel(TokenRun statement, std::size_t than,
                                                             const CompareEvent& event,
                                                             TokenRun second) const;
    [[nodiscard]] ComparedParts read_subject(TokenRun statement, std::size_t than, const CompareEvent& event,
                                             TokenRun second, std::size_t verb) const;
    [[nodiscard]] std::optional<ComparedParts> read_noun(TokenRun statement, const CompareEvent& event,
                                                         std::size_t than, TokenRun second) const;
    [[nodiscard]] std::optional<ComparedParts> read_counted(TokenRun statement, std::size_t than,
                                                            const std::vector<CompareEvent>& events,
                                                            TokenRun second) const;

    [[nodiscard]] std::optional<ComparedParts> read_ratio(TokenRun statement, std::size_t than,
                                                          const CompareEvent& event, TokenRun second) const;
    [[nodiscard]] std::optional<TokenRun> side_of_ratio(const CompareEvent& event, std::size_t end) const;
    [[nodiscard]] TokenRun without_numbers(TokenRun run) const;
    [[nodiscard]] std::size_t place_behind(std::size_t than) const;
    [[nodiscard]] std::size_t parallel_place(const CompareEvent& event, std::size_t than) const;
    [[nodiscard]] bool is_far(const CompareEvent& event, std::size_t than) const;
    [[nodiscard]] bool replaces(std::size_t than) const;
    [[nodiscard]] bool is_apart(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool is_matter(std::size_t i) const;
    [[nodiscard]] bool is_good_for(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] bool contrasts(std::size_t than, const CompareEvent& event) const;
    [[nodiscard]] std::size_t main_verb(TokenRun statement, const CompareEvent& event,
                                        const std::vector<CompareEvent>& events) const;

    const SentenceNames& names_;
};

}  // namespace whereof::claim
