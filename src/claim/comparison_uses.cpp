// SPDX-License-Identifier: MIT
#include "claim/comparison_uses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whereof::claim {
namespace {

/// Between "used" and "than".
constexpr std::size_t kUseReach = 9;
/// Of "slowed the cognitive decline" the words between.
constexpr std::size_t kObjectReach = 4;

}  // namespace

bool is_part(const std::string& term) {
    static constexpr std::array<std::string_view, 18> kParts{
        "extrem", "limb",  "leg",  "abdomen", "back",   "bodi",  "respiratori", "tract", "urinari",
        "middl",  "upper", "lobe", "quartil", "educat", "incom", "bound",       "half",  "esophag"};
    return std::ranges::find(kParts, std::string_view(term)) != kParts.end();
}

bool tells_of_use(const std::vector<CompareToken>& tokens, std::size_t i, std::size_t end) {
    static constexpr std::array<std::string_view, 7> kUses{"us",       "use",    "prescrib", "given",
                                                           "administ", "chosen", "sold"};
    // "more often" is one phrase, "more widely" two words
    const std::size_t use = tokens[i].term.empty() ? i + 1 : i + 2;
    if (use + 2 >= end || !tokens[i].has(kMore | kLess) ||
        std::ranges::find(kUses, std::string_view(tokens[use].term)) == kUses.end() ||
        (use == i + 2 && tokens[i + 1].term != "wide")) {
        return false;
    }
    for (std::size_t n = use + 1; n + 1 < std::min(end, use + kUseReach); ++n) {
        if (tokens[n].has(kThan)) {
            return !tokens[n + 1].has(kPlace);
        }
    }
    return false;
}

void free_objects(std::vector<CompareToken>& tokens) {
    std::size_t verb = kNoToken;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const CompareToken& token = tokens[i];
        if (token.has(kNoun) && verb != kNoToken && i <= verb + kObjectReach) {
            tokens[i].cues = 0;
        } else if (token.has(kChange)) {
            verb = token.has(kNoun | kSmall | kLarge | kBeats) ? kNoToken : i;
        } else if (token.cues != 0 || token.sign != '\0' || is_one_of(token.term, {"and", "or"})) {
            verb = kNoToken;
        }
    }
}

}  // namespace whereof::claim
