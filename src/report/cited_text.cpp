// SPDX-License-Identifier: MIT
#include "report/cited_text.hpp"

#include "formats/styles.hpp"

namespace whereof::report {

std::string cited_text(const bib::Reference& reference) {
    return reference.is_record ? formats::vancouver_with_identifiers(reference.item) : reference.raw;
}

}  // namespace whereof::report
