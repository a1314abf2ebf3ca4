// SPDX-License-Identifier: MIT
#include "verify/misread.hpp"

#include "bib/journal.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/person.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace whereof::verify {
namespace {

using bib::Field;

/// "Spine (Phila Pa 1976) 2006", "Pain, 41": a journal with the numbers that stand behind it.
std::string_view without_numbers_behind(std::string_view title) {
    const auto last = title.find_last_not_of("0123456789 ,;:.");
    return last == std::string_view::npos ? std::string_view() : title.substr(0, last + 1);
}

/// A name cut off behind most of it: "Spine (Phila Pa", "Evid Based Spine Care".
bool is_most_of(std::string_view part, std::string_view name) {
    constexpr std::size_t kShortest = 8;
    const auto key = text::fold_key(part);
    const auto whole = text::fold_key(name);
    return key.size() >= kShortest && whole.starts_with(key) && key.size() * 5 >= whole.size() * 3;
}

bool names_journal(std::string_view title, const std::string& journal) {
    if (journal.empty()) {
        return false;
    }
    const auto bare = without_numbers_behind(title);
    return bib::same_journal(title, journal) == bib::SameJournal::yes ||
           (!bare.empty() && bib::same_journal(bare, journal) == bib::SameJournal::yes) ||
           is_most_of(bare, journal);
}

bool names_journal_of(std::string_view title, const bib::Item& item) {
    return names_journal(title, item.container_title) || names_journal(title, item.container_title_short);
}

std::size_t count_in_raw(const Citation& citation, std::string_view words) {
    std::string raw = " ";
    for (const auto& word : citation.raw_words) {
        raw += word + " ";
    }
    std::string wanted = " ";
    for (const auto& word : text::fold_words(words)) {
        wanted += word + " ";
    }
    std::size_t out = 0;
    for (auto at = raw.find(wanted); at != std::string::npos; at = raw.find(wanted, at + 1)) {
        ++out;
    }
    return out;
}

/// Raw words sorted by where they stand.
struct Places {
    std::vector<std::string> inside;   ///< in the title or the journal's name
    std::vector<std::string> outside;  ///< anywhere else
};

Places places_in(const Citation& citation, const std::vector<Window>& windows) {
    Places out;
    for (std::size_t at = 0; at < citation.raw_words.size(); ++at) {
        const bool in = std::ranges::any_of(
            windows, [&](const Window& window) { return at >= window.begin && at < window.end; });
        (in ? out.inside : out.outside).push_back(citation.raw_words[at]);
    }
    return out;
}

/// Where the journal's names stand behind word `from`.
std::vector<Window> journal_windows(const Citation& citation, const bib::Item& found, std::size_t from) {
    std::vector<Window> out;
    for (const auto* name : {&found.container_title, &found.container_title_short}) {
        if (const auto window = find_key(citation, text::fold_key(*name), from)) {
            out.push_back(*window);
        }
    }
    return out;
}

bool stand_inside(const std::vector<std::string>& words, const Places& places) {
    const auto is_in = [](const std::vector<std::string>& list, const std::string& word) {
        return std::ranges::find(list, word) != list.end();
    };
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return is_in(places.inside, word) && (is_stop_word(word) || !is_in(places.outside, word));
    });
}

/// "Gonzalez-Urzelai et al.": the head of the author list, read as a title.
bool names_authors(std::string_view title, const bib::Item& found) {
    const auto words = text::fold_words(title);
    if (words.size() < 3 || words[words.size() - 2] != "et" || words.back() != "al") {
        return false;
    }
    std::vector<std::string> names;
    for (const auto& name : found.author) {
        std::ranges::copy(person_of(name).all, std::back_inserter(names));
    }
    return std::all_of(words.begin(), words.end() - 2, [&](const std::string& word) {
        return std::ranges::find(names, word) != names.end();
    });
}

void leave_out(FieldMatch& match, std::string_view note) {
    match.agreement = Agreement::absent;
    match.closeness = 0.0;
    match.note = note;
}

}  // namespace

bool is_misread(const FieldMatch& match) noexcept {
    return match.agreement == Agreement::absent && (match.note == kNoTitle || match.note == kPieceOfTitle);
}

void read_journal_for_title(const Citation& citation, const authority::Record& record,
                            Comparison& comparison) {
    auto* title = comparison.of(Field::title);
    const bool is_unread = !citation.raw.empty() && !citation.raw_is_read;
    if (title == nullptr || !title->differs() || is_unread) {
        return;
    }
    const auto& cited = citation.item.title;
    if (names_authors(cited, record.item)) {
        leave_out(*title, kNoTitle);
        return;
    }
    const bool named =
        names_journal_of(cited, record.item) ||
        std::ranges::any_of(record.variants,
                            [&](const bib::Item& one) { return names_journal_of(cited, one); }) ||
        (comparison.agrees(Field::container_title) && names_journal_of(cited, citation.item));
    const bool once = count_in_raw(citation, without_numbers_behind(cited)) < 2;
    // "Anesthesia" of "Anesthesia, Essays and Researches"
    const auto is_piece = [&] {
        const auto places = places_in(citation, journal_windows(citation, record.item, 1));
        return stand_inside(text::fold_words(without_numbers_behind(cited)), places);
    };
    if (!(named && once) && !is_piece()) {
        return;
    }
    leave_out(*title, kNoTitle);
    if (!comparison.agrees(Field::container_title)) {
        agree_as_written(comparison, Field::container_title, cited, record.item.container_title);
    }
}

void leave_out_pieces(const Citation& citation, const bib::Item& found, Window title,
                      Comparison& comparison) {
    auto* author = comparison.of(Field::author);
    auto* container = comparison.of(Field::container_title);
    const bool differs = comparison.differs(Field::author) || comparison.differs(Field::container_title);
    if (!differs) {
        return;
    }
    auto windows = journal_windows(citation, found, title.end);
    windows.push_back(title);
    const auto places = places_in(citation, windows);
    if (author != nullptr && author->differs()) {
        std::vector<std::string> words;
        for (const auto& name : citation.item.author) {
            std::ranges::copy(person_of(name).all, std::back_inserter(words));
        }
        if (stand_inside(words, places)) {
            leave_out(*author, kPieceOfTitle);
        }
    }
    if (container != nullptr && container->differs() &&
        stand_inside(text::fold_words(container->cited), places)) {
        leave_out(*container, kPieceOfTitle);
    }
}

bool is_within_longer_title(const bib::Item& cited, const bib::Item& found) {
    constexpr std::size_t kTellingTitle = 6;  // words that no other title has within it by chance
    const auto words = text::fold_words(without_markup(cited.title));
    auto explained = text::fold_words(without_markup(found.title));
    if (count_content(found.title) >= kTellingTitle || words.size() <= explained.size() ||
        text::fold_key(cited.title).find(text::fold_key(found.title)) == std::string::npos) {
        return false;
    }
    auto journal = text::fold_words(found.container_title);
    std::ranges::move(text::fold_words(found.container_title_short), std::back_inserter(journal));
    const auto is_of_journal = [&](const std::string& word) {
        return std::ranges::any_of(journal, [&](const std::string& one) { return one.starts_with(word); });
    };
    for (const auto& name : found.author) {
        std::ranges::copy(person_of(name).all, std::back_inserter(explained));
    }
    return std::ranges::any_of(words, [&](const std::string& word) {
        return word.size() > 2 && !has_digit(word) && !is_stop_word(word) && !is_of_journal(word) &&
               std::ranges::find(explained, word) == explained.end();
    });
}

}  // namespace whereof::verify
