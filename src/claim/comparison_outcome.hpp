// SPDX-License-Identifier: MIT
#pragma once

#include "claim/direction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// What the words of an outcome tell of it.
struct OutcomeSense {
    int value = 0;  ///< more of it is good (1: "pain relief") or bad (-1: "loss of function"); 0 unknown
    bool survival = false;  ///< names survival, of which a hazard is that of its end
    bool goes_on = false;   ///< something bad that goes on: "progression", the slower the better
    bool put_off = false;   ///< the time to something bad: the slower the better
};

/// By corpus/words/outcome_words.tsv. The order of the terms matters: "tumour response" is good.
OutcomeSense outcome_sense(const std::vector<std::string>& terms);
/// The same of what is told as a multiple: "the dose with A was twice that with B" says of what is given
/// which side got more, not which did better.
OutcomeSense multiplied_sense(const std::vector<std::string>& terms);
/// The value alone.
int outcome_value(const std::vector<std::string>& terms);

/// effect_of() of the saying `word`, empty where it only says how fast another change went on; "slower" is
/// better where what goes on is bad, and the "hazard ratio for survival" is one for death.
Effect effect_on(std::string_view word, int sign, bool valued, OutcomeSense outcome);

/// What more of a thing means for the side that loses it: of weight 1, of strength -1, of days 0.
int value_when_lost(const std::vector<std::string>& terms);

/// What more of a thing means for the side that finds it: "detected more cancers" 1, "found more" 0, as it
/// may not be the side's own finding; absent for other verbs.
std::optional<int> value_when_found(std::string_view verb);

}  // namespace whereof::claim
