// SPDX-License-Identifier: MIT
#include "claim/words.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace whereof::claim {

std::vector<ClaimWord> read_claim_words(std::string_view text) {
    std::vector<ClaimWord> found;
    for (std::size_t at = 0; at < text.size() && found.size() < kMostClaimWords;) {
        std::size_t end = at;
        bool ascii = true;
        while (end < text.size()) {
            std::size_t next = end;
            const char32_t c = text::next_code_point(text, next);
            if (!text::is_letter(c) && !text::is_digit(c)) {
                break;
            }
            ascii = ascii && c < 128;
            end = next;
        }
        if (end == at) {
            text::next_code_point(text, at);
            continue;
        }
        const std::string_view word = text.substr(at, end - at);
        std::string folded = ascii ? text::ascii_lower(word) : text::fold_key(word);
        found.push_back({std::move(folded), {at, end}});
        at = end;
    }
    return found;
}

FoundPhrase phrase_at(const std::vector<ClaimWord>& words, std::size_t i, const text::WordList& list) {
    constexpr std::size_t kLongestPhrase = 6;
    FoundPhrase found{list.class_of(words[i].folded), i + 1};
    if (!list.begins_phrase(words[i].folded)) {
        return found;
    }
    std::string phrase = words[i].folded;
    for (std::size_t n = i + 1; n < std::min(i + kLongestPhrase, words.size()); ++n) {
        phrase += " " + words[n].folded;
        if (const std::string_view kind = list.class_of(phrase); !kind.empty()) {
            found = {kind, n + 1};
        }
    }
    return found;
}

}  // namespace whereof::claim
