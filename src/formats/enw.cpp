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

void take_type(ReadEntry& entry, const std::string& value) {
    const auto* row = std::ranges::find(kEndnoteTypes, value, &EndnoteType::name);
    entry.item.type = row == std::end(kEndnoteTypes) ? ItemType::document : row->type;
}

/// The day beside the year: it may know more, of the same year.
void take_day(ReadEntry& entry, const std::string& value) {
    bib::Date& issued = entry.item.issued;
    if (bib::Date whole = bib::parse_date(value);
        whole.year != 0 && (issued.empty() || whole.year == issued.year)) {
        issued = std::move(whole);
    }
}

void take_number(ReadEntry& entry, const std::string& value) {
    if (!take_accession(entry.item, value)) {
        keep_verbatim(entry.item, "accession", value);
    }
}

void take_remark(ReadEntry& entry, const std::string& value) { take_note(entry.item, value); }

/// The tags that are more than a text field.
struct TakeRow {
    char tag;
    void (*take)(ReadEntry& entry, const std::string& value);
};
constexpr auto kTakes = std::to_array<TakeRow>({
    {'0', take_type},
    {'A', [](ReadEntry& entry,
             const std::string& value) { add_people(entry.item.author, entry.item.authors_elided, value); }},
    {'E', [](ReadEntry& entry,
             const std::string& value) { add_people(entry.item.editor, entry.item.editors_elided, value); }},
    {'D', [](ReadEntry& entry, const std::string& value) { entry.item.issued = bib::parse_date(value); }},
    {'8', take_day},
    {'P', [](ReadEntry& entry, const std::string& value) { entry.item.page = bib::normalise_pages(value); }},
    {'R', [](ReadEntry& entry, const std::string& value) { take_identifier(entry.item, Field::DOI, value); }},
    {'@', [](ReadEntry& entry, const std::string& value) { take_serials(entry.item, value); }},
    {'M', take_number},
    {'F', [](ReadEntry& entry, const std::string& value) { entry.key = value; }},
    {'G', [](ReadEntry& entry, const std::string& value) { entry.item.language = value; }},
    {'X', [](ReadEntry& entry, const std::string& value) { take_abstract(entry.item, value); }},
    {'[', [](ReadEntry& entry, const std::string& value) { entry.item.accessed = bib::parse_date(value); }},
    {'Z', take_remark},
    {'O', take_remark},
});

void take_tag(ReadEntry& entry, char tag, const std::string& value) {
    if (const auto* row = std::ranges::find(kTakes, tag, &TakeRow::tag); row != kTakes.end()) {
        row->take(entry, value);
    } else if (const auto* text_row = std::ranges::find(kTexts, tag, &TextRow::tag);
               text_row != std::end(kTexts)) {
        take_text(entry.item, text_row->field, value);
    } else if (kLeftOut.find(tag) == std::string_view::npos) {
        keep_verbatim(entry.item, std::string(1, tag), value);
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
