// SPDX-License-Identifier: MIT
#include "article/xml_text.hpp"

#include <algorithm>

namespace whereof::article {

void append_xml_text(std::string_view raw, std::size_t source_offset, DraftBuilder& builder) {
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t next = std::min(raw.find('&', at), raw.size());
        builder.append(raw.substr(at, next - at), source_offset + at);
        at = next;
        if (at < raw.size()) {
            const std::size_t start = at;
            const auto character = read_entity(raw, at);
            builder.append(character, source_offset + start);
        }
    }
}

}  // namespace whereof::article
