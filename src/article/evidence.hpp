// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <string_view>

namespace whereof::article {

/// The words of a sentence that name evidence: "a 2023 meta-analysis", "Research shows", "Multiple reviews
/// conclude", "a systematic review of 27 trials". Empty span when it names none. What an article says of its
/// own results ("our study shows") names none.
Span find_evidence(std::string_view sentence);

}  // namespace whereof::article
