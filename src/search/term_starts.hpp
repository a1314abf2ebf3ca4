// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::search {

/// The first two bytes of a few terms: a quick look by which most words of a text are seen to be none of
/// them.
class TermStarts {
  public:
    void add(std::string_view term) { seen_[place(term)] = true; }
    /// Is there one that starts as `term` does? The empty term is none.
    [[nodiscard]] bool may_have(std::string_view term) const noexcept {
        return !term.empty() && seen_[place(term)];
    }

  private:
    static std::size_t place(std::string_view term) noexcept {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(term.size() > i ? term[i] : '\0'));
        };
        return byte(0) << 8U | byte(1);
    }
    std::vector<bool> seen_ = std::vector<bool>(std::size_t{1} << 16U);
};

}  // namespace whereof::search
