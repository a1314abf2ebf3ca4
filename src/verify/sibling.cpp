// SPDX-License-Identifier: MIT
#include "verify/sibling.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/companion.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace whereof::verify {
namespace {

using bib::Field;

/// Words by which a title says of itself that it belongs to another work.
struct Mark {
    Sibling relation;
    std::string_view words;
    bool anywhere;  ///< else at the beginning
};
constexpr auto kMarks = std::to_array<Mark>({
    {Sibling::erratum, "erratum", false},
    {Sibling::erratum, "errata", false},
    {Sibling::erratum, "corrigend", false},
    {Sibling::erratum, "correction", false},
    {Sibling::erratum, "corrected", false},
    {Sibling::erratum, "retraction", false},
    {Sibling::erratum, "expression of concern", false},
    {Sibling::erratum, "publisher correction", false},
    {Sibling::erratum, "author correction", false},
    {Sibling::comment, "comment on", false},
    {Sibling::comment, "comments on", false},
    {Sibling::comment, "commentary on", false},
    {Sibling::comment, "invited commentary", false},
    {Sibling::comment, "re:", false},
    {Sibling::comment, "re ", false},
    {Sibling::comment, "reply", false},
    {Sibling::comment, "response to", false},
    {Sibling::comment, "author reply", false},
    {Sibling::comment, "authors' reply", false},
    {Sibling::comment, "authors' response", false},
    {Sibling::comment, "in reply", false},
    {Sibling::comment, "in response", false},
    {Sibling::comment, "letter to", false},
    {Sibling::comment, "letter:", false},
    {Sibling::comment, "editorial:", false},
    {Sibling::comment, "answer to", false},
    {Sibling::comment, "letter to the editor", true},
    {Sibling::comment, "(letter)", true},
    {Sibling::comment, "(reply)", true},
    {Sibling::dataset, "data from:", false},
    {Sibling::dataset, "dataset for", false},
    {Sibling::dataset, "supplementary data for", false},
});

bool bears(std::string_view folded, Sibling relation) {
    const bool marked = std::ranges::any_of(kMarks, [&](const Mark& mark) {
        return mark.relation == relation && (mark.anywhere ? folded.find(mark.words) != std::string_view::npos
                                                           : folded.starts_with(mark.words));
    });
    return marked || (relation == Sibling::comment && folded.ends_with("reply"));
}

/// An arXiv number without a journal is a preprint's too.
bool is_preprint(const bib::Item& item, std::string_view DOI) {
    return is_preprint_server(item.container_title, DOI) ||
           (item.container_title.empty() && !item.arXiv.empty() && DOI.empty());
}

/// A record that names no edition is taken for the first.
bool is_other_edition(const bib::Item& cited, const bib::Item& record) {
    const auto a = page_numbers(cited.edition);
    const auto b = page_numbers(record.edition);
    if (a.empty() || b.empty()) {
        return !a.empty() && a.front() != "1" && cited.issued.year > record.issued.year &&
               record.issued.year != 0 && record.type != bib::ItemType::article_journal;
    }
    return a.front() != b.front();
}

/// "cd000335" of a Cochrane review, which keeps its number while authors, title and year change with each
/// update; empty for other works.
std::string cochrane_number(const bib::Item& item) {
    constexpr std::size_t kLength = 8;
    for (const std::string* text : {&item.DOI, &item.page}) {
        const std::string folded = text::fold(*text);
        for (std::size_t at = folded.find("cd"); at != std::string::npos; at = folded.find("cd", at + 1)) {
            const auto number = folded.substr(at, kLength);
            const bool digits = std::ranges::all_of(number.substr(2), text::is_ascii_digit);
            if (number.size() == kLength && digits &&
                (text == &item.page || folded.starts_with("10.1002/14651858."))) {
                return number;
            }
        }
    }
    return {};
}

/// The same review in another year.
bool is_cochrane_update(const bib::Item& cited, const bib::Item& record, const Comparison& comparison) {
    const auto number = cochrane_number(cited);
    const auto* DOI = comparison.of(Field::DOI);
    return !number.empty() && number == cochrane_number(record) && comparison.differs(Field::issued) &&
           (DOI == nullptr || DOI->agreement != Agreement::same);
}

bool any_differs(const Comparison& comparison, std::span<const Field> fields) {
    return std::ranges::any_of(fields, [&](Field field) { return comparison.differs(field); });
}

bool is_near(const Comparison& comparison, Field field, double closeness) {
    const auto* match = comparison.of(field);
    return match != nullptr && (comparison.agrees(field) || match->closeness >= closeness);
}

/// Nearly the same title and authors, but three facts of the place are others, as where one statement was
/// printed in several journals. One or two of these facts may well be slips.
bool stands_elsewhere(const Candidate& candidate) {
    const auto& comparison = candidate.comparison;
    const bool no_author = comparison.of(Field::author) == nullptr;
    const bool same_text =
        is_near(comparison, Field::title, 0.7) && (no_author || is_near(comparison, Field::author, 0.5));
    if (!candidate.identifiers.empty() || !same_text) {
        return false;
    }
    const bool other_volume = comparison.differs(Field::volume);
    const bool other_page = comparison.differs(Field::page);
    const bool other_journal = comparison.differs(Field::container_title);
    const bool other_DOI = comparison.differs(Field::DOI);
    const bool other_year = comparison.differs(Field::issued);
    if (other_page && other_volume) {
        return other_journal || other_DOI || other_year;
    }
    if (other_page && other_journal && other_year) {
        return true;  // two journals may well have one number for their volumes
    }
    if (other_DOI && (other_page || (other_journal && other_volume))) {
        return true;
    }
    // A page of news that bears the title of the article it is about.
    return no_author && other_journal && !comparison.agrees(Field::volume) && !comparison.agrees(Field::page);
}

/// By marks at the head of a title, by containers, editions, and a number that differs between two titles.
Sibling kin_of(const bib::Item& cited, const bib::Item& record) {
    const auto a = text::fold(without_markup(cited.title));
    const auto b = text::fold(without_markup(record.title));
    if (a.empty() || b.empty()) {
        return Sibling::none;
    }
    for (const auto relation : {Sibling::erratum, Sibling::comment, Sibling::dataset}) {
        if (bears(a, relation) != bears(b, relation)) {
            return relation;
        }
    }
    const bool cited_preprint = is_preprint(cited, "");
    const bool record_preprint = is_preprint(record, record.DOI);
    if (record_preprint && !cited_preprint && !cited.container_title.empty()) {
        return Sibling::preprint;
    }
    if (cited_preprint && !record_preprint && !record.container_title.empty()) {
        return Sibling::version;
    }
    if (is_other_edition(cited, record)) {
        return Sibling::edition;
    }
    if (a == b) {
        return Sibling::none;
    }
    const auto match = compare_title(cited.title, record.title);
    const bool counted = match.differs() && match.note == "a number differs" && match.closeness >= 0.45;
    return counted ? Sibling::part : Sibling::none;
}

}  // namespace

bool is_preprint_server(std::string_view container, std::string_view DOI) {
    const auto key = text::fold_key(container);
    for (const std::string_view server : {"arxiv", "biorxiv", "medrxiv", "ssrn", "researchsquare",
                                          "preprints", "chemrxiv", "psyarxiv", "corr"}) {
        if (key == server || (server.size() >= 5 && key.starts_with(server))) {
            return true;
        }
    }
    return is_preprint_DOI(DOI);
}

Sibling sibling_of(const bib::Item& cited, const bib::Item& record) {
    const auto kin = kin_of(cited, record);
    const bool alike = kin == Sibling::none && compare_title(cited.title, record.title).closeness >= 0.5;
    return alike ? companionship(cited.title, record.title) : kin;
}

Sibling relation_of(const Citation& citation, const Candidate& candidate) {
    const auto& comparison = candidate.comparison;
    if (is_cochrane_update(citation.item, candidate.record.item, comparison)) {
        return Sibling::version;
    }
    const bool author = comparison.agrees(Field::author);
    if (author && comparison.agrees(Field::volume) && comparison.agrees(Field::page)) {
        return Sibling::none;
    }
    const auto companion = companion_elsewhere(citation, candidate);
    if (companion != Sibling::none) {
        return companion;
    }
    const auto relation = kin_of(citation.item, candidate.record.item);
    if (relation == Sibling::version) {
        constexpr std::array kVenue{Field::container_title, Field::issued, Field::volume, Field::page};
        return any_differs(comparison, kVenue) ? relation : Sibling::none;
    }
    // What a number in the parsed title says counts for less than the raw string that gives the whole title.
    if (relation != Sibling::none && !(relation == Sibling::part && comparison.agrees(Field::title))) {
        return relation;
    }
    const auto* DOI = comparison.of(Field::DOI);
    constexpr std::array kFacts{Field::title, Field::author, Field::issued, Field::issue};
    if (DOI != nullptr && DOI->note == kOtherVersion && any_differs(comparison, kFacts)) {
        return Sibling::version;
    }
    if (stands_elsewhere(candidate)) {
        return Sibling::elsewhere;
    }
    const bool other_title = is_near(comparison, Field::title, 0.5) && comparison.differs(Field::title);
    const auto by_title =
        other_title ? companionship(citation.item.title, candidate.record.item.title) : Sibling::none;
    return by_title == Sibling::protocol || by_title == Sibling::report ? by_title : Sibling::none;
}

std::string_view name(Sibling sibling) noexcept {
    constexpr std::array<std::string_view, 11> kNames{"",
                                                      "an erratum or notice to",
                                                      "a comment on or reply to",
                                                      "the data of, or the article on the data of,",
                                                      "a preprint of",
                                                      "another version of",
                                                      "another edition of",
                                                      "another part of",
                                                      "the protocol or the results of",
                                                      "another report of",
                                                      "of the same title as"};
    return kNames[static_cast<std::size_t>(sibling)];
}

}  // namespace whereof::verify
