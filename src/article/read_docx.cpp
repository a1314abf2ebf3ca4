// SPDX-License-Identifier: MIT
#include "article/docx_reader.hpp"
#include "article/formats.hpp"
#include "article/xml_part.hpp"

#include <memory>

namespace whereof::article {

bool looks_like_docx(std::string_view head) { return head.starts_with("PK\x03\x04"); }

Result<Draft> read_docx(std::string_view bytes) {
    DraftBuilder builder({});
    const auto parts = std::make_unique<DocxParts>();
    if (auto error = read_docx_parts(bytes, *parts, builder.draft.warnings)) {
        return *std::move(error);
    }
    DocxReader reader(*parts, builder);
    reader.read();
    Draft draft = builder.finish();
    number_paragraphs(draft);
    reader.place(draft);
    draft.format = "docx";
    draft.language = parts->styles.language();
    return draft;
}

}  // namespace whereof::article
