// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

enum class QuantityKind : std::uint8_t {
    amount,      ///< "2 weeks", "5 mg/day": a number and a physical or other unit
    percentage,  ///< "35 %", "3 percentage points"
    part,        ///< "12/40", "12 of 40 patients": part and whole
    multiple,    ///< "1.5-fold", "three times"
    money,       ///< "$300"
    studies,     ///< "27 trials"
    people,      ///< "3,400 participants", "n = 40"
    count,       ///< "six sessions"
    estimate,    ///< "HR 0.71 (95% CI 0.5–0.9)": of an effect, with its name, its interval or both
    p_value,     ///< "p < .01"
};
/// "p_value"
[[nodiscard]] std::string_view name(QuantityKind kind) noexcept;

/// A number with what makes it more than a number.
struct Quantity {
    QuantityKind kind{};
    Span span;             ///< of the text that was read: the words as written
    std::string measure;   ///< what is estimated, as written: "HR", "mean difference"; else empty
    std::string relation;  ///< "<", ">", "≤" or "≥"; else empty
    /// One number; two ends of a range ("2–4 weeks"), part and whole, or value and deviation ("12 ± 3 kg").
    std::vector<double> values;
    std::vector<double> interval;  ///< both ends of a confidence interval, or empty
    std::string unit;  ///< by corpus/words/units.tsv: "week", "mg/kg", "%", "trial", "USD"; or empty
    bool operator==(const Quantity&) const = default;
};

/// At most this many are read from one sentence.
inline constexpr std::size_t kMostQuantities = 32;

/// The quantities of a sentence, in order; "one" to "ninety-nine" in words count before a unit. Years,
/// numbers of tables, names ("COVID-19", "type 2") and numbers with nothing to tell what they are of are
/// none. Text that is not UTF-8 has none. Linear; any bytes.
std::vector<Quantity> find_quantities(std::string_view sentence);

}  // namespace whereof::claim
