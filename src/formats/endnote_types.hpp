// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string_view>

namespace whereof::formats {

/// EndNote's names and numbers of reference types, in its XML and its tagged files. Numbers differ between
/// the programs that write them, so that a name goes before a number.
struct EndnoteType {
    std::string_view name;
    int number;
    bib::ItemType type;
};
/// The first row of a type is the one that is written.
inline constexpr EndnoteType kEndnoteTypes[] = {
    {"Journal Article", 17, bib::ItemType::article_journal},
    {"Magazine Article", 19, bib::ItemType::article_magazine},
    {"Newspaper Article", 23, bib::ItemType::article_newspaper},
    {"Unpublished Work", 34, bib::ItemType::article},
    {"Book", 6, bib::ItemType::book},
    {"Book Section", 5, bib::ItemType::chapter},
    {"Dataset", 59, bib::ItemType::dataset},
    {"Generic", 13, bib::ItemType::document},
    {"Statute", 31, bib::ItemType::legislation},
    {"Conference Paper", 47, bib::ItemType::paper_conference},
    {"Patent", 25, bib::ItemType::patent},
    {"Report", 27, bib::ItemType::report},
    {"Computer Program", 9, bib::ItemType::software},
    {"Thesis", 32, bib::ItemType::thesis},
    {"Web Page", 12, bib::ItemType::webpage},
    {"Electronic Article", 43, bib::ItemType::article_journal},
    {"Journal", 0, bib::ItemType::article_journal},
    {"Edited Book", 28, bib::ItemType::book},
    {"Electronic Book", 44, bib::ItemType::book},
    {"Electronic Book Section", 60, bib::ItemType::chapter},
    {"Encyclopedia", 53, bib::ItemType::chapter},
    {"Conference Proceedings", 10, bib::ItemType::paper_conference},
    {"Conference Proceeding", 10, bib::ItemType::paper_conference},
    {"Conference", 0, bib::ItemType::paper_conference},
    {"Government Document", 46, bib::ItemType::report},
    {"Standard", 58, bib::ItemType::report},
    {"Bill", 4, bib::ItemType::legislation},
    {"Case", 7, bib::ItemType::legislation},
    {"Legal Rule or Regulation", 50, bib::ItemType::legislation},
    {"Manuscript", 36, bib::ItemType::article},
    {"Blog", 56, bib::ItemType::webpage},
    {"Online Database", 45, bib::ItemType::dataset},
};

}  // namespace whereof::formats
