// SPDX-License-Identifier: MIT
#include "formats/vancouver.hpp"

#include "bib/journal.hpp"
#include "text/utf8.hpp"

#include <array>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

/// "JM" of "Jan Marie", "J. M.", "JM", "J.-M."
std::string initials(std::string_view given) {
    std::string out;
    bool at_start = true;
    bool all_upper = !given.empty() && given.size() <= 4;
    for (const char c : given) {
        all_upper = all_upper && text::is_ascii_upper(c);
    }
    if (all_upper) {
        return std::string(given);
    }
    for (std::size_t at = 0; at < given.size();) {
        const char32_t c = text::next_code_point(given, at);
        if (text::is_letter(c)) {
            if (at_start || text::is_upper(c)) {
                text::append_code_point(out, c);
            }
            at_start = false;
        } else {
            at_start = true;
        }
    }
    return out;
}

std::string vancouver_name(const bib::Name& name) {
    if (name.family.empty()) {
        return name.literal.empty() ? name.given : name.literal;
    }
    std::string out =
        name.non_dropping_particle.empty() ? name.family : name.non_dropping_particle + " " + name.family;
    const std::string given = initials(name.given);
    if (!given.empty()) {
        out += " " + given;
    }
    if (!name.suffix.empty()) {
        out += " " + name.suffix;
    }
    return out;
}

std::string names_text(const std::vector<bib::Name>& names, bool elided) {
    constexpr std::size_t kShown = 6;  // Citing Medicine, Samples of Formatted References: six, then et al.
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < kShown; ++i) {
        out += (i == 0 ? "" : ", ") + vancouver_name(names[i]);
    }
    if (!out.empty() && (elided || names.size() > kShown)) {
        out += ", et al";
    }
    return out;
}

/// "2356-67" of "2356-2367"; other pages as they are.
std::string short_pages(const std::string& page) {
    const std::size_t dash = page.find('-');
    if (dash == std::string::npos) {
        return page;
    }
    const std::string first = page.substr(0, dash);
    std::string last = page.substr(dash + 1);
    if (first.size() != last.size()) {
        return page;
    }
    std::size_t same = 0;
    while (same + 1 < last.size() && first[same] == last[same]) {
        ++same;
    }
    for (const char c : first + last) {
        if (!text::is_ascii_digit(c)) {
            return page;
        }
    }
    return first + "-" + last.substr(same);
}

std::string date_text(const bib::Date& date, bool with_day) {
    if (date.year == 0) {
        return date.literal;
    }
    std::string out = std::to_string(date.year);
    if (with_day && date.month >= 1 && date.month <= 12) {
        constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        out += fmt::format(" {}", kMonths[static_cast<std::size_t>(date.month - 1)]);
        if (date.day > 0) {
            out += fmt::format(" {}", date.day);
        }
    }
    return out;
}

/// The sentence with a full stop, unless it ends in one or in ? or !.
std::string stopped(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') {
        text.push_back('.');
    }
    return text;
}

void add(std::string& out, const std::string& part) {
    if (part.empty()) {
        return;
    }
    if (!out.empty()) {
        out.push_back(' ');
    }
    out += part;
}

std::string journal_text(const bib::Item& item) {
    std::string journal = item.container_title_short;
    if (journal.empty()) {
        const auto known = bib::find_journal(item.container_title);
        journal = known && !known->abbreviation.empty() ? known->abbreviation : item.container_title;
    }
    std::erase(journal, '.');
    std::string out = stopped(journal);
    std::string place = date_text(item.issued, true);
    if (!item.volume.empty() || !item.issue.empty() || !item.page.empty()) {
        place += ";";
    }
    place += item.volume;
    if (!item.issue.empty()) {
        place += "(" + item.issue + ")";
    }
    if (!item.page.empty()) {
        place += ":" + short_pages(item.page);
    }
    add(out, stopped(place));
    return out;
}

std::string book_text(const bib::Item& item) {
    std::string out;
    if (!item.container_title.empty()) {
        std::string host = "In: ";
        if (!item.editor.empty()) {
            host += names_text(item.editor, item.editors_elided) + ", editors. ";
        }
        add(out, stopped(host + item.container_title));
    }
    if (!item.edition.empty()) {
        add(out, item.edition + " ed.");
    }
    std::string imprint = item.publisher_place;
    if (!item.publisher.empty()) {
        imprint += (imprint.empty() ? "" : ": ") + item.publisher;
    }
    const std::string year = date_text(item.issued, false);
    if (!year.empty()) {
        imprint += (imprint.empty() ? "" : "; ") + year;
    }
    add(out, stopped(imprint));
    if (!item.page.empty()) {
        add(out, "p. " + stopped(short_pages(item.page)));
    }
    return out;
}

std::string entry_text(const bib::Item& item) {
    std::string out = stopped(names_text(item.author, item.authors_elided));
    add(out, stopped(item.title));
    const bool journal = item.type == bib::ItemType::article_journal ||
                         (!item.volume.empty() && !item.container_title.empty());
    add(out, journal ? journal_text(item) : book_text(item));
    if (!item.DOI.empty()) {
        add(out, "doi:" + item.DOI);
    }
    if (!item.PMID.empty()) {
        add(out, "PMID: " + item.PMID);
    }
    if (item.DOI.empty() && !item.URL.empty()) {
        add(out, "Available from: " + item.URL);
    }
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            c = ' ';
        }
    }
    return out;
}

}  // namespace

std::string write_vancouver(std::span<const Entry> entries) {
    std::string out;
    std::size_t number = 0;
    for (const auto& entry : entries) {
        std::string line = entry_text(*entry.item);
        if (line.empty()) {
            line = entry.item->note;
        }
        out += fmt::format("{}. {}\n", ++number, line);
    }
    return out;
}

}  // namespace whereof::formats
