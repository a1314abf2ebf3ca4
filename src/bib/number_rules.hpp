// SPDX-License-Identifier: MIT
#pragma once

#include "bib/publisher_rules.hpp"

namespace whereof::bib {

// Checks of identifiers that no publisher shapes, and of the numbers that go with them.

void check_issn_field(const Item& item, Outcomes& out);
void check_isbn_field(const Item& item, Outcomes& out);
/// Registrants are numbered in order of time; the highest seen in 232,771 DOIs of up to 2026 is 10.70713.
void check_doi_registrant(const Item& item, Outcomes& out);
void check_pmid_range(const Item& item, Outcomes& out);
/// PMIDs are given in order of time (corpus/words/pmid-years.tsv).
void check_pmid_year(const Item& item, Outcomes& out);
void check_pmcid_range(const Item& item, Outcomes& out);
/// YYMM of an arXiv number is a month since the archive began, and has four digits behind it until 2014, five
/// since.
void check_arxiv_month(const Item& item, Outcomes& out);
/// A preprint is not younger than what it became, give or take a year.
void check_arxiv_year(const Item& item, Outcomes& out);
/// The last page is not before the first.
void check_page_order(const Item& item, Outcomes& out);

}  // namespace whereof::bib
