// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/html_elements.hpp"
#include "article/html_reader.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <string>

namespace whereof::article {

void append_html(std::string_view html, std::size_t source_offset, bool is_page, DraftBuilder& builder) {
    HtmlReader reader(builder, is_page);
    feed_html(html, source_offset, kMaxHtmlDepth, reader);
    reader.finish();
}

bool looks_like_html(std::string_view head) {
    const auto lower = text::ascii_lower(head);
    std::size_t at = lower.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF");
    while (at != std::string::npos &&
           (lower.compare(at, 4, "<!--") == 0 || lower.compare(at, 5, "<?xml") == 0)) {
        const std::string_view close = lower[at + 1] == '!' ? "-->" : "?>";
        at = lower.find(close, at);
        at = at == std::string::npos ? at : lower.find_first_not_of(" \t\r\n\f", at + close.size());
    }
    if (at == std::string::npos || lower[at] != '<') {
        return false;
    }
    const auto rest = std::string_view(lower).substr(at + 1);
    if (rest.starts_with("!doctype html") || rest.starts_with("html") || rest.starts_with("head") ||
        rest.starts_with("body")) {
        return true;
    }
    const auto name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    return name != rest && html_shape(name) != HtmlShape::flow;
}

Result<Draft> read_html(std::string_view bytes) {
    const auto decoded = text::decode(bytes, text::declared_charset(bytes));
    DraftBuilder builder(decoded.text());
    append_html(decoded.text(), 0, true, builder);
    if (decoded.malformed() > 0) {
        builder.warn("Some bytes are no " + decoded.encoding() + " text; each stands as U+FFFD.");
    }
    Draft draft = builder.finish();
    draft.format = "html";
    return draft;
}

}  // namespace whereof::article
