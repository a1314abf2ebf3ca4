// SPDX-License-Identifier: MIT
#include "verify/complete.hpp"

#include "bib/identifiers.hpp"
#include "text/utf8.hpp"
#include "verify/page_range.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

void for_each_line(std::string_view text, auto take) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = text::trim(text.substr(0, end)); !line.empty()) {
            take(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// "PMID: 012345" as "PMID: 12345"; other lines as they are.
std::string known_by(std::string_view line) {
    for (const auto field : kWorkIdentifiers) {
        const auto name = bib::csl_name(field);
        if (line.starts_with(name) && line.substr(name.size()).starts_with(": ")) {
            const auto value = bib::canonical(field, line.substr(name.size() + 2));
            return value.empty() ? std::string(line) : fmt::format("{}: {}", name, value);
        }
    }
    return std::string(line);
}

/// Adds the lines of `more` that a note does not have yet.
void add_lines(std::string& note, std::string_view more) {
    std::unordered_set<std::string> held;
    for_each_line(note, [&](std::string_view line) { held.insert(known_by(line)); });
    for_each_line(more, [&](std::string_view line) {
        if (held.insert(known_by(line)).second) {
            note += note.empty() ? "" : "\n";
            note += line;
        }
    });
}

/// Second identifiers of a kind, and the lines of the other's note.
void complete_note(bib::Item& item, const bib::Item& other) {
    for (const auto field : kWorkIdentifiers) {
        const auto second = work_identifier(field, other);
        if (!second.empty() && second != work_identifier(field, item)) {
            add_lines(item.note, fmt::format("{}: {}", bib::csl_name(field), second));
        }
    }
    add_lines(item.note, other.note);
}

void complete_names(bib::Item& item, const bib::Item& other) {
    if (item.author.empty() || (item.authors_elided && other.author.size() > item.author.size())) {
        item.author = other.author;
        item.authors_elided = other.authors_elided;
    }
    if (item.editor.empty() || (item.editors_elided && other.editor.size() > item.editor.size())) {
        item.editor = other.editor;
        item.editors_elided = other.editors_elided;
    }
}

void complete_date(bib::Date& date, const bib::Date& more) {
    const bool same_start = date.year == more.year && (date.month == 0 || date.month == more.month);
    if (date.empty() || (same_start && date.day == 0 && date.literal.empty() && more.month != 0)) {
        date = more;
    }
}

}  // namespace

bool complete(bib::Item& item, const bib::Item& other) {
    const bib::Item before = item;
    for (std::size_t i = 0; i < bib::kFieldCount; ++i) {
        const auto field = static_cast<bib::Field>(i);
        if (std::string* value = item.text(field); value != nullptr && value->empty()) {
            *value = other.text(field);
        }
    }
    complete_note(item, other);
    for (auto member : {&bib::Item::container_title_short, &bib::Item::language, &bib::Item::abstract}) {
        if ((item.*member).empty()) {
            item.*member = other.*member;
        }
    }
    const auto longer = page_range(other.page);
    const auto own = page_range(item.page);
    if (own.first == longer.first && own.last.empty() && !longer.last.empty()) {
        item.page = other.page;
    }
    complete_names(item, other);
    for (auto member : {&bib::Item::issued, &bib::Item::epub, &bib::Item::accessed}) {
        complete_date(item.*member, other.*member);
    }
    if (item.type == bib::ItemType::document) {
        item.type = other.type;
    }
    return item != before;
}

}  // namespace whereof::verify
