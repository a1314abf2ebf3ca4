// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::verify {

/// Is the record's title, whose words all stand in the cited one in a row, what is left of it where its
/// source had markup: "A novel real-time PCR for" of "A novel real-time PCR for Listeria monocytogenes …",
/// "transcriptome profiling indicates …" of "Arabidopsis transcriptome profiling indicates …"? Where the rest
/// begins there must be a sign of the cut: a name or formula, a divided word, an end that asks for more.
/// "Non-specific low back pain" is not what is left of "Non-specific low back pain in the aged".
bool looks_cut(std::string_view record, std::string_view cited);

}  // namespace whereof::verify
