// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace whereof::search {

/// What a word tells of its sentence: what was found, or what was done.
enum class FindingCue : std::uint8_t { none, result, method };

/// Of an index term, by corpus/words/finding_cues.tsv.
[[nodiscard]] FindingCue finding_cue(std::string_view term);

}  // namespace whereof::search
