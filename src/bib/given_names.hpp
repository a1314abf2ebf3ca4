// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::bib {

/// Is the word a given name that hardly anybody has as a family name (corpus/words/given-names.txt)? As
/// written: "Robert", not "robert". What the list lacks may be a given name all the same.
bool is_given_name(std::string_view word);

}  // namespace whereof::bib
