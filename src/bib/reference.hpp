// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/item.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Where in the raw text a field was read, and how sure the parser is of it.
struct FieldSpan {
    Field field{};
    Span span;                ///< bytes into Reference::raw
    double confidence = 1.0;  ///< 0 to 1
};

/// One entry of an article's list: what it says verbatim, and what was understood of it.
struct Reference {
    std::string raw;    ///< verbatim, without its list label, white space squeezed by nobody
    std::string label;  ///< "3", "Smith 2020", as printed; empty when the list has none
    Item item;
    std::vector<FieldSpan> spans;  ///< in order of span.begin; a field may have several
    double confidence = 1.0;       ///< the share of such references whose every field is right, 0 to 1
    double likeness = 1.0;         ///< that this is a reference at all, 0 to 1
    /// `raw` is the entry of a file that has every field apart (BibTeX, RIS): it may hold an abstract, other
    /// works' identifiers and markup, and says nothing of the work that `item` does not say.
    bool is_record = false;
};

/// Reads one reference string in any style.
///
/// Takes   any bytes; invalid UTF-8 is read as U+FFFD. A list label in front ("12.", "[3]", "⁴") goes to
/// `label`. Gives   always a Reference: what could not be understood stands in item.note, all of it in raw.
///         A text that is no reference has a likeness below kDoubtful.
/// Cost    linear in the length of the text; thread-safe.
Reference parse_reference(std::string_view text);

/// Below this, Reference::likeness says "does not look like a reference".
inline constexpr double kDoubtful = 0.3;

}  // namespace whereof::bib
