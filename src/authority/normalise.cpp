// SPDX-License-Identifier: MIT
#include "authority/normalise.hpp"

#include "authority/notice_titles.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

namespace whereof::authority {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_lower;
using text::is_ascii_space;
using text::is_ascii_upper;

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
    while (at < end && (text::is_ascii_alnum(text[at]) || text[at] == ':' || text[at] == '-')) {
        ++at;
    }
    const std::string name = text::ascii_lower(text.substr(begin, at - begin));
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
        text::append_code_point(out, code_point);
        return end + 1;
    }
    const auto found = std::ranges::find(kEntities, name, &Entity::name);
    if (found == kEntities.end()) {
        return 0;
    }
    text::append_code_point(out, found->code_point);
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

/// Has letters, and no small one, of ASCII or otherwise.
bool all_capitals(std::string_view text, std::size_t at_least) {
    std::size_t capitals = 0;
    for (const char c : text) {
        if (is_ascii_lower(c) || static_cast<unsigned char>(c) >= 0x80) {
            return false;
        }
        capitals += is_ascii_upper(c) ? 1U : 0U;
    }
    return capitals >= at_least;
}

void clean(std::string& text, std::uint32_t& flags) {
    if (!needs_cleaning(text)) {
        return;
    }
    if (text.find('<') != std::string::npos || text.find('&') != std::string::npos) {
        std::string plain = without_markup(text);
        flags |= plain != text ? kFlagMarkup : 0;
        text = std::move(plain);
        return;
    }
    std::string out;
    for (const char c : text) {
        squeeze_into(out, c);
    }
    text = text::trim(out);
}

/// Takes off a number of four digits that tells namesakes apart ("Jannik Peters 0001", as dblp has it); a
/// year is part of a body's name.
bool take_homonym_number(std::string& name) {
    constexpr std::size_t kSuffix = 5;
    if (name.size() <= kSuffix || name[name.size() - kSuffix] != ' ' || name[name.size() - 4] != '0' ||
        !std::all_of(name.end() - 4, name.end(), is_ascii_digit)) {
        return false;
    }
    name.resize(name.size() - kSuffix);
    return true;
}

void lower_capitals(std::string& name) {
    bool inside = false;
    for (char& c : name) {
        c = inside ? text::ascii_lower(c) : c;
        inside = is_ascii_letter(c);
    }
}

bool is_initials(std::string_view text) {
    return text.find('.') != std::string_view::npos && text.size() <= 8 &&
           std::ranges::all_of(text,
                               [](char c) { return is_ascii_upper(c) || c == '.' || c == ' ' || c == '-'; });
}

bool is_full_name(std::string_view text) {
    return text.size() >= 3 && is_ascii_upper(text[0]) && is_ascii_lower(text[1]) &&
           text.find_first_of(" .") == std::string_view::npos;
}

constexpr std::array<std::string_view, 7> kBehalf{
    "on behalf of the ", "on behalf of ",     "for and on behalf of the ", "for the ",
    "and the ",          "representing the ", "in collaboration with the "};

/// "on behalf of the X Investigators" is the X Investigators.
bool take_behalf(std::string& name) {
    const std::string lower = text::ascii_lower(name);
    for (const std::string_view start : kBehalf) {
        if (lower.starts_with(start) && name.size() > start.size()) {
            name.erase(0, start.size());
            return true;
        }
    }
    return false;
}

bool is_et_al(const bib::Name& name) {
    const std::string_view whole = name.literal.empty() ? name.family : name.literal;
    const std::string lower = text::ascii_lower(whole);
    return (name.given.empty() || name.given == "al" || name.given == "al.") &&
           (lower == "et al" || lower == "et al." || lower == "others" || lower == "and others" ||
            lower == "et");
}

void normalise_name(bib::Name& name, std::uint32_t& flags) {
    for (std::string* part : {&name.family, &name.given, &name.literal, &name.suffix}) {
        clean(*part, flags);
    }
    if (take_homonym_number(name.family) || take_homonym_number(name.given) ||
        take_homonym_number(name.literal)) {
        flags |= kFlagHomonym;
    }
    if (!name.family.empty() && name.given.empty() && take_behalf(name.family)) {
        name.literal = std::move(name.family);
        name.family.clear();
        flags |= kFlagCollective;
    } else if (take_behalf(name.literal)) {
        flags |= kFlagCollective;
    }
    if (is_initials(name.family) && is_full_name(name.given)) {
        std::swap(name.family, name.given);
        flags |= kFlagSwapped;
    }
    constexpr std::size_t kNotInitials = 4;
    if (all_capitals(name.family, kNotInitials)) {
        lower_capitals(name.family);
        flags |= kFlagCapitals;
    }
    if (all_capitals(name.given, kNotInitials) && name.given.find('.') == std::string::npos) {
        lower_capitals(name.given);
    }
}

/// "Sinclair, D.; Shenkin, A." in the place of one name is a list.
void divide_lists(std::vector<bib::Name>& names) {
    std::vector<bib::Name> out;
    for (bib::Name& name : names) {
        const bool is_list = name.literal.find(';') != std::string::npos;
        bib::NameList list = is_list ? bib::parse_names(name.literal) : bib::NameList();
        if (list.names.size() < 2) {
            out.push_back(std::move(name));
        } else {
            std::ranges::move(list.names, std::back_inserter(out));
        }
    }
    names = std::move(out);
}

void normalise_authors(Say& say) {
    bib::Item& item = say.item;
    divide_lists(item.author);
    for (bib::Name& name : item.author) {
        normalise_name(name, say.flags);
    }
    const auto listed = item.author.size();
    std::erase_if(item.author, is_et_al);
    item.authors_elided |= item.author.size() < listed;
    std::erase_if(item.author, [](const bib::Name& name) {
        return name.family.empty() && name.literal.empty() && name.given.empty();
    });
    if (item.author.empty() || item.authors_elided) {
        say.flags |= kFlagAuthorsIncomplete;
    }
    for (bib::Name& name : item.editor) {
        normalise_name(name, say.flags);
    }
}

bool take_start(std::string& title, std::string_view start) {
    if (title.size() <= start.size() ||
        text::ascii_lower(std::string_view(title).substr(0, start.size())) != start) {
        return false;
    }
    title.erase(0, start.size());
    title.erase(0, title.find_first_not_of(' '));
    return true;
}

constexpr std::array<std::string_view, 3> kWithdrawnStarts{"withdrawn:", "removed:", "[withdrawn]"};

/// Cochrane withdraws reviews that are out of date and puts new versions in their place: nothing is wrong
/// with the old one but its age.
bool is_cochrane(const bib::Item& item) {
    return item.DOI.starts_with("10.1002/14651858.") ||
           item.container_title.starts_with("Cochrane Database") ||
           item.container_title.starts_with("The Cochrane database") ||
           item.container_title.starts_with("The Cochrane Database");
}

/// The brackets around a whole title: NLM's sign of a translation.
void take_brackets(Say& say) {
    std::string& title = say.item.title;
    std::string_view body = title;
    body.remove_suffix(body.ends_with('.') ? 1 : 0);
    if (body.size() > 2 && body.front() == '[' && body.back() == ']' && body.find(']') == body.size() - 1) {
        title = std::string(body.substr(1, body.size() - 2));
        say.flags |= kFlagTranslated;
    }
}

void normalise_title(Say& say) {
    std::string& title = say.item.title;
    clean(title, say.flags);
    const bool no_fault = is_cochrane(say.item);
    const std::size_t mark = retracted_mark(title);
    title.erase(0, mark);
    if (mark > 0 || std::ranges::any_of(kWithdrawnStarts,
                                        [&](std::string_view start) { return take_start(title, start); })) {
        say.flags |= no_fault ? 0 : kFlagRetractedTitle;
    }
    take_brackets(say);
    if (is_retraction_notice(title) || text::ascii_lower(title).starts_with("withdrawal:")) {
        say.flags |= kFlagRetractionNotice;
    }
    constexpr std::size_t kNoAbbreviation = 12;
    if (all_capitals(title, kNoAbbreviation) && title.find(' ') != std::string::npos) {
        const char first = title.front();
        title = text::ascii_lower(title);
        title.front() = first;
        say.flags |= kFlagCapitals;
    }
    if (title.ends_with('.') && !title.ends_with("..")) {
        title.pop_back();
    }
}

/// A blank where a heading or paragraph of HTML or JATS ends, so that its last word stays apart from the
/// next.
std::string with_paragraphs_apart(std::string_view abstract) {
    constexpr std::array<std::string_view, 8> kEnds{"</jats:title>",     "</jats:p>", "</title>", "</p>",
                                                    "</jats:list-item>", "</li>",     "<br>",     "<br/>"};
    std::string out;
    for (std::size_t i = 0; i < abstract.size(); ++i) {
        const auto ends = [rest = abstract.substr(i)](std::string_view tag) { return rest.starts_with(tag); };
        out += abstract[i] == '<' && std::ranges::any_of(kEnds, ends) ? " <" : std::string(1, abstract[i]);
    }
    return out;
}

/// The length of a label in front: "Abstract Background: …", "ABSTRACT: …", not "Abstract art is …". 0
/// without.
std::size_t label_before(std::string_view abstract) {
    for (const std::string_view label : {"abstract", "summary"}) {
        if (abstract.size() <= label.size() || text::ascii_lower(abstract.substr(0, label.size())) != label) {
            continue;
        }
        const std::size_t next = abstract.find_first_not_of(" :.", label.size());
        if (next != std::string_view::npos && next > label.size() && is_ascii_upper(abstract[next])) {
            return next;
        }
    }
    return 0;
}

/// Its flags say nothing of the work, and a row is the same with an abstract and without.
void normalise_abstract(std::string& abstract) {
    std::uint32_t flags = 0;
    if (abstract.find('<') != std::string::npos) {
        abstract = with_paragraphs_apart(abstract);
    }
    clean(abstract, flags);
    while (const std::size_t label = label_before(abstract)) {  // "Summary: Abstract: Pain is …"
        abstract.erase(0, label);
    }
}

}  // namespace

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
    return std::string(text::trim(current));
}

void normalise(Say& say) {
    bib::Item& item = say.item;
    for (std::string* field :
         {&item.container_title, &item.container_title_short, &item.publisher, &item.collection_title,
          &item.volume, &item.issue, &item.page, &say.vernacular_title}) {
        clean(*field, say.flags);
    }
    item.page = bib::normalise_pages(item.page);
    normalise_title(say);
    normalise_abstract(item.abstract);
    normalise_authors(say);
}

}  // namespace whereof::authority
