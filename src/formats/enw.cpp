// SPDX-License-Identifier: MIT
#include "formats/enw.hpp"

#include "bib/dates.hpp"
#include "bib/numbers.hpp"
#include "formats/endnote_types.hpp"
#include "formats/notes.hpp"
#include "formats/people.hpp"
#include "formats/tagged_lines.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

struct TextRow {
    char tag;
    Field field;
};
constexpr TextRow kTexts[] = {
    {'T', Field::title},     {'J', Field::container_title}, {'B', Field::container_title},
    {'V', Field::volume},    {'N', Field::issue},           {'S', Field::collection_title},
    {'I', Field::publisher}, {'C', Field::publisher_place}, {'7', Field::edition},
    {'U', Field::URL},       {'9', Field::genre},
};
/// Keywords, call number, address, links to files, short title, custom fields, dates of entry.
constexpr std::string_view kLeftOut = "KL+>!123456*#$=<^";

/// "%T": the tag of a line, 0 when it has none.
char tag_of(std::string_view line) {
    const bool tagged = line.size() >= 2 && line[0] == '%' && !text::is_ascii_space(line[1]) &&
                        (line.size() == 2 || line[2] == ' ');
    return tagged ? line[1] : '\0';
}

struct Record {
    Span span;
    std::vector<std::pair<char, std::string>> lines;
};

std::vector<Record> divide(std::string_view file) {
    std::vector<Record> out;
    const char* begin = file.data();
    bool blank_before = true;
    bool numbered = false;  // the record began with "%0"
    while (!file.empty()) {
        const std::string_view line = next_line(file);
        const auto offset = static_cast<std::size_t>(line.data() - begin);
        const std::string_view trimmed = text::trim(line);
        const char tag = tag_of(line);
        if (trimmed.empty()) {
            blank_before = true;
            continue;
        }
        if (tag == '0' || (tag != '\0' && blank_before && !numbered)) {
            out.push_back({{offset, offset}, {}});
            numbered = tag == '0';
        }
        blank_before = false;
        if (out.empty()) {
            continue;
        }
        Record& record = out.back();
        record.span.end = offset + line.size();
        if (tag != '\0') {
            record.lines.emplace_back(tag, text::trim(line.substr(2)));
        } else {
            (record.lines.back().second += ' ') += trimmed;
        }
    }
    return out;
}

void take_tag(ReadEntry& entry, char tag, const std::string& value) {
    bib::Item& item = entry.item;
    switch (tag) {
        case '0': {
            const auto* row = std::ranges::find(kEndnoteTypes, value, &EndnoteType::name);
            item.type = row == std::end(kEndnoteTypes) ? ItemType::document : row->type;
            break;
        }
        case 'A':
            add_people(item.author, item.authors_elided, value);
            break;
        case 'E':
            add_people(item.editor, item.editors_elided, value);
            break;
        case 'D':
            item.issued = bib::parse_date(value);
            break;
        case '8':
            if (bib::Date whole = bib::parse_date(value);
                whole.year != 0 && (item.issued.empty() || whole.year == item.issued.year)) {
                item.issued = whole;
            }
            break;
        case 'P':
            item.page = bib::normalise_pages(value);
            break;
        case 'R':
            take_identifier(item, Field::DOI, value);
            break;
        case '@':
            take_serials(item, value);
            break;
        case 'M':
            if (!take_accession(item, value)) {
                keep_verbatim(item, "accession", value);
            }
            break;
        case 'F':
            entry.key = value;
            break;
        case 'G':
            item.language = value;
            break;
        case 'X':
            item.abstract = value;
            break;
        case '[':
            item.accessed = bib::parse_date(value);
            break;
        case 'Z':
        case 'O':
            take_note(item, value);
            break;
        default:
            if (const auto* row = std::ranges::find(kTexts, tag, &TextRow::tag); row != std::end(kTexts)) {
                take_text(item, row->field, value);
            } else if (kLeftOut.find(tag) == std::string_view::npos) {
                keep_verbatim(item, std::string(1, tag), value);
            }
    }
}

}  // namespace

bool looks_like_enw(std::string_view head) {
    std::size_t tagged = 0;
    while (!head.empty() && tagged < 2) {
        const std::string_view line = next_line(head);
        if (text::trim(line).empty()) {
            continue;
        }
        if (tag_of(line) == '\0') {
            return false;
        }
        ++tagged;
    }
    return tagged == 2;
}

Items read_enw(std::string_view file) {
    Items out;
    for (const Record& record : divide(file)) {
        ReadEntry entry{{}, {}, record.span};
        entry.item.type = ItemType::article_journal;
        for (const auto& [tag, raw] : record.lines) {
            if (const std::string value = on_one_line(raw); !value.empty()) {
                take_tag(entry, tag, value);
            }
        }
        const bib::Item& item = entry.item;
        if (says_nothing(item)) {
            out.emplace_back(Error{"expected an EndNote record that says something of a work, found none",
                                   {},
                                   record.span.begin});
        } else {
            out.emplace_back(std::move(entry));
        }
    }
    return out;
}

}  // namespace whereof::formats
