// SPDX-License-Identifier: MIT
#include "claim/facets.hpp"

#include "claim/words.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <cstddef>

namespace whereof::claim {
namespace {

const text::WordList& cues() {
    static const text::WordList list("corpus/words/claim_cues.tsv");
    return list;
}

/// "May 2020" is sure.
bool is_month(const std::vector<ClaimWord>& words, std::size_t i, std::string_view claim) {
    return words[i].folded == "may" && i > 0 && text::is_ascii_upper(claim[words[i].span.begin]);
}

/// "did not" rather than "not".
bool is_auxiliary(std::string_view word) {
    for (const std::string_view one : {"is", "are", "was", "were", "do", "does", "did", "has", "have", "had",
                                       "may", "might", "could", "would", "should", "will", "can"}) {
        if (word == one) {
            return true;
        }
    }
    return false;
}

void read_cues(std::string_view claim, ClaimFacets& out) {
    const std::vector<ClaimWord> words = read_claim_words(claim);
    constexpr std::size_t kReach = 5;  // words behind "who" that it rules
    std::size_t ruled = 0;             // words before this one are said of some alone
    for (std::size_t i = 0; i < words.size();) {
        const FoundPhrase found = phrase_at(words, i, cues());
        if (found.kind.empty()) {
            ++i;
            continue;
        }
        const std::string_view said =
            claim.substr(words[i].span.begin, words[found.end - 1].span.end - words[i].span.begin);
        if (found.kind == "condition") {
            ruled = found.end + kReach;
        } else if (found.kind == "turn" && i == 0) {
            out.turn = said;
        } else if (found.kind == "hedge" && out.hedged.empty() && !is_month(words, i, claim)) {
            out.hedged = said;
        } else if (found.kind == "negation" && out.negated.empty() && i >= ruled) {
            const bool helped = i > 0 && words[i].folded == "not" && is_auxiliary(words[i - 1].folded);
            const std::size_t begin = words[helped ? i - 1 : i].span.begin;
            out.negated = claim.substr(begin, words[found.end - 1].span.end - begin);
        }
        i = found.end;
    }
}

}  // namespace

ClaimFacets read_facets(std::string_view claim) {
    ClaimFacets out;
    out.evidence = read_evidence(claim, find_evidence(claim));
    out.quantities = find_quantities(claim);
    read_cues(claim, out);
    return out;
}

}  // namespace whereof::claim
