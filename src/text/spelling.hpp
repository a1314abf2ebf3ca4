// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::text {

/// A folded English word in its American spelling, by the table corpus/words/us_uk.tsv: "randomised" is
/// "randomized", "hyperlipidaemia" "hyperlipidemia". Words that the table does not speak of come back as they
/// are. The aim is that two spellings meet, not that either is right English.
std::string american_spelling(std::string_view folded_word);

}  // namespace whereof::text
