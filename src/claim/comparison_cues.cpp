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

struct CueTable {
    std::unordered_map<std::string_view, std::uint32_t> cues;
    std::unordered_map<std::string_view, std::size_t>
        longest;  ///< by first word: words of its longest phrase

    CueTable() {
        static const text::WordList list("corpus/words/comparison_words.tsv");
        for (const auto& [phrase, classes] : list.words()) {
            std::uint32_t mask = 0;
            for (const auto& [name, cue] : kClasses) {
                const std::size_t at = classes.find(name);
                const bool whole = at != std::string_view::npos && (at == 0 || classes[at - 1] == ' ') &&
                                   (at + name.size() == classes.size() || classes[at + name.size()] == ' ');
                mask |= whole ? cue : 0U;
            }
            cues.emplace(phrase, mask);
            const std::string_view first = phrase.substr(0, phrase.find(' '));
            std::size_t& length = longest[first];
            length = std::max(length, 1U + static_cast<std::size_t>(std::ranges::count(phrase, ' ')));
        }
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
