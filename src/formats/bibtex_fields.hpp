// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::formats {

/// The field and type maps of BibTeX and biblatex, for both directions. The first row of a type or field is
/// the one that is written.

struct BibtexType {
    std::string_view name;
    bib::ItemType type;
    bool in_bibtex;    ///< written by write_bibtex()
    bool in_biblatex;  ///< written by write_biblatex()
};
inline constexpr BibtexType kBibtexTypes[] = {
    {"article", bib::ItemType::article_journal, true, true},
    {"article", bib::ItemType::article_magazine, true, true},
    {"article", bib::ItemType::article_newspaper, true, true},
    {"online", bib::ItemType::article, false, true},
    {"book", bib::ItemType::book, true, true},
    {"incollection", bib::ItemType::chapter, true, true},
    {"inproceedings", bib::ItemType::paper_conference, true, true},
    {"techreport", bib::ItemType::report, true, false},
    {"report", bib::ItemType::report, false, true},
    {"phdthesis", bib::ItemType::thesis, true, false},
    {"thesis", bib::ItemType::thesis, false, true},
    {"dataset", bib::ItemType::dataset, false, true},
    {"software", bib::ItemType::software, false, true},
    {"patent", bib::ItemType::patent, false, true},
    {"legislation", bib::ItemType::legislation, false, true},
    {"online", bib::ItemType::webpage, false, true},
    {"misc", bib::ItemType::document, true, true},
    // Read only.
    {"inbook", bib::ItemType::chapter, false, false},
    {"booklet", bib::ItemType::book, false, false},
    {"manual", bib::ItemType::book, false, false},
    {"mvbook", bib::ItemType::book, false, false},
    {"collection", bib::ItemType::book, false, false},
    {"proceedings", bib::ItemType::book, false, false},
    {"inreference", bib::ItemType::chapter, false, false},
    {"conference", bib::ItemType::paper_conference, false, false},
    {"mastersthesis", bib::ItemType::thesis, false, false},
    {"electronic", bib::ItemType::webpage, false, false},
    {"www", bib::ItemType::webpage, false, false},
    {"unpublished", bib::ItemType::article, false, false},
};

struct BibtexField {
    std::string_view name;
    bib::Field field;
};
/// Plain text fields that have one name in both dialects and directions, and other names that are read.
inline constexpr BibtexField kBibtexFields[] = {
    {"series", bib::Field::collection_title},
    {"volume", bib::Field::volume},
    {"number", bib::Field::issue},
    {"edition", bib::Field::edition},
    {"isbn", bib::Field::ISBN},
    {"issn", bib::Field::ISSN},
    {"doi", bib::Field::DOI},
    {"pmid", bib::Field::PMID},
    {"pmcid", bib::Field::PMCID},
    {"url", bib::Field::URL},
    {"note", bib::Field::note},
    // Read only.
    {"issue", bib::Field::issue},
    {"journal", bib::Field::container_title},
    {"journaltitle", bib::Field::container_title},
    {"booktitle", bib::Field::container_title},
    {"publisher", bib::Field::publisher},
    {"school", bib::Field::publisher},
    {"institution", bib::Field::publisher},
    {"organization", bib::Field::publisher},
    {"address", bib::Field::publisher_place},
    {"location", bib::Field::publisher_place},
    {"type", bib::Field::genre},
    {"pmc", bib::Field::PMCID},
    {"addendum", bib::Field::note},
    {"howpublished", bib::Field::note},
};

/// Values that TeX does not read: no escapes are needed, braces must not stand in them.
constexpr bool is_verbatim(std::string_view name) noexcept {
    return name == "doi" || name == "url" || name == "eprint" || name == "pmid" || name == "pmcid";
}

}  // namespace whereof::formats
