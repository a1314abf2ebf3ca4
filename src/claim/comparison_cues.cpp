// SPDX-License-Identifier: MIT
#include "claim/comparison_cues.hpp"

#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::array<std::pair<std::string_view, Cue>, 31> kClasses{{
    {"more", kMore},
    {"less", kLess},
    {"better", kBetter},
    {"worse", kWorse},
    {"same", kSame},
    {"differ", kDiffer},
    {"small", kSmall},
    {"large", kLarge},
    {"significant", kSignificant},
    {"insignificant", kInsignificant},
    {"negation", kNegation},
    {"hedge", kHedge},
    {"than", kThan},
    {"group", kGroup},
    {"before", kBefore},
    {"verb", kVerb},
    {"stop", kStop},
    {"clause", kClause},
    {"place", kPlace},
    {"noun", kNoun},
    {"beats", kBeats},
    {"asked", kAsked},
    {"people", kPeople},
    {"along", kAlong},
    {"prefer", kPrefer},
    {"contrast", kContrast},
    {"plan", kPlan},
    {"example", kExample},
    {"work", kWork},
    {"ratio", kRatio},
    {"maker", kMaker},
}};

/// Has each cue a bit of its own? Those of the list, and the one that is found otherwise.
constexpr bool are_apart() {
    std::uint32_t seen = kPValue;
    for (const auto& [name, cue] : kClasses) {
        if ((seen & cue) != 0) {
            return false;
        }
        seen |= cue;
    }
    return true;
}
static_assert(are_apart());

/// The bits of classes divided by spaces; names that are none have no bit.
std::uint32_t mask_of(std::string_view classes) {
    std::uint32_t mask = 0;
    while (!classes.empty()) {
        const std::string_view name = classes.substr(0, classes.find(' '));
        classes.remove_prefix(std::min(classes.size(), name.size() + 1));
        const auto* const known = std::ranges::find(kClasses, name, &std::pair<std::string_view, Cue>::first);
        mask |= known == kClasses.end() ? 0U : static_cast<std::uint32_t>(known->second);
    }
    return mask;
}

constexpr std::size_t kMostPhrases = 2048;  ///< about; so that the tables need not grow

struct CueTable {
    std::unordered_map<std::string_view, std::uint32_t> cues;
    std::unordered_map<std::string_view, std::size_t>
        longest;  ///< by first word: words of its longest phrase

    CueTable() {
        cues.reserve(kMostPhrases);
        longest.reserve(kMostPhrases);
        text::each_word_of("corpus/words/comparison_words.tsv",
                           [this](std::string_view phrase, std::string_view classes) {
                               cues.emplace(phrase, mask_of(classes));
                               const auto spaces = std::ranges::count(phrase, ' ');
                               std::size_t& length = longest[phrase.substr(0, phrase.find(' '))];
                               length = std::max(length, 1U + static_cast<std::size_t>(spaces));
                           });
    }
};

const CueTable& table() {
    static const CueTable cues;
    return cues;
}

}  // namespace

std::optional<std::uint32_t> find_cues(std::string_view phrase) {
    const auto found = table().cues.find(phrase);
    return found == table().cues.end() ? std::nullopt : std::optional(found->second);
}

std::size_t longest_cue(std::string_view first_word) {
    const auto found = table().longest.find(first_word);
    return found == table().longest.end() ? 0 : found->second;
}

}  // namespace whereof::claim
