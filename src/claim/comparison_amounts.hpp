// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_than.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// "reduced pain by 3.2 days compared with 1.8 days": two amounts of one change.
struct ChangeAmounts {
    std::size_t first = 0;   ///< the token of the first number
    std::size_t link = 0;    ///< of "compared with"
    std::size_t second = 0;  ///< of the second number
};

/// The amounts behind a saying of a change, by which more or less of it follows; absent when there are none.
std::optional<ChangeAmounts> change_amounts(const std::vector<CompareToken>& tokens, std::size_t event,
                                            std::size_t end);

/// "fell from 33% with B to 16% with A": the tokens of the two numbers, in either order.
struct ChangeEnds {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Where the change told at token `event` begins and ends; absent when that is not said or said more than
/// once.
std::optional<ChangeEnds> change_ends(const std::vector<CompareToken>& tokens, std::size_t event,
                                      std::size_t end);

/// Reads statements that compare by numbers: "relapse occurred in 12% of A and 9% of B", "survival was 82%
/// with A versus 71% with B", "A shortened O by 2 days compared with 1 day with B". Sentence, tokens and
/// names outlive it.
class AmountReader : private TokenReader {
  public:
    AmountReader(std::string_view sentence, const std::vector<CompareToken>& tokens,
                 const SentenceNames& names)
        : TokenReader(sentence, tokens), names_(names) {}

    /// `events` are the statement's. Of what the numbers measure more must be known to be good or bad.
    [[nodiscard]] std::optional<ComparedParts> read(TokenRun statement,
                                                    const std::vector<CompareEvent>& events) const;

  private:
    /// A number and the side that has it.
    struct Share {
        std::size_t number = 0;
        TokenRun side;
        TokenRun rest;  ///< what stands behind the side
    };
    [[nodiscard]] std::optional<ComparedParts> read_changes(TokenRun statement,
                                                            const CompareEvent& event) const;
    [[nodiscard]] std::optional<ComparedParts> read_ends(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<ComparedParts> read_shares(TokenRun statement) const;
    [[nodiscard]] std::optional<Share> share_at(std::size_t number, std::size_t end) const;
    [[nodiscard]] std::size_t next_number(std::size_t from, std::size_t end) const;
    [[nodiscard]] bool is_time(std::size_t number) const;
    [[nodiscard]] bool have_one_unit(std::size_t a, std::size_t b) const;

    const SentenceNames& names_;
};

}  // namespace whereof::claim
