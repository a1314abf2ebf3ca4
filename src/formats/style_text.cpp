// SPDX-License-Identifier: MIT
#include "formats/style_text.hpp"

#include "base/result.hpp"
#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::formats {
namespace {

constexpr std::array<std::string_view, 12> kShortMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 12> kLongMonths{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// The tags that CSL-JSON allows in titles, and those that registries send besides.
bool is_markup(std::string_view tag) {
    constexpr std::array<std::string_view, 14> kNames{"i",      "b", "sup", "sub",    "span", "sc",  "em",
                                                      "strong", "u", "scp", "italic", "bold", "inf", "p"};
    tag.remove_prefix(tag.starts_with('/') ? 1 : 0);
    const std::string name = text::ascii_lower(tag.substr(0, tag.find_first_of(" /")));
    return std::ranges::find(kNames, name) != kNames.end();
}

std::string without_markup(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '<') {
            // A tag is short: look no further than that, or "<<<<" would take quadratic time.
            const std::size_t close = text.substr(0, std::min(text.size(), at + 80)).find('>', at);
            if (close != std::string_view::npos && is_markup(text.substr(at + 1, close - at - 1))) {
                at = close + 1;
                continue;
            }
        }
        out.push_back(text[at++]);
    }
    return out;
}

/// The words that stay small inside an English title.
bool is_little(std::string_view word) {
    constexpr std::array<std::string_view, 30> kWords{
        "a",   "an",   "and", "as", "at",  "but",  "by",   "down", "for",  "from",
        "in",  "into", "nor", "of", "off", "on",   "onto", "or",   "out",  "over",
        "per", "so",   "the", "to", "up",  "upon", "via",  "vs",   "with", "yet"};
    return std::ranges::find(kWords, word) != kWords.end();
}

std::string upper_first(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = text::next_code_point(word, at);
    std::string out;
    text::append_code_point(out, text::to_upper(first));
    return out + std::string(word.substr(at));
}

bool has_upper(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        if (text::is_upper(text::next_code_point(word, at))) {
            return true;
        }
    }
    return false;
}

/// Is every letter of Chinese, Japanese or Korean script, and at least one there?
bool is_eastern(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        const bool eastern = (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3005 && c <= 0xD7FF) ||
                             (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
        if (!eastern && text::is_letter(c)) {
            return false;
        }
        any = any || eastern;
    }
    return any;
}

/// A word of capitals alone, short enough to be initials: "JM".
bool is_run_of_initials(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        if (!text::is_upper(text::next_code_point(word, at))) {
            return false;
        }
    }
    return letters >= 2 && letters <= 4;
}

void append_initials_of(std::vector<std::string>& out, std::string_view word, bool hyphen) {
    std::size_t second = 0;
    if (hyphen && !text::is_upper(text::next_code_point(word, second))) {
        return;  // "Jean-paul", and what else is glued on small, counts with the name before
    }
    const bool run = is_run_of_initials(word);
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        text::next_code_point(word, at);
        out.push_back((hyphen && begin == 0 ? "-" : "") + std::string(word.substr(begin, at - begin)));
        if (!run) {
            return;
        }
    }
}

}  // namespace

std::string plain_text(std::string_view text) {
    const std::string bare = without_markup(text);
    std::string out;
    for (std::size_t at = 0; at < bare.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(bare, at);
        const bool blank = text::is_space(c) || c < 0x20 || c == 0x7F || (c >= 0x80 && c <= 0x9F);
        if (!blank) {
            out.append(bare, begin, at - begin);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

std::vector<std::string> initials(std::string_view given) {
    std::vector<std::string> out;
    std::string word;
    bool hyphen = false;
    const auto flush = [&] {
        if (!word.empty()) {
            append_initials_of(out, word, hyphen && !out.empty());
            hyphen = false;
        }
        word.clear();
    };
    for (std::size_t at = 0; at < given.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(given, at);
        if (text::is_letter(c) || c == U'\'' || c == U'\u2019') {
            if (!word.empty() || text::is_letter(c)) {
                word.append(given, begin, at - begin);
            }
        } else {
            flush();
            hyphen = hyphen || text::is_dash(c);
        }
    }
    flush();
    return out;
}

std::string eastern_name(const bib::Name& name) {
    const bool eastern = is_eastern(name.family) && is_eastern(name.given);
    return eastern ? plain_text(name.family) + plain_text(name.given) : std::string();
}

std::string name_with_initials(const bib::Name& name) {
    if (!name.literal.empty()) {
        return plain_text(name.literal);
    }
    if (std::string whole = eastern_name(name); !whole.empty()) {
        return whole;
    }
    std::string out = name.non_dropping_particle;
    out += out.empty() || out.ends_with('\'') ? "" : " ";
    out += name.family;
    std::string letters;
    for (const std::string& initial : initials(name.given)) {
        letters += initial.starts_with('-') ? initial.substr(1) : initial;
    }
    if (!letters.empty()) {
        out += " " + letters;
    }
    if (!name.dropping_particle.empty()) {
        out += " " + name.dropping_particle;
    }
    if (!name.suffix.empty()) {
        std::string suffix = name.suffix;
        std::erase(suffix, '.');
        out += " " + suffix;
    }
    return plain_text(out);
}

std::string closed_with(std::string text, std::string_view mark) {
    if (!text.empty() && !text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) {
        text += mark;
    }
    return text;
}

std::string ordinal(std::string_view number) {
    std::string out(number);
    if (number.empty() || number.size() > 4 || !std::ranges::all_of(number, text::is_ascii_digit)) {
        return out;
    }
    const bool teen = number.size() >= 2 && number[number.size() - 2] == '1';
    switch (teen ? '0' : number.back()) {
        case '1':
            return out + "st";
        case '2':
            return out + "nd";
        case '3':
            return out + "rd";
        default:
            return out + "th";
    }
}

std::string pages(std::string_view text, bool shortest) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text, at);
        if (!text::is_dash(c)) {
            out.append(text, begin, at - begin);
        } else if (!out.ends_with('-')) {
            out.push_back('-');
        }
    }
    out = plain_text(out);
    const std::size_t dash = out.find('-');
    if (!shortest || dash == std::string::npos || out.find_first_of("-,", dash + 1) != std::string::npos) {
        return out;
    }
    const std::string first = out.substr(0, dash);
    const std::string last = out.substr(dash + 1);
    if (first.size() != last.size() || first == last || !text::is_ascii_digit(last.back())) {
        return out;
    }
    // What both begin with is left out, but for the last digit.
    std::size_t shared = 0;
    while (shared + 1 < last.size() && first[shared] == last[shared]) {
        ++shared;
    }
    return first + "-" + last.substr(shared);
}

std::string title_case(std::string_view text) {
    std::string out;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        out += out.empty() ? "" : " ";
        const bool inside = !first && end < text.size();
        for (std::size_t begin = 0; begin < word.size();) {  // "neuro-oncology" is "Neuro-Oncology"
            const std::size_t hyphen = std::min(word.find('-', begin), word.size());
            const std::string_view part = word.substr(begin, hyphen - begin);
            const bool keep = part.empty() || has_upper(part) || (is_little(part) && (inside || begin > 0));
            out += keep ? std::string(part) : upper_first(part);
            out += hyphen < word.size() ? "-" : "";
            begin = hyphen + 1;
        }
        first = word.ends_with(':') || word.ends_with('.') || word.ends_with('?');
        at = end + 1;
    }
    return out;
}

std::string_view short_month(int month) noexcept {
    return month >= 1 && month <= 12 ? kShortMonths[static_cast<std::size_t>(month - 1)] : std::string_view();
}

std::string_view long_month(int month) noexcept {
    return month >= 1 && month <= 12 ? kLongMonths[static_cast<std::size_t>(month - 1)] : std::string_view();
}

std::string web_address(const bib::Item& item) {
    std::string url = plain_text(item.URL);
    const bool address = url.find("://") != std::string::npos || url.starts_with("www.");
    return address ? url : std::string();
}

bool address_repeats_identifier(const bib::Item& item) {
    const auto leads_to = [&item](bib::Field field, const std::string& value) {
        const auto found =
            value.empty() ? Result<std::string>(Error{}) : bib::parse_identifier(field, item.URL);
        return found && *found == value;
    };
    return leads_to(bib::Field::DOI, item.DOI) || leads_to(bib::Field::PMID, item.PMID);
}

bool is_preprint(const bib::Item& item) {
    return item.type == bib::ItemType::article && item.volume.empty() && item.issue.empty() &&
           item.page.empty() && !preprint_server(item).empty();
}

std::string preprint_server(const bib::Item& item) {
    for (const std::string* name : {&item.container_title, &item.publisher}) {
        if (!name->empty()) {
            return plain_text(*name);
        }
    }
    return item.arXiv.empty() ? "" : "arXiv";
}

std::string periodical_name(const bib::Item& item) {
    const bool abbreviated = !item.container_title_short.empty() &&
                             (item.type != bib::ItemType::article_newspaper || item.container_title.empty());
    std::string name = plain_text(abbreviated ? item.container_title_short : item.container_title);
    std::erase(name, '.');
    return name;
}

bool led_by_editors(const bib::Item& item) {
    return item.author.empty() && !item.editor.empty() && !is_periodical(item.type) &&
           item.type != bib::ItemType::article && item.type != bib::ItemType::chapter &&
           item.type != bib::ItemType::paper_conference;
}

bool is_periodical(bib::ItemType type) noexcept {
    return type == bib::ItemType::article_journal || type == bib::ItemType::article_magazine ||
           type == bib::ItemType::article_newspaper;
}

}  // namespace whereof::formats
