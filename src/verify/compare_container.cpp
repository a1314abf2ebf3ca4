// SPDX-License-Identifier: MIT
#include "bib/journal.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"
#include "verify/compare.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

/// Words that say nothing about which journal or conference it is.
constexpr std::array<std::string_view, 22> kEmptyWords{
    "a",   "acm",  "an", "and", "annual", "conf", "conference", "cvf",         "der", "die", "et",
    "for", "ieee", "in", "la",  "of",     "on",   "proc",       "proceedings", "the", "und", "usa"};

/// "PubMed", "ScienceDirect": where somebody read the work, which is no journal.
bool is_no_journal(std::string_view title) {
    static const text::WordList hosts("corpus/words/not_journals.txt");
    std::string phrase;
    for (const auto& word : text::fold_words(without_markup(title))) {
        if ((phrase.empty() && word == "the") || word == "www" || word == "https") {
            continue;
        }
        phrase += (phrase.empty() ? "" : " ") + word;
    }
    return hosts.contains(phrase);
}

/// Short names that no initials of the long name give.
struct Alias {
    std::string_view name;
    std::string_view meaning;
};
constexpr std::array<Alias, 6> kAliases{{
    {"neurips", "neural information processing systems"},
    {"nips", "neural information processing systems"},
    {"www", "web"},
    {"interspeech", "speech communication association"},
    {"jmlr", "journal machine learning research"},
    {"pnas", "national academy sciences"},
}};

bool is_ordinal(std::string_view word) {
    return has_digit(word) || word.ends_with("ieth") || word.ends_with("fourth") || word.ends_with("fifth") ||
           word.ends_with("sixth") || word.ends_with("seventh") || word.ends_with("eighth") ||
           word.ends_with("ninth") || word.ends_with("tenth") || word == "first" || word == "second" ||
           word == "third";
}

std::vector<std::string> venue_words(std::string_view title) {
    std::vector<std::string> out;
    for (const auto& word : text::fold_words(without_markup(title))) {
        if (std::ranges::find(kEmptyWords, word) == kEmptyWords.end() && !is_ordinal(word)) {
            out.push_back(spelling_form(word));
        }
    }
    return out;
}

/// Is `letters` made of the beginnings of `words`, one or more letters of each taken, none but the last few
/// skipped ("cvpr", "emnlp", "icml")?
bool is_acronym_of(std::string_view letters, const std::vector<std::string>& words) {
    if (letters.size() < 2 || letters.size() > 12 || words.size() < 2) {
        return false;
    }
    std::size_t at = 0;
    std::size_t used = 0;
    for (const auto& word : words) {
        if (at < letters.size() && word.front() == letters[at]) {
            std::size_t run = 0;
            while (run < word.size() && at < letters.size() && word[run] == letters[at] &&
                   (run == 0 || letters.size() > words.size())) {
                ++run, ++at;
            }
            ++used;
        }
    }
    return at == letters.size() && used >= 2 && used * 2 >= words.size();
}

/// "musculoskelet" for "musculoskeletal", "j" for "journal", "natl" for "national".
bool abbreviates(std::string_view part, std::string_view whole) {
    if (part.empty() || whole.empty() || part.front() != whole.front() || part.size() > whole.size()) {
        return false;
    }
    if (whole.starts_with(part)) {
        return true;
    }
    std::size_t at = 0;
    for (const char c : whole) {
        at += at < part.size() && part[at] == c ? 1U : 0U;
    }
    return at == part.size() && part.size() >= 3;
}

/// Every word of the shorter title abbreviates the next of the longer one, in order; a few may be left out.
bool is_abbreviation(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    std::size_t at = 0;
    for (const auto& word : whole) {
        if (at < part.size() && (abbreviates(part[at], word) || abbreviates(word, part[at]))) {
            ++at;
        }
    }
    return at == part.size() && !part.empty() && whole.size() <= part.size() + 1 + part.size() / 2;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& word) {
        return std::ranges::any_of(b, [&](const std::string& other) {
            return word == other || (std::min(word.size(), other.size()) >= 3 &&
                                     (abbreviates(word, other) || abbreviates(other, word)));
        });
    }));
}

bool is_workshop(std::string_view folded) {
    return folded.find("workshop") != std::string_view::npos || folded.find('@') != std::string_view::npos;
}

/// Is it written as an acronym: two capitals or more ("CVPR", "NeurIPS"; not "Pain")?
bool has_capitals(std::string_view title) { return std::ranges::count_if(title, text::is_ascii_upper) >= 2; }

/// An acronym, alone or with its year, and a title that contains it or spells it out.
bool acronym_meets(const std::vector<std::string>& a, std::string_view title,
                   const std::vector<std::string>& b) {
    if (a.size() != 1 || a.front().size() > 12 || !has_capitals(title)) {
        return false;
    }
    if (std::ranges::find(b, a.front()) != b.end() || is_acronym_of(a.front(), b)) {
        return true;
    }
    return std::ranges::any_of(kAliases, [&](const Alias& alias) {
        if (alias.name != a.front()) {
            return false;
        }
        const auto meaning = text::fold_words(alias.meaning);
        return std::ranges::all_of(
                   meaning, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); }) ||
               std::ranges::any_of(kAliases, [&](const Alias& other) {
                   return other.meaning == alias.meaning && b.size() == 1 && b.front() == other.name;
               });
    });
}

/// 1 when the titles mean one venue, 0 when they share nothing, else the share of common words.
double venue_closeness(std::string_view a, std::string_view b) {
    const auto words_a = venue_words(a);
    const auto words_b = venue_words(b);
    if (words_a.empty() || words_b.empty()) {
        return text::fold_key(a) == text::fold_key(b) ? 1.0 : 0.5;
    }
    if (joined(words_a) == joined(words_b)) {
        return 1.0;
    }
    if (is_workshop(text::fold(a)) != is_workshop(text::fold(b))) {
        return 0.4;
    }
    if (acronym_meets(words_a, a, words_b) || acronym_meets(words_b, b, words_a)) {
        return 1.0;
    }
    if (is_abbreviation(words_a.size() <= words_b.size() ? words_a : words_b,
                        words_a.size() <= words_b.size() ? words_b : words_a)) {
        return 0.95;
    }
    const auto shared =
        static_cast<double>(std::min(shared_words(words_a, words_b), shared_words(words_b, words_a)));
    return shared / static_cast<double>(std::max(words_a.size(), words_b.size()));
}

}  // namespace

FieldMatch compare_container(const bib::Item& cited, const bib::Item& found) {
    const auto& cited_title =
        cited.container_title.empty() ? cited.container_title_short : cited.container_title;
    const auto& found_title =
        found.container_title.empty() ? found.container_title_short : found.container_title;
    FieldMatch out{bib::Field::container_title, Agreement::absent, 0.0, cited_title, found_title, ""};
    if (text::fold_key(cited_title).empty() || text::fold_key(found_title).empty()) {
        return out;
    }
    bool known_other = false;
    for (const auto* a : {&cited.container_title, &cited.container_title_short}) {
        for (const auto* b : {&found.container_title, &found.container_title_short}) {
            if (a->empty() || b->empty()) {
                continue;
            }
            const auto verdict = bib::same_journal(*a, *b);
            if (verdict == bib::SameJournal::yes) {
                out.closeness = 1.0;
                out.agreement =
                    text::fold_key(*a) == text::fold_key(*b) ? Agreement::same : Agreement::variant;
                return out;
            }
            known_other = known_other || verdict == bib::SameJournal::no;
            out.closeness = std::max(out.closeness, venue_closeness(*a, *b));
        }
    }
    if (out.closeness < 0.75 && is_no_journal(cited_title)) {
        out.closeness = 0.0;
        out.note = "a host or database, no journal";
    } else if (known_other) {
        out.closeness = std::min(out.closeness, 0.5);
        out.agreement = Agreement::different;
    } else if (out.closeness >= 0.75) {
        out.agreement = Agreement::variant;
    } else if (out.closeness < 0.5) {
        out.agreement = Agreement::different;
    }  // else neither can be said
    return out;
}

}  // namespace whereof::verify
