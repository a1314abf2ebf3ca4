// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_population.hpp"
#include "claim/comparison_words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Where a sentence names what it compares. Sentence and tokens outlive it.
class SentenceNames : private TokenReader {
  public:
    SentenceNames(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens), populations_(find_populations(sentence, tokens)) {}

    /// "O of A" of "O of A was lower than that of B": where the A begins, behind the last word of place,
    /// which is an "of" only where one stands at `place`; kNoToken when the run names no such side.
    [[nodiscard]] std::size_t side_in(TokenRun run, std::size_t place) const;
    /// What is named from `begin` on.
    [[nodiscard]] TokenRun side_at(std::size_t begin, std::size_t end) const;
    /// The first name of a statement: up to its verb or `until`.
    [[nodiscard]] TokenRun subject(TokenRun statement, std::size_t until) const;
    /// The name right before "versus".
    [[nodiscard]] TokenRun name_before(std::size_t than, TokenRun statement) const;
    /// "in pain", "for function", "in terms of return to work", or the object itself; no population.
    [[nodiscard]] TokenRun outcome_behind(std::size_t from, std::size_t end) const;
    /// Whom the run speaks of, as find_populations(); empty when it does not say.
    [[nodiscard]] TokenRun population(TokenRun run) const;
    /// Up to the first population in it, or past one at its beginning.
    [[nodiscard]] TokenRun without_population(TokenRun run) const;
    /// "HbA1c" of "HbA1c along with weight loss".
    [[nodiscard]] TokenRun without_second(TokenRun run) const;
    /// Without articles, signs and joining words at its ends.
    [[nodiscard]] TokenRun trimmed(TokenRun run) const;

    /// As the sentence has it, trimmed, white space as blanks.
    [[nodiscard]] std::string text_of(TokenRun run) const;
    [[nodiscard]] std::vector<std::string> terms_of(TokenRun run) const;
    /// The same without verbs that have the value of a thing: "required", of which "requirement" has one;
    /// none of what is denied.
    [[nodiscard]] std::vector<std::string> outcome_terms(TokenRun run) const;
    /// The "days" of "two days earlier": how much, not of what.
    [[nodiscard]] bool is_amount_of_time(std::size_t i) const;
    /// "recovered" of "recovered two days": without such an amount at its end.
    [[nodiscard]] TokenRun without_amount(TokenRun run) const;
    [[nodiscard]] bool is_valued_verb(std::size_t i) const;
    /// Has the run a word that names something?
    [[nodiscard]] bool name_something(TokenRun run) const;

    [[nodiscard]] bool is_term(std::size_t i, std::string_view term) const {
        return i < tokens_.size() && tokens_[i].term == term;
    }
    /// Does this "of" or "to" belong to the name ("within two weeks of a flare")?
    [[nodiscard]] bool is_of(std::size_t i) const;

    [[nodiscard]] bool is_article(std::size_t i) const;
    /// The "lead" of "likely to lead to pain": no verb of a statement.
    [[nodiscard]] bool is_infinitive(std::size_t i) const;

  private:
    /// The "in" of "women in the placebo group", the "given" of "the group given placebo".
    [[nodiscard]] bool names_group(std::size_t i) const;
    /// "treated" of "those treated with DP": what they are given belongs to the name.
    [[nodiscard]] bool is_given(std::size_t i) const;
    /// The "and" of "reduced pain and improved function"
    [[nodiscard]] bool joins_change(std::size_t i) const;
    [[nodiscard]] bool is_who(std::size_t i) const;

    std::vector<Population> populations_;
};

}  // namespace whereof::claim
