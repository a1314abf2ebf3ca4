// SPDX-License-Identifier: MIT
#include "article/author_year.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

using text::is_ascii_digit;
using text::is_ascii_lower;
using text::next_code_point;

/// The names of an entry stand in front; no year is looked for after this many bytes.
constexpr std::size_t kHeadBytes = 600;
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kLongestGroup = 600;
/// How far back from "(2020)" the names may begin.
constexpr std::size_t kNamesBefore = 120;

/// Where a year that stands alone begins at or after `at`: "2020", "2020a"; npos when none does.
std::size_t find_year(std::string_view text, std::size_t at) {
    for (; at + 4 <= text.size(); ++at) {
        const bool century = (text[at] == '1' && (text[at + 1] >= '5' && text[at + 1] <= '9')) ||
                             (text[at] == '2' && text[at + 1] == '0');
        if (!century || !is_ascii_digit(text[at + 2]) || !is_ascii_digit(text[at + 3])) {
            continue;
        }
        const bool head = at == 0 || !text::is_ascii_alnum(text[at - 1]);
        const std::size_t end = at + 4;
        const bool tail =
            end == text.size() || !text::is_ascii_alnum(text[end]) ||
            (is_ascii_lower(text[end]) && (end + 1 == text.size() || !text::is_ascii_alnum(text[end + 1])));
        if (head && tail) {
            return at;
        }
    }
    return std::string_view::npos;
}

std::size_t year_end(std::string_view text, std::size_t at) {
    const std::size_t end = at + 4;
    return end < text.size() && is_ascii_lower(text[end]) ? end + 1 : end;
}

bool is_name_filler(std::string_view word) {
    return word == "et" || word == "al" || word == "and" || word == "und" || word == "e" || word == "y" ||
           word == "the" || word == "see" || word == "also" || word == "eg" || word == "cf" || word == "in" ||
           word == "g" || word == "von" || word == "van" || word == "de" || word == "der" || word == "den" ||
           word == "la" || word == "le" || word == "di" || word == "da" || word == "dos" || word == "del" ||
           word == "colleagues" || word == "others" || word == "coworkers" || word == "mitarbeiter" ||
           word == "e.g" || word == "i" || word == "reviewed" || word == "as" || word == "by" ||
           word == "of" || word == "for" || word == "p" || word == "pp" || word == "review" ||
           word == "cited" || word == "apud" || word == "vgl" || word == "siehe" || word == "ver" ||
           word == "from" || word == "after" || word == "data" || word == "study" || word == "dies";
}

/// The capitalised words of a stretch of names, folded, fillers left out. False when something stands there
/// that no list of names has: running text in lower case.
bool read_names(std::string_view stretch, std::vector<std::string>& names, bool strict) {
    names.clear();
    for (std::size_t at = 0; at < stretch.size();) {
        std::size_t next = at;
        const char32_t c = next_code_point(stretch, next);
        if (!text::is_letter(c)) {
            if (strict && (text::is_digit(c) || c == U'=' || c == U'<' || c == U'>' || c == U'%')) {
                return false;
            }
            at = next;
            continue;
        }
        std::size_t end = next;
        while (end < stretch.size()) {
            std::size_t after = end;
            const char32_t d = next_code_point(stretch, after);
            const bool joins = (d == U'\'' || d == U'’') && after < stretch.size();
            if (!text::is_letter(d) && !joins) {
                break;
            }
            end = after;
        }
        std::string folded = text::fold_key(stretch.substr(at, end - at));
        const bool possessive =
            end > at + 2 && folded.size() > 2 && folded.back() == 's' &&
            (stretch.substr(at, end - at).ends_with("'s") || stretch.substr(at, end - at).ends_with("’s"));
        if (possessive) {
            folded.pop_back();
        }
        if (text::is_upper(c)) {
            if (folded.size() >= 2 || end - at > 2) {
                names.push_back(std::move(folded));
            }
        } else if (!is_name_filler(folded) && strict) {
            return false;
        }
        at = end;
    }
    return !names.empty();
}

}  // namespace

AuthorYearIndex::AuthorYearIndex(const std::vector<ListedReference>& references) {
    heads_.reserve(references.size());
    for (std::uint32_t i = 0; i < references.size(); ++i) {
        const std::string_view raw = references[i].reference.raw;
        Head head;
        std::size_t end = find_year(raw, 0);
        for (std::size_t at = end; at != std::string_view::npos && head.years.size() < 8;
             at = find_year(raw, at + 4)) {
            head.years.emplace_back(raw.substr(at, year_end(raw, at) - at));
        }
        end = std::min({end, raw.size(), kHeadBytes});
        head.words = text::fold_words(raw.substr(0, end));
        head.words.resize(std::min(head.words.size(), kMostWords));
        for (std::size_t w = 0; w < head.words.size(); ++w) {
            const std::string& word = head.words[w];
            if (w < 8 && !is_name_filler(word)) {
                head.initials += word[0];
            }
            auto& list = by_word_[word];
            if (word.size() >= 2 && (list.empty() || list.back() != i)) {
                list.push_back(i);
            }
        }
        heads_.push_back(std::move(head));
    }
}

int AuthorYearIndex::find(const std::vector<std::string>& names, std::string_view year) const {
    int best = -1;
    int best_score = 0;
    bool tie = false;
    const auto consider = [&](std::uint32_t i) {
        const Head& head = heads_[i];
        const std::string plain(year.substr(0, 4));
        int score = 0;
        for (const std::string& y : head.years) {
            const bool first = &y == &head.years.front();
            const bool same = y == year;
            const bool same_plain = y.substr(0, 4) == plain && (y.size() == 4 || year.size() == 4);
            score = std::max(score, same ? (first ? 12 : 10) : (same_plain ? (first ? 8 : 6) : 0));
        }
        if (score == 0) {
            return;
        }
        std::size_t matched = 0;
        for (std::size_t n = 0; n < names.size(); ++n) {
            const auto at = std::find(head.words.begin(), head.words.end(), names[n]);
            const bool acronym = n == 0 && names[n].size() >= 2 && head.initials.starts_with(names[n]);
            if (at == head.words.end() && !acronym) {
                continue;
            }
            ++matched;
            const bool first = acronym || at - head.words.begin() < (n == 0 ? 3 : 6);
            score += first ? (n == 0 ? 8 : 3) : 2;
        }
        if (matched == 0) {
            return;
        }
        score -= 3 * static_cast<int>(names.size() - matched);
        if (score > best_score) {
            best = static_cast<int>(i);
            best_score = score;
            tie = false;
        } else if (score == best_score) {
            tie = true;
        }
    };
    const auto found = by_word_.find(names.front());
    if (found != by_word_.end()) {
        constexpr std::size_t kMostCandidates = 400;
        for (std::size_t i = 0; i < std::min(found->second.size(), kMostCandidates); ++i) {
            consider(found->second[i]);
        }
    } else if (names.front().size() <= 8 && heads_.size() <= 2000) {
        for (std::uint32_t i = 0; i < heads_.size(); ++i) {
            if (heads_[i].initials.starts_with(names.front())) {
                consider(i);
            }
        }
    }
    return tie || best_score < 10 ? -1 : best;
}

namespace {

class AuthorYearFinder {
  public:
    AuthorYearFinder(std::string_view text, const AuthorYearIndex& index) : text_(text), index_(index) {}

    std::vector<Marker> run() {
        for (std::size_t at = text_.find('('); at != std::string_view::npos; at = text_.find('(', at)) {
            const std::size_t end = closing(at);
            if (end == std::string_view::npos) {
                ++at;
                continue;
            }
            read_group({at, end + 1});
            at = end + 1;
        }
        return std::move(markers_);
    }

  private:
    /// The bracket that closes the one at `at`, inner ones passed over; npos when it is too far.
    [[nodiscard]] std::size_t closing(std::size_t at) const {
        int depth = 0;
        for (std::size_t i = at; i < std::min(text_.size(), at + kLongestGroup); ++i) {
            depth += text_[i] == '(' ? 1 : (text_[i] == ')' ? -1 : 0);
            if (depth == 0) {
                return i;
            }
            if (text_[i] == '\n') {
                break;
            }
        }
        return std::string_view::npos;
    }

    void read_group(Span span) {
        const std::string_view inner = text_.substr(span.begin + 1, span.size() - 2);
        if (find_year(inner, 0) == std::string_view::npos) {
            return;
        }
        Marker marker;
        marker.kind = MarkerKind::author_year;
        marker.span = span;
        std::vector<std::string> names;
        bool other_text = false;
        std::size_t part = 0;
        // Parts are divided by ";"; within one, names go before their first year.
        while (part <= inner.size()) {
            std::size_t end = inner.find(';', part);
            end = end == std::string_view::npos ? inner.size() : end;
            read_part(inner.substr(part, end - part), part == 0, names, marker, other_text);
            part = end + 1;
        }
        if (other_text && marker.references.empty()) {
            return;
        }
        if (!marker.references.empty() || !marker.dangling.empty()) {
            markers_.push_back(std::move(marker));
        }
    }

    /// "Smith et al., 2020a, 2021" or, in the first part, "2020" after names in the text before.
    void read_part(std::string_view part, bool first, std::vector<std::string>& names, Marker& marker,
                   bool& other_text) {
        std::size_t begin = 0;
        for (std::size_t year = find_year(part, 0); year != std::string_view::npos;
             year = find_year(part, begin)) {
            const std::string_view stretch = part.substr(begin, year - begin);
            std::vector<std::string> own;
            const bool has_letters = std::any_of(stretch.begin(), stretch.end(), [](char c) {
                return text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
            });
            if (has_letters && read_names(stretch, own, true)) {
                names = own;
            } else if (has_letters && !is_connective(stretch)) {
                other_text = true;
                names.clear();
            } else if (first && begin == 0 && names.empty()) {
                names = names_before(marker.span.begin);
            }
            const std::size_t end = year_end(part, year);
            resolve(names, part.substr(year, end - year), marker);
            begin = end;
            begin = add_letters(part, begin, part.substr(year, 4), names, marker);
        }
    }

    /// "2020a,b": further letters after a year.
    std::size_t add_letters(std::string_view part, std::size_t at, std::string_view year,
                            const std::vector<std::string>& names, Marker& marker) {
        while (at + 1 < part.size() && (part[at] == ',' || part[at] == '/' || part[at] == '-')) {
            std::size_t letter = at + 1;
            letter += part[letter] == ' ' && letter + 1 < part.size() ? 1U : 0U;
            const bool alone = is_ascii_lower(part[letter]) &&
                               (letter + 1 == part.size() || !text::is_ascii_alnum(part[letter + 1]));
            if (!alone) {
                break;
            }
            resolve(names, std::string(year) + part[letter], marker);
            at = letter + 1;
        }
        return at;
    }

    static bool is_connective(std::string_view stretch) {
        const std::vector<std::string> words = text::fold_words(stretch);
        return words.size() <= 2 && std::all_of(words.begin(), words.end(), is_name_filler);
    }

    void resolve(const std::vector<std::string>& names, std::string_view year, Marker& marker) {
        if (names.empty()) {
            return;
        }
        // A narrative stretch may hold words before the names: names are tried from the nearest on.
        const int found = index_.find(names, year);
        if (found >= 0) {
            const auto reference = static_cast<std::uint32_t>(found);
            if (std::find(marker.references.begin(), marker.references.end(), reference) ==
                marker.references.end()) {
                marker.references.push_back(reference);
            }
        } else {
            marker.dangling.push_back(names.front() + " " + std::string(year));
        }
    }

    /// The names directly before "(2020)": "Smith", "Smith and Jones", "Smith et al.", "the WHO".
    [[nodiscard]] std::vector<std::string> names_before(std::size_t at) const {
        const std::size_t begin = at > kNamesBefore ? at - kNamesBefore : 0;
        std::string_view stretch = text_.substr(begin, at - begin);
        const std::size_t newline = stretch.rfind('\n');
        stretch = newline == std::string_view::npos ? stretch : stretch.substr(newline + 1);
        std::vector<std::string_view> words;
        for (std::size_t i = 0; i < stretch.size();) {
            const std::size_t blank = std::min(stretch.find(' ', i), stretch.size());
            if (blank > i) {
                words.push_back(stretch.substr(i, blank - i));
            }
            i = blank + 1;
        }
        std::vector<std::string> names;
        for (std::size_t i = words.size(); i-- > 0 && names.size() < 6;) {
            std::size_t head = 0;
            const char32_t c = next_code_point(words[i], head);
            const std::string folded = text::fold_key(words[i]);
            const bool name = text::is_upper(c) && folded.size() >= 2;
            const bool last = i + 1 == words.size();
            if (!name && !is_name_filler(folded) && words[i] != "&") {
                break;
            }
            // A comma or stop behind a name further left ends another phrase, unless it lists names.
            const char tail = words[i].back();
            if (!last && name && (tail == '.' || tail == ';' || tail == ':')) {
                break;
            }
            if (name) {
                std::vector<std::string> own;
                read_names(words[i], own, false);
                names.insert(names.begin(), own.begin(), own.end());
            }
        }
        // "In Smith (2020)", "However Smith (2020)": leading words that are no names of the list.
        while (names.size() > 1 && !known(names.front())) {
            names.erase(names.begin());
        }
        return names;
    }

    [[nodiscard]] bool known(const std::string& name) const { return index_.knows(name); }

    std::string_view text_;
    const AuthorYearIndex& index_;
    std::vector<Marker> markers_;
};

}  // namespace

std::vector<Marker> find_author_year_markers(std::string_view text, const AuthorYearIndex& index) {
    return AuthorYearFinder(text, index).run();
}

}  // namespace whereof::article
