// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/pdf_reader.hpp"
#include "article/xml_part.hpp"

#include <utility>

namespace whereof::article {

bool looks_like_pdf(std::string_view head) {
    // Spaces or a mark of byte order may stand before it.
    constexpr std::size_t kReach = 64;
    return head.substr(0, kReach).find("%PDF-") != std::string_view::npos;
}

Result<Draft> read_pdf(std::string_view bytes) {
    if (!looks_like_pdf(bytes)) {
        return Error{"expected a PDF, found no \"%PDF-\" at its beginning: leave --input-format out"};
    }
    auto pages = read_pdf_words(bytes);
    if (!pages) {
        return std::move(pages).error();
    }
    DraftBuilder builder({});
    PdfReader(order_pdf_lines(*std::move(pages)), builder).read();
    Draft draft = builder.finish();
    number_paragraphs(draft);
    draft.format = "pdf";
    return draft;
}

}  // namespace whereof::article
