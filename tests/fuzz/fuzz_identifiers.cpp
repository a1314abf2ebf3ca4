// SPDX-License-Identifier: MIT
// Any bytes: identifiers found in them lie in order inside them, read again give themselves, and have checks.
#include "bib/identifiers.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace whereof::bib;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t end = 0;
    Item item;
    for (const FoundIdentifier& found : find_identifiers(text)) {
        if (found.span.begin < end || found.span.end <= found.span.begin || found.span.end > size) {
            std::abort();
        }
        end = found.span.end;
        *item.text(found.field) = found.value;
        if (found.field == Field::URL) {
            continue;
        }
        const auto again = parse_identifier(found.field, found.value);
        if (!again || *again != found.value) {
            std::abort();
        }
    }
    item.container_title = text.substr(0, 100);
    item.page = text.substr(0, 20);
    item.issued.year = static_cast<int>(size % 3000);
    check_identifiers(item);
    for (const Field field : {Field::DOI, Field::PMID, Field::PMCID, Field::arXiv, Field::ISBN, Field::ISSN,
                              Field::PII, Field::trial}) {
        if (const auto value = parse_identifier(field, text)) {
            const auto again = parse_identifier(field, *value);
            if (!again || *again != *value) {
                std::abort();
            }
            Item one;
            *one.text(field) = *value;
            check_identifiers(one);
        }
    }
    return 0;
}
