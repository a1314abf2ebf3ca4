// SPDX-License-Identifier: MIT
#include "article/source_positions.hpp"

#include <algorithm>

namespace whereof::article {

void SourcePositions::advance(std::size_t offset) {
    auto [at, position] = now_;
    for (; at < offset; ++at) {
        const auto byte = static_cast<unsigned char>(source_[at]);
        if (byte == '\n' || (byte == '\r' && (at + 1 == source_.size() || source_[at + 1] != '\n'))) {
            ++position.line;
            position.column = 1;
        } else if ((byte & 0xC0U) != 0x80U) {
            ++position.column;
        }
    }
    now_ = {at, position};
}

Position SourcePositions::at(std::size_t offset) {
    offset = std::min(offset, source_.size());
    if (offset < now_.offset) {
        const auto after =
            std::upper_bound(marks_.begin(), marks_.end(), offset,
                             [](std::size_t value, const Mark& mark) { return value < mark.offset; });
        now_ = after == marks_.begin() ? Mark{} : *(after - 1);
    }
    while (now_.offset + kStep < offset) {
        advance(now_.offset + kStep);
        if (marks_.empty() || now_.offset > marks_.back().offset) {
            marks_.push_back(now_);
        }
    }
    advance(offset);
    return now_.position;
}

}  // namespace whereof::article
