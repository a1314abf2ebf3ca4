// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::text {

/// The Snowball English stem of a word of fold_words(). Thread-safe; other scripts come back as they are.
std::string stem(std::string_view word);

}  // namespace whereof::text
