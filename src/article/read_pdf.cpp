// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/pdf_reader.hpp"
#include "article/xml_part.hpp"

#include <algorithm>
#include <utility>

namespace whereof::article {

bool looks_like_pdf(std::string_view head) {
    // Spaces or a mark of byte order may stand before it; what a mail or a server has put there, in lines of
    // its own, reaches no further than the first 1024 bytes (PDF 1.7, annex H).
    constexpr std::size_t kReach = 1024;
    constexpr std::size_t kNear = 64;
    head = head.substr(0, kReach);
    for (auto at = head.find("%PDF-"); at != std::string_view::npos; at = head.find("%PDF-", at + 1)) {
        if (at < kNear || head[at - 1] == '\n' || head[at - 1] == '\r' || head[at - 1] == '\0') {
            return true;
        }
    }
    return false;
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
    constexpr std::size_t kEnd = 1024;
    if (bytes.substr(bytes.size() - std::min(kEnd, bytes.size())).find("%%EOF") == std::string_view::npos) {
        builder.warn("The PDF has no end (%%EOF): where it was cut off, its last pages are missing.");
    }
    PdfReader(order_pdf_lines(*std::move(pages)), builder).read();
    Draft draft = builder.finish();
    number_paragraphs(draft);
    draft.format = "pdf";
    return draft;
}

}  // namespace whereof::article
