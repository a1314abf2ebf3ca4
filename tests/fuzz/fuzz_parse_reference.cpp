// SPDX-License-Identifier: MIT
// Any bytes give a Reference that keeps them, with spans inside them and confidences between 0 and 1.
#include "bib/reference.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const bib::Reference reference = bib::parse_reference(text);
    bool sound = text.ends_with(reference.raw) && reference.confidence >= 0 && reference.confidence <= 1;
    for (const bib::FieldSpan& field : reference.spans) {
        sound = sound && field.span.begin <= field.span.end && field.span.end <= reference.raw.size() &&
                field.confidence >= 0 && field.confidence <= 1.001;
    }
    for (const std::string& value : {reference.item.title, reference.item.container_title,
                                     reference.item.note, reference.item.page, reference.item.publisher}) {
        sound = sound && text::is_valid_utf8(value);
    }
    if (!sound) {
        std::abort();
    }
    return 0;
}
