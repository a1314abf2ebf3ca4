// SPDX-License-Identifier: MIT
#include "verify/citation.hpp"

#include "bib/identifiers.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/mojibake.hpp"
#include "verify/page_range.hpp"
#include "verify/person.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace whereof::verify {
namespace {

constexpr std::array kIdentifiers{bib::Field::DOI,   bib::Field::PMID, bib::Field::PMCID,
                                  bib::Field::arXiv, bib::Field::PII,  bib::Field::ISBN};
constexpr std::size_t kLongestRaw = 4000;  ///< bytes looked at; a longer string is no reference
constexpr std::size_t kMostNumbers = 24;

/// Words before the date on which somebody looked at a page, which is none of the work's.
constexpr std::array<std::string_view, 14> kAccess{
    "accessed", "retrieved", "[cited",  "viewed",   "visited", "last checked", "abgerufen",
    "zugriff",  "zuletzt",   "consult", "acessado", "acesso",  "acceso",       "besucht"};
constexpr std::size_t kAccessDate = 40;  ///< bytes in which it stands

std::string without_access_date(std::string text) {
    const auto lower = text::ascii_lower(text);
    for (const auto cue : kAccess) {
        for (auto at = lower.find(cue); at != std::string::npos; at = lower.find(cue, at + 1)) {
            const auto end = std::min(text.size(), at + cue.size() + kAccessDate);
            std::replace_if(text.begin() + static_cast<std::ptrdiff_t>(at),
                            text.begin() + static_cast<std::ptrdiff_t>(end), text::is_ascii_digit, ' ');
        }
    }
    return text;
}

void read_numbers(std::string_view text, Citation& out) {
    constexpr std::size_t kLongestNumber = 12;
    for (std::string& number : page_numbers(text)) {
        if (out.numbers.size() == kMostNumbers) {
            break;
        }
        number.resize(std::min(number.size(), kLongestNumber));
        if (number.size() == 4 && number >= "1800" && number <= "2100") {
            const int year = std::atoi(number.c_str());
            if (std::ranges::find(out.years, year) == out.years.end()) {
                out.years.push_back(year);
            }
        }
        out.numbers.push_back(std::move(number));
    }
}

/// No-break and other blanks beyond ASCII, as plain ones.
std::string with_plain_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (text::is_space(text::next_code_point(text, at))) {
            out += ' ';
        } else {
            out += text.substr(begin, at - begin);
        }
    }
    return out;
}

/// The words of a blank-separated piece, and whether it ends in punctuation. A closing full stop after a
/// single letter is an initial's, which divides as well as a comma does.
void read_words(std::string_view text, Citation& out) {
    constexpr std::string_view kDividers = ".,:;?!()[]\"'";
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && text::is_ascii_space(text[at])) {
            ++at;
        }
        const auto begin = at;
        while (at < text.size() && !text::is_ascii_space(text[at])) {
            ++at;
        }
        const auto piece = text.substr(begin, at - begin);
        if (piece.empty()) {
            break;
        }
        const auto first = out.raw_words.size();
        for (auto& word : text::fold_words(piece)) {
            out.raw_words.push_back(std::move(word));
        }
        out.breaks.resize(out.raw_words.size(), false);
        out.initials.resize(out.raw_words.size(), looks_like_initials(piece));
        const auto marks = text::is_ascii_alnum(piece.front()) && text::is_ascii_alnum(piece.back())
                               ? std::string()
                               : text::fold(piece);
        if (marks.empty() || out.raw_words.empty()) {
            continue;
        }
        // "Title | Journal", "Title - Journal": how a page's head puts them.
        if (marks == "|" || marks == "-") {
            out.breaks.back() = true;
            continue;
        }
        if (first > 0 && kDividers.find(marks.front()) != std::string_view::npos) {
            out.breaks[first - 1] = true;
        }
        if (kDividers.find(marks.back()) != std::string_view::npos) {
            out.breaks.back() = true;
        }
    }
}

/// "See", "Withdrawn": a word before the reference or its title, taken for an author by somebody.
bool is_no_author(const bib::Name& name) {
    constexpr std::array<std::string_view, 10> kWords{
        "cf",      "eg",         "noauthor", "noauthorslisted", "retracted",
        "reprint", "retraction", "see",      "seealso",         "withdrawn"};
    const auto key = text::fold_key(name.literal.empty() ? name.family + name.given : name.literal);
    return std::ranges::find(kWords, key) != kWords.end();
}

/// Gives back to a title its "[…]", by which translations are marked, where a parser took it off.
void restore_brackets(std::string_view raw, std::string& title) {
    const auto at = title.empty() ? std::string_view::npos : raw.find(title);
    if (at == std::string_view::npos || at == 0 || raw[at - 1] != '[') {
        return;
    }
    const auto behind = raw.find_first_not_of(". ", at + title.size());
    if (behind != std::string_view::npos && raw[behind] == ']') {
        title = "[" + title + "]";
    }
}

/// A parser leaves out the "…" behind a title, which says that it is cut.
void restore_ellipsis(std::string_view raw, std::string& title) {
    const auto at = title.empty() ? std::string_view::npos : raw.find(title);
    if (at == std::string_view::npos) {
        return;
    }
    const auto behind = raw.substr(at + title.size());
    const auto begin = behind.find_first_not_of(" [(");
    const auto mark = begin == std::string_view::npos ? std::string_view() : behind.substr(begin);
    if (mark.starts_with("\u2026") || mark.starts_with("...") || mark.starts_with(". . .")) {
        title += "\u2026";
    }
}

std::vector<std::string> as_set(std::vector<std::string> words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

bool Citation::has_identifier() const noexcept {
    return std::ranges::any_of(kIdentifiers, [&](bib::Field field) { return !item.text(field).empty(); });
}

bool Citation::describes_something() const noexcept {
    return !item.title.empty() || raw.size() >= 24 ||
           (!item.author.empty() && item.issued.year != 0 && !item.page.empty());
}

Citation prepare(const bib::Reference& reference) {
    Citation out;
    out.item = reference.item;
    for (const auto field : kIdentifiers) {
        auto* value = out.item.text(field);
        if (value->empty()) {
            continue;
        }
        if (auto canonical = bib::parse_identifier(field, *value)) {
            *value = *std::move(canonical);
        }
    }
    if (!reference.is_record) {
        out.raw = without_mojibake(std::string_view(reference.raw).substr(0, kLongestRaw));
    }
    for (auto& name : out.item.author) {
        for (auto* part : {&name.family, &name.given, &name.literal}) {
            *part = without_mojibake(*part);
        }
    }
    out.item.title = without_mojibake(out.item.title);
    for (const auto& found : bib::find_identifiers(out.raw)) {
        if (auto* value = out.item.text(found.field); value != nullptr && value->empty()) {
            *value = found.value;
        }
        // Its digits are not the citation's volume or page.
        std::fill(out.raw.begin() + static_cast<std::ptrdiff_t>(found.span.begin),
                  out.raw.begin() + static_cast<std::ptrdiff_t>(found.span.end), ' ');
    }
    restore_ellipsis(out.raw, out.item.title);
    restore_brackets(out.raw, out.item.title);
    std::erase_if(out.item.author, is_no_author);
    const auto elisions = std::erase_if(out.item.author, is_elision);
    out.item.authors_elided = out.item.authors_elided || elisions > 0;
    // Between a title and pages a lone place is a journal misread ("Sarcoma, 2018, pp. 1-6").
    if (!out.raw.empty() && out.item.container_title.empty() && out.item.publisher.empty() &&
        !out.item.page.empty()) {
        out.item.container_title = std::exchange(out.item.publisher_place, "");
    }
    out.words = as_set(title_words(out.item.title));
    return out;
}

void read_raw(Citation& citation) {
    if (citation.raw_is_read || citation.raw.empty()) {
        return;
    }
    citation.raw_is_read = true;
    const auto text = with_plain_blanks(without_markup(citation.raw));
    read_words(text, citation);
    read_numbers(without_access_date(text), citation);
    auto words = citation.raw_words;
    for (auto& word : words) {
        word = spelling_form(word);
    }
    citation.words = as_set(std::move(words));
}

std::vector<std::string> likely_surnames(const bib::Item& item) {
    std::vector<std::string> out;
    const auto add = [&](std::string name) {
        if (!name.empty() && out.size() < 4 && std::ranges::find(out, name) == out.end()) {
            out.push_back(std::move(name));
        }
    };
    if (item.author.empty()) {
        return out;
    }
    const auto& name = item.author.front();
    add(text::fold_key(name.family));
    const auto person = person_of(name);
    add(joined(person.family));
    if (!person.family.empty()) {
        add(person.family.back());
        add(person.family.front());
    }
    if (person.unordered) {
        add(person.all.front());
    }
    return out;
}

}  // namespace whereof::verify
