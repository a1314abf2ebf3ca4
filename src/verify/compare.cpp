// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/vocabulary.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

using bib::Field;

FieldMatch compare_field(Field field, const bib::Item& cited, const bib::Item& found, bool found_incomplete) {
    switch (field) {
        case Field::author:
            return compare_authors(cited, found, found_incomplete);
        case Field::title:
            return compare_title(cited.title, found.title);
        case Field::container_title:
            return compare_container(cited, found);
        case Field::volume:
            return compare_volume(cited.volume, found.volume);
        case Field::issue:
            return compare_issue(cited.issue, found.issue);
        case Field::page:
            return compare_page(cited.page, found.page);
        case Field::issued:
            return compare_year(cited, found);
        case Field::publisher:
            return compare_publisher(cited.publisher, found.publisher);
        case Field::publisher_place:
            return compare_place(cited, found);
        case Field::DOI: {
            auto match = compare_DOI(cited.DOI, found.DOI);
            if (match.note == kRecordIsPreprint && cited.container_title.empty()) {
                match.agreement = Agreement::different;  // nothing says that another version is meant
            }
            return match;
        }
        default:
            return compare_identifier(field, cited.text(field), found.text(field));
    }
}

constexpr std::array kCompared{
    Field::author, Field::title,     Field::container_title, Field::volume, Field::issue, Field::page,
    Field::issued, Field::publisher, Field::publisher_place, Field::DOI,    Field::PMID,  Field::PMCID,
    Field::arXiv,  Field::PII};

bool is_cited(Field field, const bib::Item& cited) {
    switch (field) {
        case Field::author:
            return !cited.author.empty();
        case Field::issued:
            return cited.issued.year != 0;
        case Field::container_title:
            return !cited.container_title.empty() || !cited.container_title_short.empty();
        default:
            return !cited.text(field).empty();
    }
}

/// Small words of German, Dutch, French, Spanish, Italian, Portuguese, Danish and Polish that no English
/// title has. Folded.
constexpr auto kForeignWords = std::to_array<std::string_view>(
    {"aan",   "auf",   "avec", "av",  "bei",  "com",  "con",  "dans", "das",   "degli", "del",
     "della", "delle", "der",  "des", "di",   "dos",  "een",  "eine", "einer", "el",    "en",
     "entre", "het",   "hos",  "im",  "las",  "les",  "los",  "med",  "mit",   "nach",  "nel",
     "nella", "nicht", "och",  "og",  "oder", "op",   "para", "per",  "por",   "pour",  "przy",
     "sur",   "til",   "und",  "une", "van",  "voor", "vom",  "von",  "w",     "zum",   "zur"});

/// What a title shows of the language it is in.
struct Language {
    bool english = false;  ///< it has small words that only English has
    bool plain = false;    ///< or else every word is known, and in ASCII
    bool foreign = false;  ///< it is made of words that English titles lack
    bool marked = false;   ///< and has letters or small words that English lacks
};

/// Letters beyond Latin and Greek; Greek ones stand in English titles.
std::size_t count_other_script(std::string_view title) {
    constexpr char32_t kCyrillic = 0x400;
    std::size_t out = 0;
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = text::next_code_point(title, at);
        out += c >= kCyrillic && text::is_letter(c) && !(c >= 0x1E00 && c < 0x2E80) ? 1U : 0U;
    }
    return out;
}

bool has_accented_letter(std::string_view title) {
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = text::next_code_point(title, at);
        if (c >= 0xC0 && c < 0x250 && text::is_letter(c)) {
            return true;
        }
    }
    return false;
}

Language language_of(std::string_view title) {
    constexpr std::array<std::string_view, 4> kEnglish{"and", "of", "the", "with"};
    constexpr std::size_t kOtherScript = 4;  ///< letters that are no symbol
    const auto words = text::fold_words(title);
    const auto is_among = [&words](const auto& list) {
        return std::ranges::any_of(words, [&](const std::string& word) {
            return std::ranges::find(list, word) != std::ranges::end(list);
        });
    };
    const auto unknown = static_cast<std::size_t>(std::ranges::count_if(words, [](const std::string& word) {
        return word.size() > 3 && !has_digit(word) && !is_known_word(word);
    }));
    const bool other_script = count_other_script(title) >= kOtherScript;
    const bool foreign_sign = is_among(kForeignWords) || has_accented_letter(title);
    Language out;
    out.english = is_among(kEnglish);
    out.plain = !other_script && unknown == 0 && !foreign_sign;
    out.foreign = !out.english && (other_script || (unknown >= 2 && unknown * 3 >= words.size()));
    out.marked =
        !out.english && (other_script || (unknown >= 1 && unknown * 3 >= words.size() && foreign_sign));
    return out;
}

/// Is one title in a language that the other is not in? One that has none of English's small words is English
/// only when all its words are, and then the other must show by more than rare words that it is not.
bool are_in_two_languages(std::string_view a, std::string_view b) {
    const auto of_a = language_of(a);
    const auto of_b = language_of(b);
    const auto is_pair = [](const Language& english, const Language& other) {
        return (english.english && (other.foreign || other.marked)) || (english.plain && other.marked);
    };
    return is_pair(of_a, of_b) || is_pair(of_b, of_a);
}

bool is_bracketed(std::string_view title) { return text::trim(title).starts_with('['); }

}  // namespace

const FieldMatch* Comparison::of(Field field) const noexcept {
    const auto at = std::ranges::find(fields, field, &FieldMatch::field);
    return at == fields.end() ? nullptr : &*at;
}
FieldMatch* Comparison::of(Field field) noexcept {
    const auto at = std::ranges::find(fields, field, &FieldMatch::field);
    return at == fields.end() ? nullptr : &*at;
}

bool Comparison::agrees(Field field) const noexcept {
    const auto* match = of(field);
    return match != nullptr && match->agrees();
}

bool Comparison::differs(Field field) const noexcept {
    const auto* match = of(field);
    return match != nullptr && match->differs();
}

Comparison compare(const bib::Item& cited, const authority::Record& record) {
    Comparison out;
    for (const auto field : kCompared) {
        if (!is_cited(field, cited)) {
            continue;
        }
        auto match = compare_field(field, cited, record.item, record.authors_incomplete);
        for (const auto& variant : record.variants) {
            if (match.agrees()) {
                break;
            }
            auto other = compare_field(field, cited, variant, record.authors_incomplete);
            if (other.agrees()) {
                other.agreement = Agreement::variant;
                other.note = other.note.empty() ? "as another source of the record has it" : other.note;
                match = std::move(other);
            }
        }
        out.fields.push_back(std::move(match));
    }
    allow_translated_title(cited, record.item, out);
    return out;
}

void allow_translated_title(const bib::Item& cited, const bib::Item& found, Comparison& comparison) {
    auto* title = comparison.of(Field::title);
    const bool fits = comparison.agrees(Field::author) && comparison.agrees(Field::page) &&
                      comparison.agrees(Field::volume) && !comparison.differs(Field::container_title) &&
                      !comparison.differs(Field::issued) && !comparison.differs(Field::issue) &&
                      !comparison.differs(Field::DOI) && !comparison.differs(Field::PMID);
    if (!fits || title == nullptr || title->agreement != Agreement::different || title->closeness > 0.34) {
        return;
    }
    if (is_bracketed(cited.title) || is_bracketed(found.title) ||
        are_in_two_languages(cited.title, found.title)) {
        title->agreement = Agreement::absent;
        title->note = "in another language than the record's";
    }
}

}  // namespace whereof::verify
