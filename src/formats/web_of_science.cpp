// SPDX-License-Identifier: MIT
#include "formats/web_of_science.hpp"

#include "bib/dates.hpp"
#include "bib/numbers.hpp"
#include "formats/medline_text.hpp"
#include "formats/people.hpp"
#include "formats/style_text.hpp"
#include "formats/tagged_lines.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/entities.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace whereof::formats {
namespace {

using bib::Field;
using bib::ItemType;

constexpr TaggedSyntax kTagged{.first = "PT",
                               .last = "ER",
                               .tag_columns = 2,
                               .blank_ends = true,
                               .dashed = false,
                               .wrap = '\n',
                               .around = {"FN", "VR", "EF"},
                               .must_end = true};

struct TextRow {
    std::string_view tag;
    Field field;
};
constexpr TextRow kTexts[] = {
    {"TI", Field::title},           {"SO", Field::container_title}, {"SE", Field::collection_title},
    {"VL", Field::volume},          {"IS", Field::issue},           {"PU", Field::publisher},
    {"PI", Field::publisher_place},
};
/// Keywords, addresses, ids of people, grants, cited references, counts, categories, marks of
/// record keeping.
constexpr auto kLeftOut = std::to_array<std::string_view>(
    {"DE", "ID", "C1", "C3", "RP", "EM", "RI", "OI", "FU", "FP", "FX", "CR", "NR", "TC", "Z9", "U1", "U2",
     "PA", "PG", "P2", "WC", "WE", "SC", "GA", "OA", "HC", "HP", "DA", "SI", "EY", "J9", "PV", "CO"});

/// A record's values by tag, with line breaks where the file has them.
class Values {
  public:
    explicit Values(const TaggedRecord& record) {
        for (const auto& [tag, value] : record.lines) {
            by_tag_[tag].push_back(value);
        }
    }

    /// The values of a tag as they stand in the file.
    [[nodiscard]] std::vector<std::string_view> each(std::string_view tag) const {
        const auto found = by_tag_.find(tag);
        return found == by_tag_.end() ? std::vector<std::string_view>() : found->second;
    }
    /// The first of them; empty when there is none.
    [[nodiscard]] std::string_view raw(std::string_view tag) const {
        const auto found = by_tag_.find(tag);
        return found == by_tag_.end() ? std::string_view() : found->second.front();
    }
    [[nodiscard]] std::string line(std::string_view tag) const { return clean(raw(tag)); }

    static std::string clean(std::string_view raw) { return on_one_line(text::decode_entities(raw)); }

  private:
    std::map<std::string_view, std::vector<std::string_view>> by_tag_;
};

/// One name a line, with the tag or without, or several with semicolons between, as MEDLINE's records have
/// them.
void add_names(std::vector<bib::Name>& names, bool& elided, const std::vector<std::string_view>& values) {
    for (std::string_view lines : values) {
        while (!lines.empty()) {
            const std::string name = Values::clean(next_line(lines));
            if (name != "[Anonymous]" && name != "Anonymous") {
                add_people(names, elided, name);
            }
        }
    }
}

void add_bodies(std::vector<bib::Name>& names, const std::vector<std::string_view>& values) {
    for (std::string_view lines : values) {
        while (!lines.empty()) {
            bib::Name body;
            body.literal = Values::clean(next_line(lines));
            if (!body.literal.empty()) {
                names.push_back(std::move(body));
            }
        }
    }
}

/// The names in full where they are given, else in brief; those of the book for a work that has none of its
/// own.
void take_people(bib::Item& item, const Values& values) {
    for (const std::string_view tag : {"AF", "AU", "BF", "BA"}) {
        if (item.author.empty()) {
            add_names(item.author, item.authors_elided, values.each(tag));
        }
    }
    add_bodies(item.author, values.each("CA"));
    if (item.author.empty()) {
        add_bodies(item.author, values.each("GP"));
    } else {
        keep_verbatim(item, "GP", values.line("GP"));
    }
    for (const std::string_view tag : {"BE", "ED"}) {
        if (item.editor.empty()) {
            add_names(item.editor, item.editors_elided, values.each(tag));
        }
    }
}

/// "PT J" says journal, book, series or patent; "DT Proceedings Paper" what a part of a book is.
ItemType type_of(const Values& values) {
    const std::string kind = values.line("PT");
    const std::string document = text::ascii_lower(values.line("DT"));
    const auto says = [&](std::string_view word) { return document.find(word) != std::string::npos; };
    if (kind == "P") {
        return ItemType::patent;
    }
    if (kind == "J") {
        return ItemType::article_journal;
    }
    if (kind != "B" && kind != "S" && kind != "C") {
        return ItemType::document;
    }
    if (kind == "C" || says("proceedings") || says("conference") || says("meeting")) {
        return ItemType::paper_conference;
    }
    const bool is_whole =
        values.raw("SO").empty() || text::fold_key(values.line("SO")) == text::fold_key(values.line("TI"));
    return is_whole && !says("chapter") ? ItemType::book : ItemType::chapter;
}

/// "PY 2006" with "PD JUN 14", "PD 04 2006" or "PD 2006 May-Jun".
bib::Date date_of(const Values& values) {
    const std::string year = values.line("PY");
    std::string day = values.line("PD");
    if (year.empty()) {
        return bib::parse_date(day);
    }
    if (const std::size_t at = day.find(year); at != std::string::npos) {
        day.erase(at, year.size());
    }
    bib::Date out = medline_date(year + " " + day);
    return out.empty() ? bib::parse_date(year) : out;
}

/// "BP 467" and "EP 472" or "EP +" (pages elsewhere too), else "PS 467-72", else "AR 104567".
void take_pages(bib::Item& item, const Values& values) {
    std::string pages = values.line("BP");
    if (const std::string last = values.line("EP"); !pages.empty() && !last.empty() && last != "+") {
        pages += "-" + last;
    }
    for (const std::string_view tag : {"PS", "AR"}) {
        if (pages.empty()) {
            pages = values.line(tag);
        } else {
            keep_verbatim(item, tag, values.line(tag));
        }
    }
    item.page = bib::normalise_pages(pages);
}

/// "SU 1" beside no number of an issue; "SU S" is a supplement without number.
void take_supplement(bib::Item& item, std::string value) {
    if (value == "S" || std::ranges::all_of(value, text::is_ascii_digit)) {
        value = value == "S" ? "Suppl" : value.empty() ? "" : "Suppl " + value;
    }
    take_text(item, Field::issue, value);
}

void take_journal_or_book(bib::Item& item, const Values& values) {
    item.container_title_short = values.line("JI");
    if (item.container_title_short.empty()) {
        item.container_title_short = values.line("J9");
    }
    if (item.type == ItemType::book) {
        item.container_title.clear();  // its own title once more
        item.container_title_short.clear();
    }
    take_pages(item, values);
    take_supplement(item, values.line("SU"));
}

void take_identifiers(bib::Item& item, const Values& values) {
    for (const std::string_view tag : {"SN", "EI", "BN"}) {
        for (const std::string_view serial : values.each(tag)) {
            take_serials(item, Values::clean(serial));
        }
    }
    for (const std::string_view doi : values.each("DI")) {
        take_identifier(item, Field::DOI, Values::clean(doi));
    }
    if (item.DOI.empty() && item.type == ItemType::book) {
        take_identifier(item, Field::DOI, values.line("D2"));
    } else {
        keep_verbatim(item, "D2", values.line("D2"));  // the book's, not the chapter's
    }
    for (const std::string_view number : values.each("PM")) {
        take_identifier(item, Field::PMID, Values::clean(number));
    }
    constexpr std::string_view kMedline = "MEDLINE:";
    if (const std::string number = values.line("UT"); item.PMID.empty() && number.starts_with(kMedline)) {
        take_identifier(item, Field::PMID, number.substr(kMedline.size()));
    }
}

/// "Article; Book Chapter" says no more than the item's type; "Article; Retracted Publication" does.
bool is_plain_type(std::string_view document) {
    constexpr auto kPlain = std::to_array<std::string_view>(
        {"article", "journal article", "book", "book chapter", "proceedings paper"});
    const std::string lower = text::ascii_lower(document);
    for (std::string_view rest = lower; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        if (std::ranges::find(kPlain, text::trim(rest.substr(0, end))) == kPlain.end()) {
            return false;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

/// What no function above takes stays in the note; so does a second value of a tag that has one.
void keep_others(bib::Item& item, const TaggedRecord& record, const Values& values) {
    constexpr auto kElsewhere = std::to_array<std::string_view>(
        {"PT", "LA", "BE", "ED", "PY", "PD", "EA", "AB", "BP", "EP", "PS", "AR", "SU", "JI", "D2", "UT"});
    constexpr auto kEachElsewhere =
        std::to_array<std::string_view>({"AU", "AF", "BA", "BF", "CA", "GP", "SN", "EI", "BN", "DI", "PM"});
    for (const auto& [tag, raw] : record.lines) {
        const bool is_taken =
            std::ranges::find(kLeftOut, tag) != kLeftOut.end() ||
            std::ranges::find(kTexts, tag, &TextRow::tag) != std::end(kTexts) ||
            std::ranges::find(kEachElsewhere, tag) != kEachElsewhere.end() ||
            (tag == "DT" && is_plain_type(Values::clean(raw))) ||
            (std::ranges::find(kElsewhere, tag) != kElsewhere.end() && values.raw(tag).data() == raw.data());
        if (!is_taken) {
            keep_verbatim(item, tag, Values::clean(raw));
        }
    }
}

Result<ReadEntry> read_record(const TaggedRecord& record) {
    const Values values(record);
    ReadEntry entry{{}, values.line("UT"), record.span};
    bib::Item& item = entry.item;
    item.type = type_of(values);
    for (const auto& [tag, field] : kTexts) {
        for (const std::string_view value : values.each(tag)) {
            take_text(item, field, Values::clean(value));
        }
    }
    item.language = values.line("LA");
    item.abstract = values.line("AB");
    take_people(item, values);
    item.issued = date_of(values);
    item.epub = bib::parse_date(values.line("EA"));
    if (item.issued.empty()) {
        item.issued = item.epub;
    }
    take_journal_or_book(item, values);
    take_identifiers(item, values);
    keep_others(item, record, values);
    if (says_nothing(item)) {
        return Error{"expected a Web of Science record that says something of a work, found none",
                     {},
                     record.span.begin};
    }
    return entry;
}

/// Web of Science's other export has the tags in a header row with tabs between.
bool is_tab_delimited(std::string_view head) {
    const std::string_view line = next_line(head);
    return line.starts_with("PT\tAU\t") && line.find("\tTI\t") != std::string_view::npos;
}

}  // namespace

bool looks_like_web_of_science(std::string_view head) {
    if (is_tab_delimited(head)) {
        return true;
    }
    std::string_view before;
    while (!head.empty()) {
        const std::string_view line = text::trim(next_line(head));
        if (line.empty()) {
            continue;
        }
        // Prose may begin with such a word too; "PT J" above another tag, or "VR 1.0" below "FN", is none.
        if (before.starts_with("FN ") && line.starts_with("VR ")) {
            return true;
        }
        if (!before.empty()) {
            return line.size() > 2 && line[2] == ' ' && text::is_ascii_upper(line[0]) &&
                   (text::is_ascii_upper(line[1]) || text::is_ascii_digit(line[1]));
        }
        const bool is_type = line.size() == 4 && line.starts_with("PT ") && text::is_ascii_upper(line[3]);
        if (!is_type && !line.starts_with("FN ")) {
            return false;
        }
        before = line;
    }
    return false;
}

Items read_web_of_science(std::string_view file) {
    if (is_tab_delimited(file)) {
        Items out;
        out.emplace_back(
            Error{"expected Web of Science's tagged records, found its tab-delimited table; export "
                  "again and choose \"Plain text file\""});
        return out;
    }
    return read_records(read_tagged(file, kTagged), file, kTagged, read_record);
}

}  // namespace whereof::formats
