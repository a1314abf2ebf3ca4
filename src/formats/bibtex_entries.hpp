// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/span.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::formats {

/// One entry as it stands in the file, macros and "#" resolved, values still TeX.
struct BibtexEntry {
    std::string type;  ///< lower case
    std::string key;
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case
    Span span;                                                ///< bytes of the file, from its "@"

    /// The value of a field; empty when absent.
    [[nodiscard]] std::string_view field(std::string_view name) const noexcept;
};

/// The entries of a BibTeX file. A value that has not ended where the next entry begins a line makes an
/// Error, and reading goes on there. Linear; nesting is counted, not recursed into.
std::vector<Result<BibtexEntry>> read_bibtex_entries(std::string_view file);

/// Does an entry begin at the first line that is neither blank nor a TeX comment ("% Encoding: UTF-8")?
bool begins_bibtex(std::string_view head);

}  // namespace whereof::formats
