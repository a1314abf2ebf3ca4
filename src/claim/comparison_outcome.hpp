// SPDX-License-Identifier: MIT
#pragma once

#include "claim/direction.hpp"

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

}  // namespace whereof::claim
