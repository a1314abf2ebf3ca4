// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::claim {

/// One of several comparisons that a sentence joins by "and".
struct ChainedStatement {
    std::string text;        ///< names its subject: "Yoga worse than Pilates"
    std::size_t prefix = 0;  ///< bytes of `text` that name the subject again
    std::size_t offset = 0;  ///< where in the sentence the rest begins

    /// The place in the sentence of a place in `text`; empty for one in the prefix.
    [[nodiscard]] Span in_sentence(Span span) const {
        return span.begin < prefix ? Span() : Span{span.begin - prefix + offset, span.end - prefix + offset};
    }
};

/// "A was better than B and worse than C", "A was better than B, and C was better than B", "A was better than
/// B, and both were better than C": each comparison by itself. Empty when the sentence joins none. Linear.
std::vector<ChainedStatement> chained_statements(std::string_view sentence);

}  // namespace whereof::claim
