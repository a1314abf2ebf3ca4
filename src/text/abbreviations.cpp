// SPDX-License-Identifier: MIT
#include "text/abbreviations.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace whereof::text {
namespace {

constexpr std::size_t kLongestShortForm = 12;      ///< bytes
constexpr std::size_t kLongestBracket = 200;       ///< bytes that are looked through for the closing bracket
constexpr std::size_t kLongestLongForm = 15 * 12;  ///< bytes: more words than any definition has

/// A short form: two to twelve characters, at most two words, a letter first and a capital somewhere, no
/// closed-class word and no number in disguise ("n = 12", "p < 0.05").
bool is_short_form(std::string_view text) noexcept {
    if (text.size() < 2 || text.size() > kLongestShortForm || !is_ascii_alnum(text.front())) {
        return false;
    }
    const auto capitals = std::ranges::count_if(text, is_ascii_upper);
    const auto letters = std::ranges::count_if(text, is_ascii_letter);
    const auto blanks = std::ranges::count(text, ' ');
    const bool odd = text.find_first_of("=<>%,;:±") != std::string_view::npos;
    return capitals > 0 && letters > 1 && blanks == 0 && !odd && (capitals > 1 || letters <= 5);
}

bool starts_word(std::string_view text, std::size_t at) noexcept {
    return at == 0 || !is_ascii_alnum(text[at - 1]);
}

/// The shortest end of `before` that spells `short_form`: its characters in order, the first at the start of
/// a word. Absent when there is none.
std::optional<std::size_t> long_form_start(std::string_view before, std::string_view short_form) noexcept {
    std::size_t at = before.size();
    for (std::size_t i = short_form.size(); i-- > 0;) {
        const char wanted = ascii_lower(short_form[i]);
        if (!is_ascii_alnum(wanted)) {
            continue;
        }
        do {
            if (at == 0) {
                return std::nullopt;
            }
            --at;
        } while (ascii_lower(before[at]) != wanted || (i == 0 && !starts_word(before, at)));
    }
    while (at > 0 && !is_ascii_space(before[at - 1]) && before[at - 1] != '(') {
        --at;  // back over a prefix joined by a hyphen: "non-steroidal"
    }
    return at;
}

std::size_t count_words(std::string_view text) noexcept {
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += is_ascii_alnum(text[i]) && starts_word(text, i) ? 1U : 0U;
    }
    return out;
}

/// Is `long_form` more than an accident? Schwartz and Hearst's bound on its words, longer than the short
/// form, and not holding it.
bool is_long_form(std::string_view long_form, std::string_view short_form) noexcept {
    const std::size_t words = count_words(long_form);
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(short_form, is_ascii_alnum));
    return long_form.size() > short_form.size() && words <= std::min(letters + 5, letters * 2) &&
           long_form.find(short_form) == std::string_view::npos &&
           long_form.find_first_of("()[];") == std::string_view::npos && !is_ascii_digit(long_form.front());
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    while (begin < end && is_ascii_space(text[begin])) {
        ++begin;
    }
    while (end > begin && is_ascii_space(text[end - 1])) {
        --end;
    }
    return {begin, end};
}

/// "long form (SF)": the words before the bracket, back to where a sentence or bracket ends.
std::optional<Abbreviation> defined_before(std::string_view text, std::size_t open, Span short_form) {
    const std::size_t from = open > kLongestLongForm ? open - kLongestLongForm : 0;
    const Span before = trimmed(text, from, open);
    const auto start = long_form_start(before.of(text), short_form.of(text));
    if (!start) {
        return std::nullopt;
    }
    const Span long_form{before.begin + *start, before.end};
    if (!is_long_form(long_form.of(text), short_form.of(text))) {
        return std::nullopt;
    }
    return Abbreviation{short_form, long_form};
}

/// "SF (long form)": the word before the bracket abbreviates what is in it.
std::optional<Abbreviation> defined_inside(std::string_view text, std::size_t open, Span inside) {
    std::size_t end = open;
    while (end > 0 && is_ascii_space(text[end - 1])) {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && end - begin <= kLongestShortForm && !is_ascii_space(text[begin - 1]) &&
           text[begin - 1] != '(') {
        --begin;
    }
    const Span short_form{begin, end};
    if (!is_short_form(short_form.of(text)) || count_words(inside.of(text)) < 2) {
        return std::nullopt;
    }
    const auto start = long_form_start(inside.of(text), short_form.of(text));
    if (!start || *start != 0 || !is_long_form(inside.of(text), short_form.of(text))) {
        return std::nullopt;
    }
    return Abbreviation{short_form, inside};
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) {
    std::vector<Abbreviation> out;
    for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
        const std::size_t close = text.substr(open + 1, kLongestBracket).find(')');
        if (close == std::string_view::npos) {
            continue;
        }
        const Span inside = trimmed(text, open + 1, open + 1 + close);
        // "(PT; 12 sessions)", "(PT, n = 12)": what stands before the first divider may be the short form.
        const std::size_t divider = inside.of(text).find_first_of(",;");
        const Span first = trimmed(text, inside.begin,
                                   divider == std::string_view::npos ? inside.end : inside.begin + divider);
        std::optional<Abbreviation> found;
        if (is_short_form(first.of(text))) {
            found = defined_before(text, open, first);
        }
        if (!found) {
            found = defined_inside(text, open, inside);
        }
        if (found) {
            out.push_back(*found);
        }
    }
    return out;
}

}  // namespace whereof::text
