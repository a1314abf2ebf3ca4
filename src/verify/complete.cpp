// SPDX-License-Identifier: MIT
#include "verify/complete.hpp"

#include "verify/page_range.hpp"
#include "verify/work_keys.hpp"

#include <string>

#include <fmt/format.h>

namespace whereof::verify {

bool complete(bib::Item& item, const bib::Item& other) {
    const bib::Item before = item;
    for (std::size_t i = 0; i < bib::kFieldCount; ++i) {
        const auto field = static_cast<bib::Field>(i);
        if (std::string* value = item.text(field); value != nullptr && value->empty()) {
            *value = other.text(field);
        }
    }
    for (const auto field : kWorkIdentifiers) {
        const std::string line = fmt::format("{}: {}", bib::csl_name(field), other.text(field));
        if (!other.text(field).empty() && *item.text(field) != other.text(field) &&
            item.note.find(line) == std::string::npos) {
            item.note += (item.note.empty() ? "" : "\n") + line;
        }
    }
    if (!other.note.empty() && item.note.find(other.note) == std::string::npos) {
        item.note += (item.note.empty() ? "" : "\n") + other.note;
    }
    for (auto member : {&bib::Item::container_title_short, &bib::Item::language}) {
        if ((item.*member).empty()) {
            item.*member = other.*member;
        }
    }
    const auto longer = page_range(other.page);
    const auto own = page_range(item.page);
    if (own.first == longer.first && own.last.empty() && !longer.last.empty()) {
        item.page = other.page;
    }
    if (item.author.empty() || (item.authors_elided && other.author.size() > item.author.size())) {
        item.author = other.author;
        item.authors_elided = other.authors_elided;
    }
    if (item.editor.empty() || (item.editors_elided && other.editor.size() > item.editor.size())) {
        item.editor = other.editor;
        item.editors_elided = other.editors_elided;
    }
    for (auto member : {&bib::Item::issued, &bib::Item::epub, &bib::Item::accessed}) {
        bib::Date& date = item.*member;
        const bib::Date& more = other.*member;
        const bool same_start = date.year == more.year && (date.month == 0 || date.month == more.month);
        if (date.empty() || (same_start && date.day == 0 && date.literal.empty() && more.month != 0)) {
            date = more;
        }
    }
    if (item.type == bib::ItemType::document) {
        item.type = other.type;
    }
    return item != before;
}

}  // namespace whereof::verify
