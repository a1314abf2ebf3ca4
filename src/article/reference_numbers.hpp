// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/markers.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace whereof::article {

/// The numbers of an article's lists: what "[7]" at a place in the text means.
class ReferenceNumbers {
  public:
    /// `numbers` and `lists` have one value a reference, `places` one a list: the byte of the text where it
    /// stood.
    ReferenceNumbers(const std::vector<std::uint32_t>& numbers, const std::vector<std::uint32_t>& lists,
                     std::vector<std::size_t> places);

    /// The references with that number in the list that stands next after `at`, else in any list; several
    /// for "3" when the list has "3a" and "3b". Empty when no list has it.
    [[nodiscard]] const std::vector<std::uint32_t>& find(std::uint32_t number, std::size_t at) const;
    [[nodiscard]] bool knows(std::uint32_t number) const;
    [[nodiscard]] std::size_t size() const noexcept { return known_; }  ///< different numbers

  private:
    std::vector<std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>> lists_;
    std::vector<std::size_t> places_;
    std::size_t known_ = 0;
};

/// The marks of the system that an article uses: the one that resolves most against its list. Empty when no
/// system does so convincingly.
std::vector<NumberMark> choose_system(std::vector<NumberMark> marks, const ReferenceNumbers& numbers);

}  // namespace whereof::article
