// SPDX-License-Identifier: MIT
#include "article/author_names.hpp"
#include "article/author_year.hpp"
#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdlib>

namespace whereof::article {
namespace {

/// The names of an entry stand in front; nothing is looked for after this many bytes.
constexpr std::size_t kHeadBytes = 600;
constexpr std::size_t kMostWords = 60;
constexpr std::size_t kMostYears = 8;
/// More entries of one name or year are not compared.
constexpr std::size_t kMostCandidates = 400;
/// Scores of AuthorYearIndex::score(): a year and a first name in place make at least this.
constexpr int kEnough = 16 * 8;

bool repeats_author(std::string_view raw) {
    return raw.starts_with("__") || raw.starts_with("——") || raw.starts_with("--") || raw.starts_with("––");
}

}  // namespace

AuthorYearIndex::AuthorYearIndex(const std::vector<ListedReference>& references) {
    heads_.reserve(references.size());
    for (std::uint32_t i = 0; i < references.size(); ++i) {
        const std::string_view raw = references[i].reference.raw;
        Head head;
        const std::size_t first = find_year(raw, 0);
        for (std::size_t at = first; at != std::string_view::npos && head.years.size() < kMostYears;
             at = find_year(raw, at + 4)) {
            head.years.emplace_back(raw.substr(at, year_end(raw, at) - at));
        }
        if (repeats_author(raw) && i > 0) {
            head.words = heads_[i - 1].words;
            head.initials = heads_[i - 1].initials;
            head.names = heads_[i - 1].names;
        } else {
            read_authors(raw.substr(0, std::min({first, raw.size(), kHeadBytes})), head);
        }
        for (const std::string& word : head.words) {
            auto& list = by_word_[word];
            if (list.empty() || list.back() != i) {
                list.push_back(i);
            }
        }
        for (const std::string& year : head.years) {
            auto& list = by_year_[year.substr(0, 4)];
            if (list.empty() || list.back() != i) {
                list.push_back(i);
            }
        }
        heads_.push_back(std::move(head));
    }
}

/// Names go on until a word of running text: a title's second or third word at the latest.
void AuthorYearIndex::read_authors(std::string_view head, Head& into) {
    for (std::size_t at = 0; at < head.size() && into.words.size() < kMostWords;) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(head, next);
        if (c == U'“' || c == U'"' || c == U'„' || c == U'«') {
            break;
        }
        if (!text::is_letter(c)) {
            at = next;
            continue;
        }
        bool all_upper = text::is_upper(c);
        std::size_t end = next;
        while (end < head.size()) {
            std::size_t after = end;
            const char32_t d = text::next_code_point(head, after);
            if (!text::is_letter(d) && d != U'\'' && d != U'’') {
                break;
            }
            all_upper = all_upper && !text::is_lower(d);
            end = after;
        }
        std::string word = text::fold_key(head.substr(at, end - at));
        if (!text::is_upper(c) && !is_name_filler(word)) {
            break;
        }
        if (text::is_upper(c) && !word.empty()) {
            into.initials += into.initials.size() < 12 ? word.substr(0, 1) : "";
            into.names += word.size() >= 2 && !(all_upper && word.size() <= 3) ? 1U : 0U;
            if (word.size() >= 2) {
                into.words.push_back(std::move(word));
            }
        }
        at = end;
    }
}

namespace {

/// Spelled a little differently in the list.
bool is_near_any(const std::string& name, const std::vector<std::string>& words) {
    const std::size_t limit = name.size() >= 8 ? 2 : 1;
    return name.size() < 3 || std::ranges::any_of(words, [&](const std::string& word) {
               return text::edit_distance(name, word, limit) <= limit;
           });
}

}  // namespace

int AuthorYearIndex::score(const Head& head, const std::vector<std::string>& names, std::string_view year,
                           bool elided) {
    int points = 0;
    for (const std::string& y : head.years) {
        const bool same = y == year;
        const bool same_plain = y.substr(0, 4) == year.substr(0, 4) && (y.size() == 4 || year.size() == 4);
        const int first = &y == &head.years.front() ? 1 : 0;
        points = std::max(points, same ? 11 + first : (same_plain ? 8 + first : 0));
    }
    if (points == 0) {
        return 0;
    }
    std::size_t matched = 0;
    for (std::size_t n = 0; n < names.size(); ++n) {
        const auto at = std::find(head.words.begin(), head.words.end(), names[n]);
        const bool acronym = n == 0 && names[n].size() >= 2 && head.initials.starts_with(names[n]);
        if (at == head.words.end() && !acronym) {
            continue;
        }
        ++matched;
        const bool leads = acronym || at - head.words.begin() < 3;
        points += n == 0 ? (leads ? 8 : 3) : 3;
    }
    // "Cole and Adams" is no work of Cole alone.
    const bool pair = names.size() == 2 && !elided;
    if (matched == 0 || (pair && matched < 2 && !is_near_any(names.back(), head.words))) {
        return 0;
    }
    points -= 3 * static_cast<int>(names.size() - matched);
    // Of several works by the first author, the one with as many authors as the text says.
    const auto authors = static_cast<int>(head.names);
    const auto named = static_cast<int>(names.size());
    const int off = elided ? (authors >= 3 ? 0 : 3 - authors) : std::abs(authors - named);
    return points * 8 - std::min(off, 7);
}

int AuthorYearIndex::find(const std::vector<std::string>& names, std::string_view year, bool elided) const {
    int best = -1;
    int best_points = 0;
    bool tie = false;
    const auto consider = [&](std::uint32_t i, const std::vector<std::string>& called) {
        const int points = score(heads_[i], called, year, elided);
        if (points > best_points) {
            best = static_cast<int>(i);
            best_points = points;
            tie = false;
        } else if (points == best_points && points > 0) {
            tie = true;
        }
    };
    const auto found = by_word_.find(names.front());
    if (found != by_word_.end()) {
        for (std::size_t i = 0; i < std::min(found->second.size(), kMostCandidates); ++i) {
            consider(found->second[i], names);
        }
        return tie || best_points < kEnough - 7 ? -1 : best;
    }
    const auto same_year = by_year_.find(std::string(year.substr(0, 4)));
    if (same_year == by_year_.end()) {
        return -1;
    }
    // An acronym ("WHO") or a name spelled a little differently ("Safiotti" for "Saffioti").
    const std::string& name = names.front();
    const std::size_t limit = name.size() >= 8 ? 2 : (name.size() >= 5 ? 1 : 0);
    for (std::size_t i = 0; i < std::min(same_year->second.size(), kMostCandidates); ++i) {
        const std::uint32_t entry = same_year->second[i];
        std::vector<std::string> called = names;
        if (!heads_[entry].words.empty() && limit > 0 &&
            text::edit_distance(name, heads_[entry].words.front(), limit) <= limit) {
            called.front() = heads_[entry].words.front();
        }
        consider(entry, called);
    }
    return tie || best_points < kEnough - 7 ? -1 : best;
}

}  // namespace whereof::article
