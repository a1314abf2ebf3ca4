// SPDX-License-Identifier: MIT
#include "article/author_year.hpp"

#include "article/author_names.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

using text::is_ascii_digit;
using text::is_ascii_lower;
using text::next_code_point;

constexpr std::size_t kLongestGroup = 600;
/// How far back from "(2020)" the names may begin.
constexpr std::size_t kNamesBefore = 120;

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
                elided_ = ends_elided(stretch);
            } else if (has_letters && !is_connective(stretch)) {
                // "−7 to +7, Hair et al., 2010": the names at the end of other text.
                names = names_at_end(stretch);
                elided_ = ends_elided(stretch);
                other_text = other_text || names.empty();
            } else if (first && begin == 0 && names.empty()) {
                const std::string_view before = text_.substr(0, marker.span.begin);
                names = names_at_end(before);
                elided_ = ends_elided(before);
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
        // A narrative stretch may hold words before the names.
        int found = -1;
        for (std::vector<std::string> called = names; found < 0 && !called.empty();
             called.erase(called.begin())) {
            found = index_.find(called, year, elided_);
        }
        if (found >= 0) {
            const auto reference = static_cast<std::uint32_t>(found);
            if (std::find(marker.references.begin(), marker.references.end(), reference) ==
                marker.references.end()) {
                marker.references.push_back(reference);
            }
        } else {
            marker.dangling.push_back(as_printed(names.front(), marker.span) + " " + std::string(year));
        }
    }

    /// A folded name as it stands in the marker or in the text before it.
    [[nodiscard]] std::string as_printed(const std::string& name, Span marker) const {
        const std::size_t begin = marker.begin > kNamesBefore ? marker.begin - kNamesBefore : 0;
        const std::string_view stretch = text_.substr(begin, marker.end - begin);
        for (std::size_t at = 0; at < stretch.size();) {
            std::size_t end = at;
            while (end < stretch.size()) {
                std::size_t next = end;
                const char32_t c = next_code_point(stretch, next);
                if (!text::is_letter(c) && c != U'\'' && c != U'’') {
                    break;
                }
                end = next;
            }
            if (end > at && text::fold_key(stretch.substr(at, end - at)) == name) {
                return std::string(stretch.substr(at, end - at));
            }
            if (end == at) {
                next_code_point(stretch, end);
            }
            at = end;
        }
        return name;
    }

    /// The names that end a stretch: "Smith", "Smith and Jones", "Smith et al.", "the WHO".
    [[nodiscard]] std::vector<std::string> names_at_end(std::string_view stretch) const {
        stretch = stretch.substr(stretch.size() > kNamesBefore ? stretch.size() - kNamesBefore : 0);
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
    bool elided_ = false;  ///< the names read last end with "et al."
};

}  // namespace

std::vector<Marker> find_author_year_markers(std::string_view text, const AuthorYearIndex& index) {
    return AuthorYearFinder(text, index).run();
}

}  // namespace whereof::article
