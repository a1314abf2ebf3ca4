// SPDX-License-Identifier: MIT
#include "bib/journal.hpp"

#include "bib/journal_table.hpp"
#include "bib/journal_words.hpp"
#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace whereof::bib {
namespace {

using Row = JournalTable::Row;

/// Titles are short; what is longer is no title, and is looked at no further than this many bytes.
constexpr std::size_t kLongestTitle = 500;

std::string_view shortened(std::string_view title) noexcept {
    return text::trim(title.substr(0, std::min(title.size(), kLongestTitle)));
}

/// Does a subtitle merely describe the journal ("official journal of …", "an international journal", "IS"),
/// rather than name a section of its own ("Heart Failure")?
bool is_descriptive(std::string_view subtitle) {
    constexpr std::array<std::string_view, 16> kOpenings{
        "official", "the",   "an",     "a",           "international", "journal", "revue", "revista",
        "rivista",  "organ", "organo", "publication", "zeitschrift",   "online",  "print", "bulletin"};
    const std::vector<std::string> words = text::fold_words(subtitle);
    return words.empty() || std::ranges::find(kOpenings, words.front()) != kOpenings.end() ||
           (words.size() == 1 && words.front().size() <= 5);
}

struct Found {
    std::vector<Row> rows;
    bool cut_qualifier = false;  ///< found only without what stands in parentheses
    bool cut_section = false;    ///< found only without a subtitle that may name a section
};

Found look_up(std::string_view title) {
    const JournalTable& table = JournalTable::instance();
    const std::string_view plain = without_qualifier(title);
    for (const std::string_view form : {title, plain}) {
        if (std::vector<Row> rows = table.find_key(journal_word_key(form)); !rows.empty()) {
            return {std::move(rows), form.size() != title.size(), false};
        }
    }
    const std::string_view head = without_subtitle(plain);
    if (head.size() == plain.size()) {
        return {};
    }
    std::vector<Row> rows = table.find_key(journal_word_key(without_qualifier(head)));
    return {std::move(rows), plain.size() != title.size(), !is_descriptive(plain.substr(head.size()))};
}

/// Of journals that share a name, the one whose title it is, then the one whose abbreviation it is.
Row most_likely(const std::vector<Row>& rows, std::string_view title) {
    const JournalTable& table = JournalTable::instance();
    const std::string key = journal_word_key(title);
    const std::string plain_key = journal_word_key(without_qualifier(title));
    const auto rank = [&](Row index) {
        const JournalRow row = table.row(index);
        const std::string of_title = journal_word_key(row.title);
        if (of_title == key) {
            return 0;
        }
        if (journal_word_key(row.abbreviation) == key) {
            return 1;
        }
        return of_title == plain_key ? 2 : 3;
    };
    return *std::ranges::min_element(rows, {}, rank);
}

Journal journal_of(Row index) {
    const JournalRow row = JournalTable::instance().row(index);
    const std::string_view issn = row.issns.substr(0, std::min(row.issns.find(','), row.issns.size()));
    return {std::string(row.title), std::string(row.abbreviation), std::string(issn)};
}

bool share_a_journal(const std::vector<Row>& a, const std::vector<Row>& b) {
    const JournalTable& table = JournalTable::instance();
    return std::ranges::any_of(a, [&](Row x) {
        return std::ranges::any_of(b, [&](Row y) { return table.successor(x) == table.successor(y); });
    });
}

/// Do two journals bear one name in common? Then a citation of that name could mean either.
bool share_a_name(const std::vector<Row>& a, const std::vector<Row>& b) {
    const JournalTable& table = JournalTable::instance();
    const auto keys = [&](const std::vector<Row>& rows) {
        std::vector<std::string> out;
        for (const Row index : rows) {
            const JournalRow row = table.row(index);
            out.push_back(journal_word_key(without_qualifier(row.title)));
            if (!row.abbreviation.empty()) {
                out.push_back(journal_word_key(without_qualifier(row.abbreviation)));
            }
        }
        return out;
    };
    const std::vector<std::string> left = keys(a);
    const std::vector<std::string> right = keys(b);
    return std::ranges::any_of(
        left, [&](const std::string& key) { return std::ranges::find(right, key) != right.end(); });
}

/// Has a letter been lost to a wrong encoding?
bool is_damaged(std::string_view title) {
    return title.find("\xEF\xBF\xBD") != std::string_view::npos || !text::is_valid_utf8(title);
}

/// One letter apart, in titles long enough that this is a slip of the pen.
bool nearly_equal(std::string_view a, std::string_view b) {
    const std::string left = journal_word_key(a);
    const std::string right = journal_word_key(b);
    return std::min(left.size(), right.size()) >= 12 && text::edit_distance(left, right, 1) <= 1;
}

/// Is one the other's evident abbreviation, with or without qualifier and subtitle, or a name of a journal
/// that the other was found to be?
bool evident(std::string_view a, const Found& found_a, std::string_view b, const Found& found_b) {
    const auto forms = [](std::string_view title, const Found& found) {
        const std::string_view plain = without_qualifier(title);
        std::vector<std::string_view> out{title, plain};
        if (found.rows.empty()) {
            out.push_back(without_subtitle(plain));
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(found.rows.size(), 4); ++i) {
            out.push_back(JournalTable::instance().row(found.rows[i]).title);
        }
        return out;
    };
    const std::vector<std::string_view> left = forms(a, found_a);
    const std::vector<std::string_view> right = forms(b, found_b);
    return std::ranges::any_of(left, [&](std::string_view x) {
        return std::ranges::any_of(right, [&](std::string_view y) { return evidently_abbreviates(x, y); });
    });
}

}  // namespace

std::optional<Journal> find_journal(std::string_view title_or_abbreviation) {
    const std::string_view title = shortened(title_or_abbreviation);
    const Found found = look_up(title);
    if (found.rows.empty() || found.cut_section) {
        return std::nullopt;
    }
    return journal_of(most_likely(found.rows, title));
}

std::optional<Journal> find_journal_by_issn(std::string_view issn) {
    const std::vector<Row> rows = JournalTable::instance().find_issn(issn);
    if (rows.empty()) {
        return std::nullopt;
    }
    return journal_of(rows.front());
}

SameJournal same_journal(std::string_view left, std::string_view right) {
    const std::string_view a = shortened(left);
    const std::string_view b = shortened(right);
    const std::string key_a = journal_word_key(a);
    const std::string key_b = journal_word_key(b);
    if (key_a.empty() || key_b.empty()) {
        return SameJournal::unknown;
    }
    if (key_a == key_b) {
        return SameJournal::yes;
    }
    const Found found_a = look_up(a);
    const Found found_b = look_up(b);
    if (share_a_journal(found_a.rows, found_b.rows)) {
        return SameJournal::yes;
    }
    const bool both_known = !found_a.rows.empty() && !found_b.rows.empty();
    if (evident(a, found_a, b, found_b) || nearly_equal(a, b)) {
        return both_known ? SameJournal::unknown : SameJournal::yes;
    }
    // "Hum Psychopharmacol" may be "Human Psychopharmacology: Clinical and Experimental", "Neuroimage (Amst)"
    // may be "NeuroImage. Clinical": where one continues the other, only a citation in full could tell.
    const bool qualified = found_a.cut_qualifier || found_b.cut_qualifier;
    const bool continues = may_continue(without_qualifier(a), without_qualifier(b), qualified ? 1 : 2);
    const bool damaged = is_damaged(a) || is_damaged(b);
    const bool sure = both_known && !continues && !damaged && !found_a.cut_section && !found_b.cut_section &&
                      !share_a_name(found_a.rows, found_b.rows);
    return sure ? SameJournal::no : SameJournal::unknown;
}

std::string journal_key(std::string_view title_or_abbreviation) {
    const std::string_view title = shortened(title_or_abbreviation);
    const Found found = look_up(title);
    if (found.rows.empty() || found.cut_section) {
        return journal_word_key(title);
    }
    const JournalTable& table = JournalTable::instance();
    return journal_word_key(table.row(table.successor(most_likely(found.rows, title))).title);
}

}  // namespace whereof::bib
