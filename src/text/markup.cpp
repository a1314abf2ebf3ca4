// SPDX-License-Identifier: MIT
#include "text/markup.hpp"

#include "text/utf8.hpp"

namespace whereof::text {

void append_escaped(std::string& out, std::string_view text, Quotes quotes) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (c == U'&') {
            out += "&amp;";
        } else if (c == U'<') {
            out += "&lt;";
        } else if (c == U'>') {
            out += "&gt;";
        } else if (c == U'"' && quotes == Quotes::escaped) {
            out += "&quot;";
        } else if (c == U'\'' && quotes == Quotes::escaped) {
            out += "&#39;";
        } else if (c == 0xFFFE || c == 0xFFFF) {
            append_code_point(out, kReplacement);
        } else {
            out += text.substr(begin, at - begin);
        }
    }
}

}  // namespace whereof::text
