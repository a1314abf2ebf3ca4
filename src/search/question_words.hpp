// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::search {

/// Does a question begin with this word: "is", "which"? In small letters.
[[nodiscard]] bool is_question_word(std::string_view word);
/// The same of an index term.
[[nodiscard]] bool is_question_term(std::string_view term);

}  // namespace whereof::search
