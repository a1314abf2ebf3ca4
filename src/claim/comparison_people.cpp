// SPDX-License-Identifier: MIT
#include "claim/comparison_people.hpp"

#include "text/utf8.hpp"

#include <string>

namespace whereof::claim {
namespace {

/// Does the statement that begins at a token open with people: "Fewer of the patients", "12% of women"?
bool opens_with_people(std::string_view sentence, const std::vector<CompareToken>& tokens,
                       std::size_t begin) {
    constexpr std::size_t kReach = 10;  ///< tokens
    for (std::size_t i = begin; i < std::min(tokens.size(), begin + kReach); ++i) {
        const CompareToken& token = tokens[i];
        const std::string word = text::ascii_lower(token.span.of(sentence));
        if (token.has(kPeople) || is_one_of(word, {"those", "who"})) {
            return true;
        }
        const bool of = word == "of" || is_one_of(word, {"the", "a", "an", "proportion", "percentage"});
        const bool counts = token.has(kMore | kLess | kSame) || token.is_number || token.sign == '%';
        if (!of && !counts && (token.has(kVerb | kPlace) || token.sign != '\0' || token.has(kThan))) {
            return false;
        }
    }
    return false;
}

}  // namespace

void free_falls(std::string_view sentence, std::vector<CompareToken>& tokens) {
    bool of_people = opens_with_people(sentence, tokens, 0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const CompareToken& token = tokens[i];
        if (token.sign == ';' || token.sign == '.' || token.sign == ',' || token.has(kClause) ||
            token.has(kThan)) {
            of_people = opens_with_people(sentence, tokens, i + 1) || (of_people && token.has(kThan));
        } else if (of_people &&
                   is_one_of(text::ascii_lower(token.span.of(sentence)), {"fall", "fell", "fallen"})) {
            tokens[i].cues = 0;
        }
    }
}

}  // namespace whereof::claim
