// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::verify {

/// Looks for the record's facts in the raw string where the parsed fields are silent or disagree. A field
/// that the parser cut wrong must not convict: what stands in the string between punctuation marks, as the
/// record has it, agrees. Never turns agreement into disagreement.
void support_from_raw(const Citation& citation, const authority::Record& record, Comparison& comparison);

/// Some of a citation's raw words: `begin` is the first, `end` behind the last.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where, from word `from` on, the letters of `key` (of text::fold_key()) stand in the raw string as whole
/// words that punctuation or numbers divide from what is around them.
std::optional<Window> find_key(const Citation& citation, std::string_view key, std::size_t from);

/// Lets a field agree because the string says it, whatever was read in its place.
void agree_as_written(Comparison& comparison, bib::Field field, const std::string& cited,
                      const std::string& found);

}  // namespace whereof::verify
