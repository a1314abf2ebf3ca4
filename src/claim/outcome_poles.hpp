// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// A side of an outcome that has two names: of "survival" and "mortality" the first has more where the second
/// has less.
struct OutcomePole {
    std::string_view name;  ///< of the outcome: "survival"; empty when the word has no opposite
    int sign = 0;           ///< 1 "survival", -1 "mortality"; 0 when the word is part of another outcome
    bool operator==(const OutcomePole&) const = default;
};

/// The pole that an index term names in an outcome of these terms, by corpus/words/outcome_poles.tsv: of sign
/// 0 the "failure" of "heart failure" and the "survival" of "disease-free survival".
[[nodiscard]] OutcomePole pole_of(std::string_view term, std::span<const std::string> outcome);

/// Does a word that names one pole tell of an outcome that is named by another: of safety also the nausea,
/// but of nausea no vomiting?
[[nodiscard]] bool tells_of(const OutcomePole& word, const OutcomePole& outcome) noexcept;

}  // namespace whereof::claim
