// SPDX-License-Identifier: MIT
#include "bib/fingerprint.hpp"

#include "base/digest.hpp"
#include "text/fold.hpp"

namespace whereof::bib {

std::string fingerprint(std::string_view text) { return sha256_hex(text::fold_key(text)).substr(0, 16); }

std::string fingerprint(const Reference& reference) {
    if (!reference.raw.empty()) {
        return fingerprint(std::string_view(reference.raw));
    }
    const Item& item = reference.item;
    std::string fields;
    for (const Name& name : item.author) {
        fields += name.family + name.literal + "\n";
    }
    fields += std::to_string(item.issued.year) + "\n";
    for (std::size_t i = 0; i < kFieldCount; ++i) {
        fields += item.text(static_cast<Field>(i)) + "\n";
    }
    return fingerprint(std::string_view(fields));
}

}  // namespace whereof::bib
