// SPDX-License-Identifier: MIT
#include "report/cited_text.hpp"

#include "formats/styles.hpp"

namespace whereof::report {

std::string cited_text(const bib::Reference& reference) {
    std::string text = reference.is_record ? formats::vancouver_with_identifiers(reference.item) : "";
    return text.empty() ? reference.raw : text;
}

}  // namespace whereof::report
