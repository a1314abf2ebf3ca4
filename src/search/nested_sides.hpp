// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_answer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

/// Two sides of which one has all words of the other: "no surgery" and "surgery", "acupuncture" and "sham
/// acupuncture", "exercise plus yoga" and "exercise". Words alone do not tell such sides apart.
class NestedSides {
  public:
    /// Absent for other sides, and for those that cannot be told apart soundly ("early PT" and "PT").
    static std::optional<NestedSides> read(std::string_view first, std::string_view second);

    [[nodiscard]] bool first_is_larger() const noexcept { return first_is_larger_; }
    [[nodiscard]] const std::string& smaller() const noexcept { return smaller_; }

    /// The claim, of the same length, with every phrase that says the larger side made one word, the terms of
    /// which `forms` gets: of "than no surgery" "than noxsurgery".
    [[nodiscard]] std::string joined(std::string_view claim, claim::Forms& forms) const;

  private:
    using Terms = std::vector<std::string>;
    bool first_is_larger_ = false;
    std::string smaller_;
    std::vector<Terms> sayings_;  ///< of the larger side
};

/// A side without "alone" at its end.
std::string_view without_alone(std::string_view side);

}  // namespace whereof::search
