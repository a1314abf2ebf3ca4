// SPDX-License-Identifier: MIT
#include "text/abbreviations.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace whereof::text {
namespace {

constexpr std::size_t kLongestShortForm = 14;      ///< bytes
constexpr std::size_t kLongestBracket = 200;       ///< bytes that are looked through for the closing bracket
constexpr std::size_t kLongestLongForm = 15 * 12;  ///< bytes: more words than any definition has

/// May these bytes be a short form? Two to fourteen characters in one word, or two words that are short forms
/// each ("MALDI-ToF MS"); a letter or digit first, a capital somewhere, no closed-class word and no number in
/// disguise ("n = 12", "p < 0.05").
bool is_short_form(std::string_view text) noexcept {
    if (text.size() < 2 || text.size() > kLongestShortForm || !is_ascii_alnum(text.front())) {
        return false;
    }
    const auto capitals = std::ranges::count_if(text, is_ascii_upper);
    const auto letters = std::ranges::count_if(text, is_ascii_letter);
    if (const std::size_t blank = text.find(' '); blank != std::string_view::npos) {
        const auto is_part = [](std::string_view part) {
            return part.find(' ') == std::string_view::npos &&
                   std::ranges::count_if(part, is_ascii_upper) > 1 && is_short_form(part);
        };
        return is_part(text.substr(0, blank)) && is_part(text.substr(blank + 1));
    }
    const bool odd = text.find_first_of("=<>%,;:()[]") != std::string_view::npos ||
                     text.find("±") != std::string_view::npos;
    return capitals > 0 && letters > 1 && !odd && (capitals > 1 || letters <= 5);
}

/// Is this byte part of a word? Letters beyond ASCII are.
bool in_word(char c) noexcept { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool starts_word(std::string_view text, std::size_t at) noexcept { return at == 0 || !in_word(text[at - 1]); }

/// Back over what is joined to the word at `at`: "non-steroidal", but not "(PT)/physical".
std::size_t back_to_blank(std::string_view text, std::size_t at) noexcept {
    std::size_t begin = at;
    while (begin > 0 && !is_ascii_space(text[begin - 1]) &&
           std::string_view("()[]").find(text[begin - 1]) == std::string_view::npos) {
        --begin;
    }
    while (begin < at && !in_word(text[begin])) {
        ++begin;
    }
    return begin;
}

/// The shortest end of `before` that spells `short_form`: its characters in order, the first at the start of
/// a word. Absent when there is none.
std::optional<std::size_t> spelled_from(std::string_view before, std::string_view short_form) noexcept {
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
    return back_to_blank(before, at);
}

/// Words that a short form passes over: "quality of life (QL)".
bool is_passed_over(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 14> kWords{"of", "the", "and", "for", "in", "to", "with",
                                                      "on", "by",  "at",  "a",   "an", "or", "from"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// Does a word begin as a letter of the short form says? An X stands for "ex" too, as in XDR.
bool begins_with(std::string_view word, char wanted) noexcept {
    return ascii_lower(word[0]) == wanted ||
           (wanted == 'x' && word.size() > 2 && ascii_lower(word[0]) == 'e' && ascii_lower(word[1]) == 'x');
}

/// Where the words begin of which the short form has the first letters, one after another, the last word the
/// last letter; a number stands for itself ("Stk40" has the 40 of "kinase 40"). An alignment of all first
/// letters is surer than a shorter one within words (Sohn, Comeau, Kim & Wilbur, "Abbreviation definition
/// identification based on automatic precision estimates", BMC Bioinformatics 2008).
std::optional<std::size_t> initials_from(std::string_view before, std::string_view short_form) noexcept {
    std::size_t left = short_form.size();
    std::size_t at = before.size();
    bool is_last = true;
    while (true) {
        while (left > 0 && !is_ascii_alnum(short_form[left - 1])) {
            --left;
        }
        if (left == 0) {
            return is_last ? std::nullopt : std::optional(at);
        }
        while (at > 0 && !in_word(before[at - 1])) {
            if (std::string_view(",;:()[]").find(before[at - 1]) != std::string_view::npos && !is_last &&
                before[at - 1] != ',') {
                return std::nullopt;
            }
            --at;
        }
        const std::size_t end = at;
        while (at > 0 && in_word(before[at - 1])) {
            --at;
        }
        const std::string_view word = before.substr(at, end - at);
        if (word.empty()) {
            return std::nullopt;
        }
        if (is_ascii_digit(word[0]) && short_form.substr(0, left).ends_with(word)) {
            left -= word.size();
        } else if (begins_with(word, ascii_lower(short_form[left - 1]))) {
            --left;
        } else if (is_last || !is_passed_over(word)) {
            return std::nullopt;
        }
        is_last = false;
    }
}

/// The short form without what says no more than "several" or "the second": "ESCs", "RyR1", "IKKα".
std::string_view without_ending(std::string_view short_form) noexcept {
    std::size_t end = short_form.size();
    while (end > 0 && !is_ascii_letter(short_form[end - 1])) {
        --end;
    }
    if (end == short_form.size() && end > 2 && short_form[end - 1] == 's' &&
        is_ascii_upper(short_form[end - 2])) {
        --end;
    }
    return short_form.substr(0, end);
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
    const std::size_t most = std::min(letters + 5, letters * 2 + (letters > 2 ? 1 : 0));
    return long_form.size() > short_form.size() && words <= most &&
           long_form.find(short_form) == std::string_view::npos &&
           long_form.find_first_of("()[];") == std::string_view::npos &&
           !is_passed_over(long_form.substr(0, long_form.find(' '))) &&
           (!is_ascii_digit(long_form.front()) || is_ascii_digit(short_form.front()));
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
    const auto definition = [&](std::optional<std::size_t> start) -> std::optional<Abbreviation> {
        const Span long_form{before.begin + start.value_or(0), before.end};
        return start && is_long_form(long_form.of(text), short_form.of(text))
                   ? std::optional(Abbreviation{short_form, long_form})
                   : std::nullopt;
    };
    const std::string_view whole = short_form.of(text);
    const std::string_view stem = without_ending(whole);
    constexpr std::size_t kSureStem = 3;  // letters: fewer spell too much by chance
    std::optional<Abbreviation> out = definition(initials_from(before.of(text), whole));
    if (!out && stem.size() >= 2 && stem.size() < whole.size()) {
        out = definition(initials_from(before.of(text), stem));
    }
    if (!out) {
        out = definition(spelled_from(before.of(text), whole));
    }
    if (!out && stem.size() >= kSureStem && stem.size() < whole.size()) {
        out = definition(spelled_from(before.of(text), stem));
    }
    return out;
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
    // "EPN (early posterior negativity; 200 ms)": what stands behind a semicolon defines nothing.
    const std::size_t divider = inside.of(text).find(';');
    inside =
        trimmed(text, inside.begin, divider == std::string_view::npos ? inside.end : inside.begin + divider);
    if (!is_short_form(short_form.of(text)) || count_words(inside.of(text)) < 2) {
        return std::nullopt;
    }
    for (const std::string_view spelled : {short_form.of(text), without_ending(short_form.of(text))}) {
        const auto start = spelled.size() >= 2 ? spelled_from(inside.of(text), spelled) : std::nullopt;
        if (start && *start == 0 && is_long_form(inside.of(text), short_form.of(text))) {
            return Abbreviation{short_form, inside};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) {
    std::vector<Abbreviation> out;
    for (std::size_t open = text.find_first_of("(["); open != std::string_view::npos;
         open = text.find_first_of("([", open + 1)) {
        const char closing = text[open] == '(' ? ')' : ']';
        const std::size_t close = text.substr(open + 1, kLongestBracket).find(closing);
        if (close == std::string_view::npos) {
            continue;
        }
        const Span inside = trimmed(text, open + 1, open + 1 + close);
        // "(PT; 12 sessions)", "(PT, n = 12)": what stands before the first divider may be the short form.
        const std::size_t divider = inside.of(text).find_first_of(",;:");
        const Span first = trimmed(text, inside.begin,
                                   divider == std::string_view::npos ? inside.end : inside.begin + divider);
        std::optional<Abbreviation> found;
        if (is_short_form(first.of(text))) {
            found = defined_before(text, open, first);
        }
        if (!found && closing == ')') {
            found = defined_inside(text, open, inside);
        }
        if (found) {
            out.push_back(*found);
        }
    }
    return out;
}

}  // namespace whereof::text
