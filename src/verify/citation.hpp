// SPDX-License-Identifier: MIT
#pragma once

#include "bib/reference.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// A reference made ready for looking up and comparing: identifiers canonical, elision signs taken out of the
/// author list, the raw string folded once.
struct Citation {
    bib::Item item;
    std::string raw;                     ///< empty for structured references
    std::vector<std::string> raw_words;  ///< fold_words of the raw string without its identifiers and URLs
    std::vector<bool> breaks;            ///< per raw word: does punctuation stand between it and the next?
    std::vector<bool> initials;  ///< per raw word: does it look like a person's initials ("JM", "J.")?
    std::vector<std::string>
        words;                ///< of the title, or of the whole string; sorted, each once, spelled alike
    double confidence = 1.0;  ///< the parser's, 1 for structured references
    std::vector<int> years;   ///< four-digit numbers of the raw string from 1800 to 2100
    std::vector<std::string> numbers;  ///< all its numbers in order, page ranges divided

    [[nodiscard]] bool has_identifier() const noexcept;
    /// Is there enough to tell one work from another without an identifier?
    [[nodiscard]] bool describes_something() const noexcept;
};

Citation prepare(const bib::Reference& reference);

/// Names under which the first author may be filed, most likely first; at most three.
std::vector<std::string> likely_surnames(const bib::Item& item);

}  // namespace whereof::verify
