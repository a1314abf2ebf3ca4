// SPDX-License-Identifier: MIT
#include "formats/understand.hpp"

#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <string>
#include <vector>

namespace whereof::formats {
namespace {

/// "1234-5678, 2345-6789", "0140-6736 (Print)": the values of a list in one field.
std::vector<std::string_view> split_list(std::string_view value) {
    std::vector<std::string_view> out;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find_first_of(",;\n("), value.size());
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

bib::Name read_person(std::string_view text) {
    bib::Name name;
    const std::string_view whole = text::trim(text);
    const std::size_t comma = whole.find(',');
    if (comma == std::string_view::npos) {
        const std::size_t blank = whole.rfind(' ');
        if (blank == std::string_view::npos) {
            name.literal = std::string(whole);
            return name;
        }
        // "Ludwig van Beethoven": the family name begins with the first small word, else with the last one.
        std::size_t begin = blank + 1;
        for (std::size_t at = whole.find(' '); at < blank; at = whole.find(' ', at + 1)) {
            if (begins_small(whole.substr(at + 1))) {
                begin = at + 1;
                break;
            }
        }
        name.given = std::string(text::trim(whole.substr(0, begin)));
        name.family = std::string(whole.substr(begin));
    } else {
        name.family = std::string(text::trim(whole.substr(0, comma)));
        std::string_view rest = whole.substr(comma + 1);
        const std::size_t second = rest.find(',');
        name.given = std::string(text::trim(rest.substr(0, second)));
        if (second != std::string_view::npos) {
            name.suffix = std::string(text::trim(rest.substr(second + 1)));
        }
    }
    if (name.given.empty() && name.suffix.empty()) {
        name.literal = std::move(name.family);
        name.family.clear();
        return name;
    }
    divide_particle(name);
    return name;
}

}  // namespace whereof::formats
