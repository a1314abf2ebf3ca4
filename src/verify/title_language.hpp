// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::verify {

/// Is one title in a language that the other is not in? One that has none of English's small words is English
/// only when all its words are, and then the other must show by more than rare words that it is not.
[[nodiscard]] bool are_in_two_languages(std::string_view a, std::string_view b);

}  // namespace whereof::verify
