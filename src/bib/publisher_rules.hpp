// SPDX-License-Identifier: MIT
#pragma once

#include "bib/identifier_rules.hpp"

namespace whereof::bib {

// The publishers' shapes of DOIs and PIIs, one function a row of identifier_rules.cpp. Every one appends an
// outcome for each identifier of its publisher in the item, and nothing for others.

using Outcomes = std::vector<RuleOutcome>;

void check_elsevier_pii(const Item& item, Outcomes& out);
void check_elsevier_pii_issn(const Item& item, Outcomes& out);
void check_elsevier_code_month(const Item& item, Outcomes& out);
// Forms that every DOI of the publisher has: one cut short or made up has another.
void check_elsevier_pii_shape(const Item& item, Outcomes& out);
void check_bmc_shape(const Item& item, Outcomes& out);
void check_springer_shape(const Item& item, Outcomes& out);
void check_plos_shape(const Item& item, Outcomes& out);
void check_lww_shape(const Item& item, Outcomes& out);
void check_frontiers_shape(const Item& item, Outcomes& out);
/// Twelve digits and a check character modulo 13, or thirteen modulo 14.
void check_springer_13(const Item& item, Outcomes& out, std::string_view registrant);
void check_springer_14(const Item& item, Outcomes& out, std::string_view registrant);
void check_tandf_issn(const Item& item, Outcomes& out);
void check_sage_issn(const Item& item, Outcomes& out);
void check_blackwell_issn(const Item& item, Outcomes& out);
void check_iop_issn(const Item& item, Outcomes& out);
void check_lww_date(const Item& item, Outcomes& out);
void check_cureus_number(const Item& item, Outcomes& out);

// The ISSN inside an identifier belongs to a journal of the table that is not the one cited. In a PII the
// ISSN is the journal's of that day; in other publishers' DOIs of old volumes it may be a successor's.
void check_other_journal(const Item& item, Outcomes& out);
void check_other_journal_doi(const Item& item, Outcomes& out);

// The year that an identifier names against the item's own.
void check_springer_year(const Item& item, Outcomes& out);
void check_tandf_year(const Item& item, Outcomes& out);
void check_sage_year(const Item& item, Outcomes& out);
void check_elsevier_code_year(const Item& item, Outcomes& out);

}  // namespace whereof::bib
