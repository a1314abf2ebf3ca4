// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

namespace whereof::article {

/// The references of a document of which only lines are known: text taken out of a PDF.
struct DocumentReferences {
    std::vector<char> is_reference;       ///< one value a line: 1 where it belongs to a reference
    std::vector<std::string> references;  ///< joined, divided words made whole, in order
};

/// Finds the lines of reference lists in the text lines of a document (white space at their beginning kept:
/// it tells where entries begin) and joins them to references. Page numbers, running heads and footers
/// inside a list are passed over. Hand-set weights; linear in the size of the text.
DocumentReferences find_references(std::span<const std::string> lines);

}  // namespace whereof::article
