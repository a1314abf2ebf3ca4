// SPDX-License-Identifier: MIT
#include "bib/kind_of_work.hpp"

#include "bib/cues.hpp"
#include "bib/tokens.hpp"

#include <algorithm>
#include <vector>

namespace whereof::bib {
namespace {

bool has_cue(std::string_view text, Cue cue) {
    std::vector<Token> tokens;
    tokenize(text, {}, tokens);
    for (const Token& token : tokens) {
        if (token.cue == static_cast<std::uint8_t>(cue)) {
            return true;
        }
    }
    return false;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (text.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_thesis(std::string_view beside) {
    return contains_any(
        beside, {"issertation", "hesis", "D diss", "D. diss", "Diss.", "Diss ", "Habilitation",
                 "Diplomarbeit", "Masterarbeit", "[tese", "Tese", "Dissertação", "dissertação", "Tesis",
                 "tesis", "Thèse", "thèse", "Doctoral", "Trabajo de grado"});
}

bool is_report(const Item& item, std::string_view beside) {
    return has_cue(item.genre, Cue::report) || has_cue(item.genre, Cue::guideline) ||
           contains_any(beside,
                        {"echnical report", "echnical Report", "Tech. Rep", "orking paper", "orking Paper",
                         "Report No", "Arbeitspapier", "Forschungsbericht", "Abschlussbericht", "uideline [",
                         "uideline, No", "uideline No", "-Leitlinie"});
}

bool is_person(const Name& name) { return name.literal.empty(); }

/// Statutes name themselves: "… Act 1974", "Lei nº 8.080", "Regulation (EU) 2017/745", "Pub. L. No. 111-148".
bool is_legislation(const Item& item, std::string_view raw) {
    if (contains_any(raw, {"Pub. L. No", "C.F.R.", " CFR §", "U.S.C.", "BGBl", "Regulation (E",
                           "Directive (E", "Verordnung (E", "Council Directive", "Lei nº"})) {
        return true;
    }
    if (std::ranges::any_of(item.author, is_person)) {
        return false;
    }
    if (contains_any(raw, {"Lei n.", "Lei No", "Lei federal", "Decreto", "Portaria n", "Resolução n",
                           "Directive 20", "Loi n°", "Ley "})) {
        return true;
    }
    for (std::size_t at = raw.find(" Act "); at != std::string_view::npos; at = raw.find(" Act ", at + 1)) {
        std::string_view rest = raw.substr(at + 5);
        rest.remove_prefix(rest.starts_with("of ") ? 3 : 0);
        if (rest.size() >= 4 &&
            (rest.starts_with("19") || rest.starts_with("20") || rest.starts_with("18"))) {
            return true;
        }
    }
    return false;
}

/// A paper that comes out every day or week gives its date in full, and no volume.
ItemType kind_of_paper(const Item& item) {
    if (item.issued.day == 0) {
        return ItemType::document;
    }
    const std::string_view name = item.container_title;
    if (contains_any(name, {"Times", "Guardian", "Post", "Herald", "Tribune", "Zeitung", "ageblatt",
                            "Telegraph", "Gazette", "Chronicle", "Folha", "Estado de S", "El País",
                            "Le Monde", "Die Zeit", "DIE ZEIT", "News", "Independent", "Globe"})) {
        return ItemType::article_newspaper;
    }
    return contains_any(name, {"New Yorker", "Economist", "Spiegel", "Newsweek", "Atlantic", "Time Magazine",
                               "Magazin"})
               ? ItemType::article_magazine
               : ItemType::document;
}

/// What brackets and certain words say outright; document when they say nothing.
ItemType said_kind(const Item& item, std::string_view raw, std::string_view beside) {
    if (contains_any(raw, {"omputer software]", "omputer program]", "[Software]", "[software]",
                           "package version", "Statistical Software",
                           "language and environment for statistical", "Statistics for Windows"})) {
        return ItemType::software;
    }
    if (contains_any(raw, {"[Data set]", "[data set]", "[Dataset]", "[dataset]", "[Database]"})) {
        return ItemType::dataset;
    }
    if (contains_any(beside,
                     {"S. Patent", "US Patent", "US patent", "Patent No", "Patentschrift", "[patent"})) {
        return ItemType::patent;
    }
    return is_thesis(beside) || contains_any(item.genre, {"hesis", "iss", "ese", "esis", "hèse"})
               ? ItemType::thesis
               : ItemType::document;
}

ItemType kind_in_container(const Item& item, bool has_in, bool serial) {
    const bool meeting = has_cue(item.container_title, Cue::meeting);
    if (meeting && !(serial && !has_in)) {
        return ItemType::paper_conference;
    }
    if (has_in &&
        (!item.publisher.empty() || !item.publisher_place.empty() || !item.editor.empty() || !serial)) {
        return ItemType::chapter;
    }
    if (serial || !item.page.empty()) {
        return !item.editor.empty() && !item.publisher.empty() ? ItemType::chapter
                                                               : ItemType::article_journal;
    }
    if (!item.editor.empty()) {
        return ItemType::chapter;
    }
    if (item.publisher.empty() && (!item.DOI.empty() || !item.PMID.empty() || item.URL.empty())) {
        return ItemType::article_journal;
    }
    return item.URL.empty() ? ItemType::book : ItemType::webpage;
}

}  // namespace

ItemType kind_of_work(const Item& item, std::string_view raw, std::string_view beside, bool has_in) {
    const bool serial = !item.volume.empty() || !item.issue.empty();
    const bool container = !item.container_title.empty();
    if (is_legislation(item, raw)) {
        return ItemType::legislation;
    }
    if (!serial) {
        if (const ItemType said = said_kind(item, raw, beside); said != ItemType::document) {
            return said;
        }
        if (!item.arXiv.empty()) {
            return ItemType::article;
        }
        if (const ItemType paper = kind_of_paper(item); container && paper != ItemType::document) {
            return paper;
        }
    }
    if (!container && is_report(item, beside)) {
        return ItemType::report;
    }
    if (container) {
        return kind_in_container(item, has_in, serial);
    }
    const bool read_online = !item.URL.empty() && item.DOI.empty() &&
                             (!item.accessed.empty() || has_cue(beside, Cue::web)) && item.ISBN.empty() &&
                             item.edition.empty() && item.page.empty();
    if (read_online) {
        return ItemType::webpage;
    }
    if (!item.publisher.empty() && (!item.publisher_place.empty() || item.URL.empty())) {
        return ItemType::book;
    }
    if (!item.URL.empty()) {
        return ItemType::webpage;
    }
    if (!item.publisher_place.empty() || !item.edition.empty() || !item.ISBN.empty()) {
        return ItemType::book;
    }
    return ItemType::document;
}

}  // namespace whereof::bib
