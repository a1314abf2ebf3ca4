// SPDX-License-Identifier: MIT
#include "bib/titles.hpp"

#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

std::string squeeze(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] > ' ') {  // ASCII, and no blank
            out += text[at++];
            continue;
        }
        const char32_t c = text::next_code_point(text, at);
        if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
            c == 0xFEFF) {
            continue;
        }
        if (text::is_space(c) || c < 0x20) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        } else {
            text::append_code_point(out, c);
        }
    }
    return out;
}

/// Punctuation between fields, which is never part of either.
std::string_view trim_edges(std::string_view text) {
    constexpr std::string_view kFront = " ,;:.|*";
    constexpr std::string_view kBack = " ,;:|*";
    const std::size_t begin = text.starts_with("...") ? 0 : text.find_first_not_of(kFront);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kBack) + 1 - begin);
}

struct Pair {
    std::string_view open;
    std::string_view close;
};
constexpr Pair kPairs[] = {{"\"", "\""}, {"“", "”"},   {"„", "“"}, {"„", "”"}, {"«", "»"},
                           {"»", "«"},   {"‘", "’"},   {"‚", "‘"}, {"'", "'"}, {"``", "''"},
                           {"‹", "›"},   {"''", "''"}, {"[", "]"}, {"“", "\""}};

/// The text within `pair`, when the pair holds all of it (a mark that closes earlier holds only a part) or
/// its final full stop stands outside.
bool unwrap(std::string_view& text, const Pair& pair) {
    std::string_view inner = text;
    if (inner.ends_with('.') || inner.ends_with(',')) {
        inner.remove_suffix(1);
        if (!inner.ends_with(pair.close)) {
            inner = text;
        }
    }
    if (inner.size() <= pair.open.size() + pair.close.size() || !inner.starts_with(pair.open) ||
        !inner.ends_with(pair.close)) {
        return false;
    }
    inner.remove_prefix(pair.open.size());
    inner.remove_suffix(pair.close.size());
    const bool apostrophes = pair.close == "'" || pair.close == "’";
    if (!apostrophes && inner.find(pair.close) != std::string_view::npos) {
        return false;
    }
    text = inner;
    return true;
}

/// Does the full stop at the end belong to the last word? "et al.", "U.S.", "Inc.", "vs."
bool stop_belongs(std::string_view text) {
    constexpr std::string_view kAbbreviations[] = {"al",  "bd",  "cf",  "co",  "corp", "dr",  "eds",
                                                   "etc", "inc", "jr",  "ltd", "nr",   "no",  "sp",
                                                   "spp", "sr",  "ssp", "st",  "var",  "vol", "vs"};
    const std::size_t blank = text.find_last_of(" (-/");
    const std::string_view word = text.substr(blank + 1);
    if (word.size() >= 4 && word[word.size() - 3] == '.') {
        return true;  // "U.S.", "e.g."
    }
    if (word.size() == 2 && blank != std::string_view::npos && blank > 0 && text[blank - 1] == '.') {
        return true;  // "a. M."
    }
    return std::ranges::find(kAbbreviations, lower_key(word)) != std::end(kAbbreviations);
}

std::string_view trim_stop(std::string_view text) {
    if (text.ends_with("...")) {
        return text;
    }
    while (text.ends_with("..")) {
        text.remove_suffix(1);
    }
    if (text.ends_with('.') && !stop_belongs(text)) {
        text.remove_suffix(1);
    }
    return trim_edges(text);
}

bool contains_any(std::string_view key, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](std::string_view w) { return key.find(w) != std::string_view::npos; });
}

/// Takes one bracketed note from the end of the title into its field. False when the bracket is part of it.
bool take_note(std::string_view& text, CleanTitle& out) {
    constexpr std::size_t kLongestNote = 60;
    std::string_view rest = text;
    if (rest.ends_with('.')) {
        rest.remove_suffix(1);
    }
    if (!rest.ends_with(']')) {
        return false;
    }
    const std::size_t open = rest.rfind('[');
    if (open == std::string_view::npos || open == 0 || rest.size() - open > kLongestNote) {
        return false;
    }
    const std::string_view note = rest.substr(open + 1, rest.size() - open - 2);
    const std::string key = lower_key(note);
    if (key.starts_with("article in ") || key.starts_with("in ") || key.starts_with("artículo en ")) {
        out.language = note.substr(note.rfind(' ') + 1);
    } else if (contains_any(key, {"editorial", "letter",   "comment", "abstract",  "review",
                                  "thesis",    "dissert",  "tese",    "tesis",     "thèse",
                                  "preprint",  "poster",   "patent",  "guideline", "retracted",
                                  "erratum",   "data set", "dataset", "software",  "computer program"})) {
        out.genre = note;
    } else if (!contains_any(key, {"ahead of print", "in press", "cited ", "accessed", "internet", "online",
                                   "on-line", "en línea", "en ligne", "cd-rom", "web page"})) {
        return false;
    }
    text = trim_edges(rest.substr(0, open));
    return true;
}

/// Do most words before the last end in full stops, so that the last one's abbreviates too?
bool abbreviates(std::string_view title) {
    std::size_t words = 0;
    std::size_t stops = 0;
    for (std::size_t at = title.find(' '); at != std::string_view::npos; at = title.find(' ', at + 1)) {
        ++words;
        stops += at > 0 && title[at - 1] == '.' ? 1U : 0U;
    }
    return words > 0 && 2 * stops >= words;
}

}  // namespace

CleanTitle clean_title(std::string_view text) {
    CleanTitle out;
    const std::string cleaned = squeeze(text);
    std::string_view title = trim_edges(cleaned);
    constexpr int kMostLayers = 4;  // quotes in brackets with notes behind them
    for (int layer = 0; layer < kMostLayers; ++layer) {
        const std::size_t before = title.size();
        while (take_note(title, out)) {
        }
        if (std::ranges::any_of(kPairs, [&](const Pair& pair) { return unwrap(title, pair); })) {
            title = trim_edges(title);
        }
        if (title.size() == before) {
            break;
        }
    }
    out.title = trim_stop(title);
    return out;
}

std::string clean_container(std::string_view text) {
    const std::string cleaned = squeeze(text);
    std::string_view title = trim_edges(cleaned);
    std::ranges::any_of(kPairs, [&](const Pair& pair) { return unwrap(title, pair); });
    // "Lancet." ends a field; in "J. Clin. Epidemiol." the words have their stops.
    return std::string(abbreviates(title) ? title : trim_stop(title));
}

std::string clean_name(std::string_view text) {
    const std::string cleaned = squeeze(text);
    return std::string(trim_stop(trim_edges(cleaned)));
}

}  // namespace whereof::bib
