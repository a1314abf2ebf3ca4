// SPDX-License-Identifier: MIT
#include "verify/words.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/symbols.hpp"
#include "verify/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace whereof::verify {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEntities{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"ndash", "-"},
    {"mdash", "-"},
}};

/// "#945" and "#x3B1" as the letter they number; a blank where they number none that can be written.
std::string numbered_letter(std::string_view number) {
    const bool hex = number.starts_with("#x") || number.starts_with("#X");
    std::uint32_t code_point = 0;
    const auto* end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data() + (hex ? 2 : 1), end, code_point, hex ? 16 : 10);
    std::string out;
    if (error != std::errc() || stop != end || code_point < 0x20 || code_point > 0x10FFFF ||
        (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        return " ";
    }
    text::append_code_point(out, code_point);
    return out;
}

/// What the character reference at `at` (on '&') means, and its length; length 0 when it is none.
std::pair<std::string, std::size_t> entity_at(std::string_view text, std::size_t at) {
    const auto end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 10 || end == at + 1) {
        return {"", 0};
    }
    const auto name = text.substr(at + 1, end - at - 1);
    for (const auto& [known, meaning] : kEntities) {
        if (known == name) {
            return {std::string(meaning), end - at + 1};
        }
    }
    if (name.front() == '#') {
        return {numbered_letter(name), end - at + 1};
    }
    const auto lower = text::ascii_lower(name);
    return is_greek_name(lower) ? std::pair{lower, end - at + 1} : std::pair{std::string(), std::size_t{0}};
}

/// Tags that change the look of letters inside a word; all others divide the text as punctuation does.
constexpr std::array<std::string_view, 8> kInline{"b", "em", "i", "scp", "strong", "sub", "sup", "u"};

bool is_inline(std::string_view tag) {
    const auto begin = tag.find_first_not_of("/");
    const auto end = tag.find_first_of(" /", begin);
    return begin != std::string_view::npos &&
           std::ranges::find(kInline, tag.substr(begin, end == std::string_view::npos ? end : end - begin)) !=
               kInline.end();
}

/// Without tags, character references, and TeX's braces and accents ("St{\\'e}phane").
std::string strip_once(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (c == '<' && (text::is_ascii_letter(next) || next == '/')) {
            const auto close = text.find('>', at);
            if (close != std::string_view::npos && close - at < 200) {
                out += is_inline(text.substr(at + 1, close - at - 1)) ? "" : ". ";
                at = close + 1;
                continue;
            }
        }
        if (c == '&') {
            if (const auto [meaning, length] = entity_at(text, at); length > 0) {
                out += meaning;
                at += length;
                continue;
            }
        }
        const bool accent = c == '\\' && std::string_view("'`^\"~=.").find(next) != std::string_view::npos;
        if (c != '{' && c != '}' && !accent) {
            out += c;
        }
        at += accent ? 2 : 1;
    }
    return out;
}

/// British and American pairs of letters; applied to both sides, so only that both meet matters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSpellings{{
    {"isation", "ization"},
    {"ise", "ize"},
    {"ising", "izing"},
    {"yse", "yze"},
    {"our", "or"},
    {"ae", "e"},
    {"oe", "e"},
    {"ll", "l"},
    {"sulph", "sulf"},
}};

constexpr std::array<std::string_view, 26> kStopWords{
    // sorted
    "a",    "an", "and", "as", "at", "by", "de", "der", "des", "die", "during", "et", "for",
    "from", "in", "is",  "la", "of", "on", "or", "the", "to",  "und", "versus", "vs", "with"};

}  // namespace

std::string without_markup(std::string_view text) {
    std::string out(text);
    // Twice, for references that were escaped twice ("&lt;i&gt;").
    for (int pass = 0; pass < 2 && out.find_first_of("<&{\\") != std::string::npos; ++pass) {
        out = strip_once(out);
    }
    return out;
}

std::string spelling_form(std::string_view word) {
    std::string out(word);
    if (word.size() < 4 || has_digit(word)) {
        return out;
    }
    for (const auto& [british, american] : kSpellings) {
        for (auto at = out.find(british); at != std::string::npos; at = out.find(british, at + 1)) {
            out.replace(at, british.size(), american);
        }
    }
    if (out.size() > 4 && out.ends_with("tre")) {  // centre, fibre is below
        out.replace(out.size() - 3, 3, "ter");
    } else if (out.size() > 4 && out.ends_with("bre")) {
        out.replace(out.size() - 3, 3, "ber");
    }
    return out;
}

std::vector<std::string> title_words(std::string_view title) {
    auto words = text::fold_words(without_markup(title));
    for (auto& word : words) {
        word = spelling_form(word);
    }
    return words;
}

std::size_t typing_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > limit) {
        return limit + 1;
    }
    const auto width = a.size() + 1;
    std::array<std::size_t, 3 * 48> short_rows;  // words need no memory of their own
    std::vector<std::size_t> long_rows(width > 48 ? width * 3 : 0);
    auto* before = width > 48 ? long_rows.data() : short_rows.data();
    auto* above = before + width;
    auto* row = above + width;
    for (std::size_t i = 0; i < width; ++i) {
        above[i] = i;
    }
    for (std::size_t j = 1; j <= b.size(); ++j) {
        row[0] = j;
        auto best = row[0];
        for (std::size_t i = 1; i < width; ++i) {
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            row[i] = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[i] = std::min(row[i], before[i - 2] + 1);
            }
            best = std::min(best, row[i]);
        }
        if (best > limit) {
            return limit + 1;
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[width - 1], limit + 1);
}

bool is_typo_of(std::string_view a, std::string_view b) {
    const auto length = std::max(a.size(), b.size());
    const std::size_t limit = length >= 9 ? 2 : 1;
    if (length < 4 || length - std::min(a.size(), b.size()) > limit ||
        (limit == 1 && a.front() != b.front() && a.back() != b.back()) || has_digit(a) || has_digit(b)) {
        return false;
    }
    return typing_distance(a, b, limit) <= limit && !are_other_words(a, b);
}

bool has_digit(std::string_view text) noexcept { return std::ranges::any_of(text, text::is_ascii_digit); }

bool is_stop_word(std::string_view word) noexcept {
    // Asked of every word of every title compared: most are longer, or begin otherwise.
    static constexpr std::uint32_t kFirstLetters = [] {
        std::uint32_t letters = 0;
        for (const auto stop : kStopWords) {
            letters |= 1U << static_cast<unsigned>(stop.front() - 'a');
        }
        return letters;
    }();
    return word.size() <= 6 && !word.empty() && text::is_ascii_lower(word.front()) &&
           (kFirstLetters >> static_cast<unsigned>(word.front() - 'a') & 1U) != 0 &&
           std::ranges::binary_search(kStopWords, word);
}

std::size_t count_content(std::string_view title) {
    return static_cast<std::size_t>(std::ranges::count_if(
        title_words(title), [](const std::string& word) { return !is_stop_word(word); }));
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string out;
    for (auto at = begin; at < end; ++at) {
        out += words[at];
    }
    return out;
}

}  // namespace whereof::verify
