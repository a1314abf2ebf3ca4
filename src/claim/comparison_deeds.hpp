// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_words.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// Reads what is done to the things that a saying counts: of "cured more infections", "more infections were
/// cured" and "weight lost was greater" the cure and the loss. Sentence, tokens and names outlive it.
class DeedReader : private TokenReader {
  public:
    DeedReader(std::string_view sentence, const std::vector<CompareToken>& tokens, const SentenceNames& names)
        : TokenReader(sentence, tokens), names_(names) {}

    /// A thing that something is done to.
    struct Deed {
        std::size_t verb = kNoToken;
        TokenRun thing;
        int value = 0;  ///< what more of it means: 1 good, -1 bad, 0 not known
    };
    /// Absent where nothing is said to be done.
    [[nodiscard]] std::optional<Deed> read(TokenRun statement, const CompareEvent& event) const;

  private:
    [[nodiscard]] std::optional<Deed> before(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<Deed> behind(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<Deed> in_more(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<Deed> done_more(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] std::optional<Deed> of_subject(TokenRun statement, const CompareEvent& event) const;
    [[nodiscard]] bool is_of_side(const CompareEvent& event, std::size_t end) const;
    [[nodiscard]] bool ends_saying(std::size_t i) const;
    [[nodiscard]] int value_of(std::string_view deed, TokenRun thing) const;

    const SentenceNames& names_;
};

}  // namespace whereof::claim
