// SPDX-License-Identifier: MIT
#include "claim/comparison_timing.hpp"

#include "claim/comparison_outcome.hpp"

#include <algorithm>
#include <string>

namespace whereof::claim {
namespace {

/// Of "earlier full recovery" the words of the outcome.
constexpr std::size_t kOutcomeReach = 3;

class TimingReader : private TokenReader {
  public:
    TimingReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    [[nodiscard]] bool says_nothing(std::size_t i) const {
        const std::string name = lower_word(i);
        if (is_one_of(name, {"sooner", "earlier", "later"})) {
            return !happens_when(i) && !(name != "later" && is_had(i));
        }
        if (is_one_of(name, {"longer", "less", "more", "shorter"})) {
            return takes_amount(i);
        }
        const bool delays =
            name.starts_with("delay") || name.starts_with("postpon") || name.starts_with("deferr");
        return delays && !is_delayed(i) && !is_delaying(i);
    }

  private:
    /// "took two weeks longer": how long it took, which is the better the less.
    [[nodiscard]] bool takes_amount(std::size_t i) const {
        return i > 2 && is_one_of(tokens_[i - 1].term, {"hour", "day", "dai", "week", "month", "year"}) &&
               is_one_of(lower_word(i - 3), {"took", "take", "takes", "taking"});
    }

    /// Words that say how much stand between a verb and what is told: "was significantly more delayed".
    [[nodiscard]] std::size_t before_adverbs(std::size_t i) const {
        std::size_t at = i;
        while (at > 0 && has(at - 1, kSignificant | kHedge | kSmall | kLarge)) {
            --at;
        }
        return at;
    }
    /// A word of a name: no sign, no cue, no article.
    [[nodiscard]] bool is_plain(std::size_t i) const {
        return i < tokens_.size() && tokens_[i].sign == '\0' && !tokens_[i].is_number &&
               !tokens_[i].has(~(kGroup | kPeople | kWork | kNoun | kChange | kDiffer)) &&
               !is_one_of(lower_word(i), {"the", "a", "an", "and", "or", "nor", "this", "that", "both"});
    }

    /// "Relapse was delayed more with A", "had been delayed by A"
    [[nodiscard]] bool is_delayed(std::size_t i) const {
        const std::size_t verb = before_adverbs(i);
        return verb > 0 && is_being(verb - 1) && lower_word(i).ends_with("ed") && !is_plain(i + 1);
    }

    /// "A delayed relapse", "A may delay relapse", "reduced pain and delayed relapse"
    [[nodiscard]] bool is_delaying(std::size_t i) const {
        const std::string name = lower_word(i);
        const bool infinitive = name == "delay" || name == "postpone";
        const std::size_t from = infinitive ? i : before_adverbs(i);
        const bool object = i + 1 < tokens_.size() && tokens_[i + 1].sign == '\0' &&
                            !tokens_[i + 1].has(kPlace | kVerb | kThan | kStop | kClause | kSame);
        if (from == 0 || !object) {
            return false;
        }
        const std::string before = lower_word(from - 1);
        if (infinitive) {
            return has(from - 1, kHedge | kNegation) || before.ends_with("s") ||
                   is_one_of(before, {"to", "did", "does", "do", "will"});
        }
        return before == "and" ? follows_change(from - 1) : is_plain(from - 1);
    }

    /// Is there a verb of change before the "and", and no side of a "with" or "than" since?
    [[nodiscard]] bool follows_change(std::size_t joint) const {
        for (std::size_t i = joint; i > 0; --i) {
            const CompareToken& token = tokens_[i - 1];
            if (token.sign != '\0' || token.has(kPlace | kThan | kClause)) {
                return false;
            }
            if (token.has(kChange) && !token.has(kNoun | kSmall | kLarge)) {
                return true;
            }
        }
        return false;
    }

    /// "recovered sooner with A than with B", "recovery was earlier than"
    [[nodiscard]] bool happens_when(std::size_t i) const {
        const bool then = has(i + 1, kPlace) || has(i + 1, kThan);
        if (!then || i == 0 || is_one_of(lower_word(i + 1), {"in", "to", "of", "on"}) ||
            has(i - 1, kPlace | kNegation | kThan)) {
            return has(i + 1, kPlace) && compared_alike(i + 1);
        }
        return !(i + 2 < tokens_.size() && tokens_[i + 2].is_number) &&
               find_cue(tokens_, {i + 1, tokens_.size()}, kThan) != kNoToken;
    }

    /// The "in" of "earlier in A than in B", which "earlier in life" has not.
    [[nodiscard]] bool compared_alike(std::size_t place) const {
        const std::size_t than = find_cue(tokens_, {place, tokens_.size()}, kThan);
        return than != kNoToken && than + 1 < tokens_.size() && lower_word(than + 1) == lower_word(place);
    }

    /// "A led to earlier recovery": of an outcome that is good, behind a verb; "earlier surgery" names a
    /// side.
    [[nodiscard]] bool is_had(std::size_t i) const {
        std::size_t verb = before_adverbs(i);
        while (verb > 0 && is_one_of(lower_word(verb - 1), {"a", "an", "the", "to", "in"})) {
            --verb;
        }
        if (verb == 0 || !has(verb - 1, kVerb) || is_being(verb - 1)) {
            return false;
        }
        std::vector<std::string> terms;
        for (std::size_t n = i + 1; n < std::min(tokens_.size(), i + 1 + kOutcomeReach); ++n) {
            if (tokens_[n].sign != '\0' || tokens_[n].has(kThan | kVerb)) {
                break;
            }
            terms.push_back(tokens_[n].term);
        }
        return outcome_value(terms) > 0;
    }
};

}  // namespace

void free_timing(std::string_view sentence, std::vector<CompareToken>& tokens) {
    const TimingReader reader(sentence, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].has(kMore | kLess) && reader.says_nothing(i)) {
            tokens[i].cues = 0;
        }
    }
}

}  // namespace whereof::claim
