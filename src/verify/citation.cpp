// SPDX-License-Identifier: MIT
#include "verify/citation.hpp"

#include "bib/identifiers.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
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

/// `raw` with every identifier and URL blanked: their digits are not the citation's volume or page.
std::string without_identifiers(std::string_view raw) {
    std::string out(raw);
    for (const auto& found : bib::find_identifiers(raw)) {
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(found.span.begin),
                  out.begin() + static_cast<std::ptrdiff_t>(found.span.end), ' ');
    }
    return out;
}

void read_numbers(std::string_view text, Citation& out) {
    for (std::size_t at = 0; at < text.size() && out.numbers.size() < kMostNumbers;) {
        if (!text::is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && text::is_ascii_digit(text[at])) {
            ++at;
        }
        auto digits = text.substr(begin, at - begin);
        while (digits.size() > 1 && digits.front() == '0') {
            digits.remove_prefix(1);
        }
        std::string number(digits.substr(0, 12));
        if (number.size() == 4 && number >= "1800" && number <= "2100") {
            const int year = std::atoi(number.c_str());
            if (std::ranges::find(out.years, year) == out.years.end()) {
                out.years.push_back(year);
            }
        }
        out.numbers.push_back(std::move(number));
    }
}

/// One to three capitals, with or without full stops and dashes: "JM", "J.-M.", "J.".
bool looks_like_initials(std::string_view piece) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < piece.size();) {
        const auto c = text::next_code_point(piece, at);
        if (text::is_letter(c)) {
            ++letters;
            if (!text::is_upper(c)) {
                return false;
            }
        } else if (text::is_digit(c)) {
            return false;
        }
    }
    return letters >= 1 && letters <= 3;
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
        const auto folded = text::fold(piece);
        const bool initials = looks_like_initials(piece);
        for (auto& word : text::fold_words(piece)) {
            out.raw_words.push_back(std::move(word));
            out.breaks.push_back(false);
            out.initials.push_back(initials);
        }
        if (out.breaks.empty() || folded.empty()) {
            continue;
        }
        const bool opens = kDividers.find(folded.front()) != std::string_view::npos;
        const auto words_here = text::fold_words(piece).size();
        if (opens && out.breaks.size() > words_here) {
            out.breaks[out.breaks.size() - words_here - 1] = true;
        }
        if (kDividers.find(folded.back()) != std::string_view::npos) {
            out.breaks.back() = true;
        }
    }
}

}  // namespace

bool Citation::has_identifier() const noexcept {
    return std::ranges::any_of(kIdentifiers, [&](bib::Field field) { return !item.text(field).empty(); });
}

bool Citation::describes_something() const noexcept {
    return !item.title.empty() || raw_words.size() >= 4 ||
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
    for (const auto& found : bib::find_identifiers(reference.raw.substr(0, kLongestRaw))) {
        if (auto* value = out.item.text(found.field); value != nullptr && value->empty()) {
            *value = found.value;
        }
    }
    const auto elisions = std::erase_if(out.item.author, is_elision);
    out.item.authors_elided = out.item.authors_elided || elisions > 0;
    out.raw = reference.raw.substr(0, kLongestRaw);
    if (!out.raw.empty()) {
        // Between a title and pages a lone place is a journal misread ("Sarcoma, 2018, pp. 1-6").
        if (out.item.container_title.empty() && out.item.publisher.empty() && !out.item.page.empty()) {
            out.item.container_title = std::exchange(out.item.publisher_place, "");
        }
        const auto text = without_markup(without_identifiers(out.raw));
        read_words(text, out);
        read_numbers(text, out);
    }
    out.confidence = out.raw.empty() ? 1.0 : reference.confidence;
    out.words = out.raw.empty() ? title_words(out.item.title) : out.raw_words;
    for (auto& word : out.words) {
        word = spelling_form(word);
    }
    std::ranges::sort(out.words);
    out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
    return out;
}

std::vector<std::string> likely_surnames(const bib::Item& item) {
    std::vector<std::string> out;
    const auto add = [&](std::string name) {
        if (!name.empty() && out.size() < 3 && std::ranges::find(out, name) == out.end()) {
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
    if (!person.all.empty()) {
        add(person.all.back());
        add(person.all.front());
    }
    return out;
}

}  // namespace whereof::verify
