// SPDX-License-Identifier: MIT
#include "text/plain_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace whereof::text {
namespace {

constexpr std::array<std::string_view, 28> kTags{
    "i",       "b",     "em",    "strong", "sub",   "sup",   "inf",       "u",        "sc",  "scp",
    "tt",      "br",    "p",     "span",   "a",     "title", "bold",      "italic",   "div", "font",
    "formula", "small", "break", "hi",     "roman", "label", "monospace", "underline"};

struct Entity {
    std::string_view name;
    char32_t code_point;
};
constexpr std::array kEntities{
    Entity{"amp", U'&'},        Entity{"lt", U'<'},          Entity{"gt", U'>'},
    Entity{"quot", U'"'},       Entity{"apos", U'\''},       Entity{"nbsp", U' '},
    Entity{"ndash", U'\u2013'}, Entity{"mdash", U'\u2014'},  Entity{"lsquo", U'\u2018'},
    Entity{"rsquo", U'\u2019'}, Entity{"ldquo", U'\u201C'},  Entity{"rdquo", U'\u201D'},
    Entity{"alpha", U'\u03B1'}, Entity{"beta", U'\u03B2'},   Entity{"gamma", U'\u03B3'},
    Entity{"mu", U'\u03BC'},    Entity{"auml", U'\u00E4'},   Entity{"ouml", U'\u00F6'},
    Entity{"uuml", U'\u00FC'},  Entity{"eacute", U'\u00E9'}, Entity{"egrave", U'\u00E8'},
    Entity{"szlig", U'\u00DF'}, Entity{"oslash", U'\u00F8'}, Entity{"deg", U'\u00B0'},
};

/// The length of a tag that begins `text`, 0 when it is none that publishers put into titles.
std::size_t tag_length(std::string_view text) {
    constexpr std::size_t kLongestTag = 400;
    const std::size_t end = text.substr(0, kLongestTag).find('>');
    if (end == std::string_view::npos) {
        return 0;
    }
    std::size_t at = text.substr(1).starts_with('/') ? 2 : 1;
    const std::size_t begin = at;
    while (at < end && (is_ascii_alnum(text[at]) || text[at] == ':' || text[at] == '-')) {
        ++at;
    }
    const std::string name = ascii_lower(text.substr(begin, at - begin));
    const bool ends_well = at == end || is_ascii_space(text[at]) || text[at] == '/';
    const bool known = std::ranges::find(kTags, name) != kTags.end() || name.starts_with("mml:") ||
                       name.starts_with("jats:") || name == "math" || name.starts_with("xref") ||
                       name.starts_with("tex-math") || name.starts_with("inline-formula");
    return ends_well && known ? end + 1 : 0;
}

/// The length of an entity that begins `text`, appended to `out`; 0 when it is none.
std::size_t take_entity(std::string_view text, std::string& out) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 2) {
        return 0;
    }
    const std::string_view name = text.substr(1, end - 1);
    if (name.front() == '#') {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(hex ? 2 : 1);
        std::uint32_t code_point = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code_point, hex ? 16 : 10);
        if (error != std::errc() || stop != digits.data() + digits.size() || code_point < 0x20 ||
            code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
            return 0;
        }
        append_code_point(out, code_point);
        return end + 1;
    }
    const auto found = std::ranges::find(kEntities, name, &Entity::name);
    if (found == kEntities.end()) {
        return 0;
    }
    append_code_point(out, found->code_point);
    return end + 1;
}

bool needs_cleaning(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
        if (c == '<' || c == '&' || static_cast<unsigned char>(c) < 0x20 || (c == ' ' && before == ' ')) {
            return true;
        }
        before = c;
    }
    return text.ends_with(' ');
}

void squeeze_into(std::string& out, char c) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20;
    if (!blank) {
        out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
    }
}

/// Without tags, entities spelled out, white space squeezed.
std::string without_markup(std::string_view text) {
    // Twice, for entities that were themselves made entities ("&amp;lt;i&amp;gt;").
    std::string current(text);
    for (int round = 0; round < 2; ++round) {
        std::string out;
        out.reserve(current.size());
        const std::string_view view = current;
        for (std::size_t i = 0; i < view.size();) {
            std::size_t taken = 0;
            if (view[i] == '<') {
                taken = tag_length(view.substr(i));
            } else if (view[i] == '&') {
                taken = take_entity(view.substr(i), out);
            }
            if (taken == 0) {
                squeeze_into(out, view[i]);
                taken = 1;
            }
            i += taken;
        }
        if (out == current) {
            break;
        }
        current = std::move(out);
    }
    return std::string(trim(current));
}

}  // namespace

bool take_markup(std::string& text) {
    if (!needs_cleaning(text)) {
        return false;
    }
    if (text.find('<') != std::string::npos || text.find('&') != std::string::npos) {
        std::string plain = without_markup(text);
        const bool had_markup = plain != text;
        text = std::move(plain);
        return had_markup;
    }
    std::string out;
    for (const char c : text) {
        squeeze_into(out, c);
    }
    text = trim(out);
    return false;
}

}  // namespace whereof::text
