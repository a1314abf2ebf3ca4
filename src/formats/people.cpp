// SPDX-License-Identifier: MIT
#include "formats/people.hpp"

#include "bib/names.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whereof::formats {
namespace {

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

bool says_list_goes_on(std::string_view name) {
    constexpr std::array<std::string_view, 6> kWords{"et al",  "et al.",     "et al.,",
                                                     "others", "and others", "..."};
    return std::ranges::find(kWords, text::ascii_lower(text::trim(name))) != kWords.end();
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
