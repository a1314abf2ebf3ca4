// SPDX-License-Identifier: MIT
#include "bib/leading_date.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

bool is_initials(const Token& token) {
    constexpr std::uint8_t kMostInitials = 3;
    return token.look == Look::initial ||
           (token.look == Look::capitals_few && token.letters <= kMostInitials);
}

/// Are these the first words of a name: "Smith, J.", "Smith JK,", and "Smith J." only where the word is met
/// as a surname more than in titles, unlike "Hepatitis B."?
bool begins_name(std::span<const Token> tokens, const Lexicon& lexicon) {
    if (tokens.size() < 4 || (tokens[0].look != Look::capitalised && tokens[0].look != Look::capitals &&
                              tokens[0].look != Look::mixed_case)) {
        return false;
    }
    const bool has_comma = tokens[1].look == Look::comma;
    const Token& given = tokens[has_comma ? 2 : 1];
    const Look behind = tokens[has_comma ? 3 : 2].look;
    if (!is_initials(given) || (behind != Look::period && behind != Look::comma)) {
        return false;
    }
    const auto marks = lexicon.marks(tokens[0].word);
    return has_comma || behind == Look::comma ||
           Lexicon::mark(marks, Role::surname) > Lexicon::mark(marks, Role::title);
}

}  // namespace

std::size_t date_before_name(std::span<const Token> tokens, std::span<const Label> labels,
                             const Lexicon& lexicon) {
    constexpr std::size_t kLongestDate = 12;
    if (tokens.size() < 2 || tokens.front().look != Look::open_round) {
        return 0;
    }
    const auto head = tokens.first(std::min(tokens.size(), kLongestDate));
    const auto close = std::ranges::find(head, Look::close_round, &Token::look);
    if (close == head.end()) {
        return 0;
    }
    auto end = static_cast<std::size_t>(close - head.begin()) + 1;
    const bool is_year = tokens[1].look == Look::year || tokens[1].look == Look::year_letter;
    if (!is_year &&
        std::ranges::any_of(labels.first(end), [](Label label) { return label != Label::date_early; })) {
        return 0;
    }
    if (end < tokens.size() && (tokens[end].look == Look::period || tokens[end].look == Look::colon)) {
        ++end;
    }
    if (end == tokens.size() || labels[end] == Label::author) {
        return 0;
    }
    return begins_name(tokens.subspan(end), lexicon) ? end : 0;
}

}  // namespace whereof::bib
