// SPDX-License-Identifier: MIT
#include "article/article.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {

Position Article::position_of(std::size_t offset) const {
    offset = std::min(offset, text.size());
    const auto after =
        std::upper_bound(anchors.begin(), anchors.end(), offset,
                         [](std::size_t value, const Anchor& anchor) { return value < anchor.offset; });
    if (after == anchors.begin()) {
        return anchors.empty() ? Position{} : anchors.front().position;
    }
    const Anchor& anchor = *(after - 1);
    Position position = anchor.position;
    const auto piece = std::string_view(text).substr(anchor.offset, offset - anchor.offset);
    position.column += static_cast<std::uint32_t>(std::count_if(
        piece.begin(), piece.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    return position;
}

Position Article::position_behind(std::size_t end) const {
    end = std::min(end, text.size());
    text::previous_code_point(this->text, end);
    Position position = position_of(end);
    ++position.column;
    return position;
}

}  // namespace whereof::article
