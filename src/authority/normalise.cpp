// SPDX-License-Identifier: MIT
#include "authority/normalise.hpp"

#include "authority/notice_titles.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "text/plain_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace whereof::authority {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_lower;
using text::is_ascii_upper;

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

void clean(std::string& text, std::uint32_t& flags) { flags |= text::take_markup(text) ? kFlagMarkup : 0; }

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

}  // namespace

void normalise(Say& say) {
    bib::Item& item = say.item;
    for (std::string* field :
         {&item.container_title, &item.container_title_short, &item.publisher, &item.collection_title,
          &item.volume, &item.issue, &item.page, &say.vernacular_title}) {
        clean(*field, say.flags);
    }
    item.page = bib::normalise_pages(item.page);
    normalise_title(say);
    text::make_plain_abstract(item.abstract);  // no flag tells of markup in it: a row is the same without
    normalise_authors(say);
}

}  // namespace whereof::authority
