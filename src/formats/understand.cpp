// SPDX-License-Identifier: MIT
#include "formats/understand.hpp"

#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "bib/names.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

/// Labels of notes beside the fields' own names.
constexpr std::string_view kEpub = "epub";
constexpr std::string_view kAuthors = "authors";
constexpr std::string_view kEditors = "editors";
constexpr std::string_view kAbbreviation = "container-title-short";

/// "1234-5678, 2345-6789", "0140-6736 (Print)": the values of a list in one field.
std::vector<std::string_view> split_list(std::string_view value) {
    std::vector<std::string_view> out;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find_first_of(",;\r\n("), value.size());
        if (const auto part = text::trim(value.substr(0, end)); !part.empty()) {
            out.push_back(part);
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return out;
}

bool begins_small(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && text::is_lower(text::next_code_point(word, at));
}

/// Moves the small-lettered words in front of the family name to the particle: "van der Heijden".
void divide_particle(bib::Name& name) {
    std::string_view rest = name.family;
    std::size_t end = 0;
    while (begins_small(rest.substr(end))) {
        const std::size_t blank = rest.find(' ', end);
        if (blank == std::string_view::npos) {
            break;  // all small: "bell hooks" keeps her name
        }
        end = blank + 1;
    }
    if (end > 0) {
        name.non_dropping_particle = std::string(text::trim(rest.substr(0, end)));
        name.family = std::string(text::trim(rest.substr(end)));
    }
}

/// Visible ASCII with single blanks inside.
bool is_plain_line(std::string_view value) {
    char before = ' ';
    for (const char c : value) {
        if (c < 0x20 || c > 0x7E || (c == ' ' && before == ' ')) {
            return false;
        }
        before = c;
    }
    return value.empty() || before != ' ';
}

/// "CONSORT Group (Consolidated Standards of Reporting Trials)": a field that holds one body keeps its
/// brackets, which a list of names drops.
bib::Name with_brackets(bib::Name body, std::string_view whole) {
    const std::size_t at = whole.find(body.literal);
    if (at != std::string_view::npos && whole.ends_with(')')) {
        body.literal = std::string(whole.substr(at));
    }
    return body;
}

/// Where the next name begins behind a semicolon that is none of an entity's ("Garc&iacute;a").
std::size_t end_of_name(std::string_view text) {
    constexpr std::size_t kLongestEntity = 9;
    std::size_t end = text.find(';');
    while (end != std::string_view::npos) {
        const std::size_t from = end < kLongestEntity ? 0 : end - kLongestEntity;
        const std::string_view before = text.substr(from, end - from);
        const std::size_t open = before.rfind('&');
        if (open == std::string_view::npos || before.find(' ', open) != std::string_view::npos) {
            return end;
        }
        end = text.find(';', end + 1);
    }
    return text.size();
}

}  // namespace

void keep_verbatim(bib::Item& item, std::string_view label, std::string_view value) {
    const std::string_view trimmed = text::trim(value);
    if (trimmed.empty()) {
        return;
    }
    item.note += item.note.empty() ? "" : "\n";
    item.note += label;
    item.note += label.empty() ? "" : ": ";
    item.note += trimmed;
}

void take_identifier(bib::Item& item, bib::Field field, std::string_view value) {
    std::string& target = *item.text(field);
    const bool listed = field == bib::Field::ISSN || field == bib::Field::ISBN;
    const auto parts = listed ? split_list(value) : std::vector<std::string_view>{text::trim(value)};
    for (const std::string_view part : parts) {
        const auto parsed = bib::parse_identifier(field, part);
        if (parsed && target.empty()) {
            target = *parsed;
        } else if ((!parsed && !listed) || (parsed && *parsed != target && !listed)) {
            keep_verbatim(item, bib::csl_name(field), part);
        }
    }
    if (listed && target.empty()) {
        keep_verbatim(item, bib::csl_name(field), value);
    }
}

void take_text(bib::Item& item, bib::Field field, std::string_view value) {
    std::string& target = *item.text(field);
    const std::string_view trimmed = text::trim(value);
    if (target.empty() || field == bib::Field::note) {
        if (field == bib::Field::note) {
            keep_verbatim(item, "", trimmed);
        } else {
            target = std::string(trimmed);
        }
    } else if (target != trimmed) {
        keep_verbatim(item, bib::csl_name(field), trimmed);
    }
}

void take_note(bib::Item& item, std::string_view text) {
    constexpr std::array kKnown{bib::Field::DOI,   bib::Field::PMID, bib::Field::PMCID, bib::Field::arXiv,
                                bib::Field::trial, bib::Field::PII,  bib::Field::ISSN};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = std::min(line.find(": "), line.size());
        const std::string_view label = line.substr(0, colon);
        const std::string_view value = text::trim(line.substr(std::min(colon + 1, line.size())));
        const auto* field =
            std::ranges::find(kKnown, label, [](bib::Field each) { return bib::csl_name(each); });
        if (field != kKnown.end() && item.text(*field)->empty()) {
            take_identifier(item, *field, value);
        } else if ((label == "URL" && item.URL.empty()) || (label == "genre" && item.genre.empty())) {
            take_text(item, label == "URL" ? bib::Field::URL : bib::Field::genre, value);
        } else if ((label == kAuthors || label == kEditors) && says_list_goes_on(value)) {
            (label == kAuthors ? item.authors_elided : item.editors_elided) = true;
        } else if (label == kEpub && item.epub.empty()) {
            item.epub = bib::parse_date(value);
        } else if (label == kAbbreviation && item.container_title_short.empty()) {
            item.container_title_short = std::string(value);
        } else {
            keep_verbatim(item, "", line);
        }
    }
}

void take_notes(bib::Item& item, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("; "), text.size());
        take_note(item, text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

void take_serials(bib::Item& item, std::string_view value) {
    bool any = false;
    for (const std::string_view part : split_list(value)) {
        for (const bib::Field field : {bib::Field::ISBN, bib::Field::ISSN}) {
            const auto parsed = bib::parse_identifier(field, part);
            if (!parsed) {
                continue;
            }
            any = true;
            if (item.text(field)->empty()) {
                *item.text(field) = *parsed;
            }
            break;
        }
    }
    if (!any) {
        keep_verbatim(item, bib::csl_name(bib::Field::ISSN), value);
    }
}

bool take_accession(bib::Item& item, std::string_view value) {
    for (const std::string_view prefix : {"PM:", "PUBMED "}) {
        if (value.starts_with(prefix)) {
            value = text::trim(value.substr(prefix.size()));
        }
    }
    if (value.starts_with("PMC")) {
        take_identifier(item, bib::Field::PMCID, value);
        return true;
    }
    const bool digits =
        !value.empty() && value.size() <= 8 && std::ranges::all_of(value, text::is_ascii_digit);
    if (!digits || !item.PMID.empty()) {
        return false;
    }
    take_identifier(item, bib::Field::PMID, value);
    return true;
}

void take_archive(bib::Item& item, std::string_view archive, std::string_view number) {
    archive = text::trim(archive);
    number = text::trim(number);
    const bool is_arxiv = text::ascii_lower(archive) == "arxiv";
    if (is_arxiv && !number.empty()) {
        take_identifier(item, bib::Field::arXiv, number);
        return;
    }
    if (item.type == bib::ItemType::article && item.container_title.empty() && item.publisher.empty()) {
        item.publisher = std::string(archive);
    } else if (archive != item.container_title && archive != item.publisher) {
        keep_verbatim(item, "archive", archive);
    }
    if (number.starts_with("10.")) {
        take_identifier(item, bib::Field::DOI, number);
    } else {
        keep_verbatim(item, "archive_location", number);
    }
}

std::vector<std::string> notes_of(const bib::Item& item, std::span<const bib::Field> homeless) {
    std::vector<std::string> out;
    const auto add = [&out](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            out.push_back(std::string(label) + ": " + value);
        }
    };
    for (const bib::Field field : homeless) {
        add(bib::csl_name(field), item.text(field));
    }
    add(kEpub, iso_date(item.epub));
    std::string_view rest = item.note;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const auto line = text::trim(rest.substr(0, end)); !line.empty()) {
            out.emplace_back(line);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::vector<std::string> elision_notes(const bib::Item& item) {
    std::vector<std::string> out;
    for (const auto& [label, elided] :
         {std::pair(kAuthors, item.authors_elided), {kEditors, item.editors_elided}}) {
        if (elided) {
            out.push_back(fmt::format("{}: et al.", label));
        }
    }
    return out;
}

bool says_nothing(const bib::Item& item) {
    bib::Item none;
    none.type = item.type;
    return item == none;
}

bool says_list_goes_on(std::string_view name) {
    constexpr std::array<std::string_view, 6> kWords{"et al",  "et al.",     "et al.,",
                                                     "others", "and others", "..."};
    return std::ranges::find(kWords, text::ascii_lower(text::trim(name))) != kWords.end();
}

std::string on_one_line(std::string_view value) {
    if (is_plain_line(value)) {
        return std::string(value);  // as most are
    }
    std::string out;
    out.reserve(value.size());
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = text::next_code_point(value, at);
        const bool blank = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
        if (!blank) {
            text::append_code_point(out, c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

std::string iso_date(const bib::Date& date) {
    if (date.year == 0) {
        return date.literal;
    }
    std::string out = fmt::format("{:04}", date.year);
    if (date.month > 0) {
        out += fmt::format("-{:02}", date.month);
        out += date.day > 0 ? fmt::format("-{:02}", date.day) : "";
    }
    return out;
}

std::string family_first(const bib::Name& name) {
    if (name.family.empty()) {
        return name.literal.empty() ? name.given : name.literal;
    }
    std::string out =
        name.non_dropping_particle + (name.non_dropping_particle.empty() ? "" : " ") + name.family;
    std::string given = name.given;
    given += (given.empty() || name.dropping_particle.empty() ? "" : " ") + name.dropping_particle;
    if (!given.empty() || !name.suffix.empty()) {
        out += ", " + given;
    }
    return name.suffix.empty() ? out : out + ", " + name.suffix;
}

void divide_given(bib::Name& name) {
    if (!name.dropping_particle.empty()) {
        return;
    }
    std::size_t end = name.given.size();
    for (std::size_t blank = name.given.rfind(' '); blank != std::string::npos && blank > 0;
         blank = name.given.rfind(' ', blank - 1)) {
        std::size_t at = blank + 1;
        if (at >= name.given.size() || !text::is_lower(text::next_code_point(name.given, at))) {
            break;
        }
        end = blank;
    }
    if (end < name.given.size()) {
        name.dropping_particle = name.given.substr(end + 1);
        name.given.resize(end);
    }
}

bib::Name read_person(std::string_view text) {
    bib::Name name;
    const std::string_view whole = text::trim(text);
    const std::size_t comma = whole.find(',');
    name.family = std::string(text::trim(whole.substr(0, comma)));
    // "Jane Smith", "Smith J" or an organisation: the parser of references knows them apart. Commas may stand
    // in a body's name too: "Department of Health, Education, and Welfare".
    if (comma == std::string_view::npos || name.family.find(' ') != std::string::npos) {
        bib::NameList list = bib::parse_names(whole);
        const bool one = list.names.size() == 1;
        if (one && !list.names.front().literal.empty()) {
            return with_brackets(std::move(list.names.front()), whole);
        }
        if (comma == std::string_view::npos) {
            name = one ? std::move(list.names.front()) : bib::Name();
            name.literal = one ? "" : std::string(whole);
            return name;
        }
    }
    std::string_view rest = whole.substr(comma + 1);
    const std::size_t second = rest.find(',');
    name.given = std::string(text::trim(rest.substr(0, second)));
    if (second != std::string_view::npos) {
        name.suffix = std::string(text::trim(rest.substr(second + 1)));
    }
    if (name.given.empty() && name.suffix.empty()) {
        name.literal = std::move(name.family);
        name.family.clear();
        return name;
    }
    divide_particle(name);
    divide_given(name);
    return name;
}

void add_people(std::vector<bib::Name>& names, bool& elided, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = end_of_name(text);
        const std::string_view name = text::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (says_list_goes_on(name)) {
            elided = true;
        } else if (!name.empty()) {
            names.push_back(read_person(name));
        }
    }
}

}  // namespace whereof::formats
