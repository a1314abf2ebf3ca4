// SPDX-License-Identifier: MIT
#include "bib/identifier_rules.hpp"

#include "bib/identifiers.hpp"
#include "bib/number_rules.hpp"
#include "bib/publisher_rules.hpp"

#include <algorithm>
#include <utility>

namespace whereof::bib {
namespace {

void check_bmc_13(const Item& item, Outcomes& out) { check_springer_13(item, out, "10.1186"); }
void check_bmc_14(const Item& item, Outcomes& out) { check_springer_14(item, out, "10.1186"); }
void check_nature_13(const Item& item, Outcomes& out) { check_springer_13(item, out, "10.1038"); }
void check_nature_14(const Item& item, Outcomes& out) { check_springer_14(item, out, "10.1038"); }
void check_1007_13(const Item& item, Outcomes& out) { check_springer_13(item, out, "10.1007"); }
void check_1007_14(const Item& item, Outcomes& out) { check_springer_14(item, out, "10.1007"); }

/// Counts: check characters, ISSNs and shapes over 400,412 registered DOIs; the field ISSN over
/// records of Crossref; the others over the 89,841 DOIs of the rates
/// test. (Two records there that carry a citer's wrong DOI are not counted.) A rule convicts when what it
/// finds cannot exist and its count, with one more failure assumed than was seen, is at most 1 in 1,000.
/// Rules about years never do: an honest slip of the year would be blamed on the identifier. Nor do rules
/// about numbers that still grow.
constexpr IdentifierRule kRules[] = {
    {"elsevier-pii-check", "check character of an Elsevier PII from 1996 on", 1, 10'195, true,
     check_elsevier_pii},
    {"elsevier-pii-issn", "check character of the ISSN inside a PII", 0, 10'195, true,
     check_elsevier_pii_issn},
    {"bmc-shape", "10.1186/s… is s, 5, 3, 4 or 5 digits and a check character", 0, 6'891, true,
     check_bmc_shape},
    {"bmc-check", "check character modulo 13 of 10.1186/s…", 0, 5'360, true, check_bmc_13},
    {"bmc-check-14", "check character modulo 14 of 10.1186/s…", 0, 1'531, true, check_bmc_14},
    {"nature-check", "check character modulo 13 of 10.1038/s…", 0, 2'733, true, check_nature_13},
    {"nature-check-14", "check character modulo 14 of 10.1038/s…", 0, 4'346, true, check_nature_14},
    {"springer-check", "check character modulo 13 of 10.1007/s…; co-published titles have others", 92, 25'123,
     false, check_1007_13},
    {"springer-check-14", "check character modulo 14 of 10.1007/s…", 1, 11'419, true, check_1007_14},
    {"tandf-issn", "check character of the ISSN in 10.1080/IIIIIIII.YYYY.N", 1, 12'197, true,
     check_tandf_issn},
    {"iop-issn", "check character of the ISSN in 10.1088/IIII-IIII/", 0, 3'584, true, check_iop_issn},
    {"sage-issn", "check character of the ISSN in 10.1177/IIIIIIIIyyNNNNNN", 6, 5'880, false,
     check_sage_issn},
    {"blackwell-issn", "check character of the ISSN in 10.1111/j.IIII-IIII.", 14, 3'889, false,
     check_blackwell_issn},
    {"other-journal", "journal of the ISSN inside an identifier against the one cited", 0, 3'301, true,
     check_other_journal},
    {"other-journal-doi", "journal of the ISSN inside a DOI against the one cited", 6, 3'313, false,
     check_other_journal_doi},
    {"elsevier-pii-shape", "10.1016/S… is a whole PII", 4, 4'522, false, check_elsevier_pii_shape},
    {"springer-shape", "10.1007/s99999-… is s, 5, 3, 4 or 5 digits and a check character", 2, 5'573, true,
     check_springer_shape},
    {"plos-shape", "10.1371/journal.… has a journal and seven digits", 0, 1'070, true, check_plos_shape},
    {"lww-shape", "10.1097/99999999-… is 8, 9 and 5 digits", 0, 1'183, true, check_lww_shape},
    {"frontiers-shape", "10.3389/f… has a year and 5 to 7 digits", 0, 731, false, check_frontiers_shape},
    {"elsevier-month", "month in 10.1016/j.code.YYYY.MM.N", 0, 14'411, true, check_elsevier_code_month},
    {"lww-date", "date in 10.1097/NNNNNNNN-YYYYMMDD0-NNNNN", 19, 1'057, false, check_lww_date},
    {"cureus-number", "10.7759/cureus.N is article eN", 0, 4, false, check_cureus_number},
    {"springer-year", "issue year minus year in a Springer Nature DOI is -1 to 2", 9, 6'487, false,
     check_springer_year},
    {"tandf-year", "issue year minus year in a Taylor & Francis DOI is -1 to 2", 7, 1'424, false,
     check_tandf_year},
    {"sage-year", "issue year minus year in a SAGE DOI is -1 to 4", 1, 1'119, false, check_sage_year},
    {"elsevier-year", "issue year minus year in 10.1016/j.code.YYYY.MM.N is -1 to 2", 12, 13'057, false,
     check_elsevier_code_year},
    {"issn-check", "check character of an ISSN", 27, 15'039, false, check_issn_field},
    {"isbn-check", "check digit of an ISBN", 0, 58, false, check_isbn_field},
    {"doi-registrant", "registrant of a DOI is at most 10.90000", 0, 232'771, true, check_doi_registrant},
    {"pmid-range", "PMID is at most 45,000,000", 0, 40'444, false, check_pmid_range},
    {"pmid-year", "year of the PMID's neighbours against the one cited", 139, 32'470, false, check_pmid_year},
    {"pmcid-range", "PMCID is at most PMC15000000", 0, 2'345, false, check_pmcid_range},
    {"arxiv-month", "month and length of an arXiv number", 0, 0, false, check_arxiv_month},
    {"arxiv-year", "year of an arXiv number is not after the one cited", 0, 0, false, check_arxiv_year},
    {"page-order", "last page is not before the first", 50, 47'790, false, check_page_order},
};

/// Convicting takes a rate that holds when one more failure is assumed than was seen.
constexpr bool is_borne_out(const IdentifierRule& rule) {
    constexpr int kOneIn = 1000;
    return !rule.convicts || (rule.exceptions + 1) * kOneIn <= rule.of + 2;
}
static_assert(std::ranges::all_of(kRules, is_borne_out));

}  // namespace

std::span<const IdentifierRule> identifier_rules() { return kRules; }

double false_alarm_rate(const IdentifierRule& rule) {
    return rule.of == 0 ? 1.0 : static_cast<double>(rule.exceptions) / rule.of;
}

std::vector<IdentifierFault> check_identifiers(const Item& item) {
    std::vector<IdentifierFault> faults;
    std::vector<RuleOutcome> outcomes;
    for (const IdentifierRule& rule : kRules) {
        outcomes.clear();
        rule.check(item, outcomes);
        for (RuleOutcome& outcome : outcomes) {
            if (!outcome.explanation.empty()) {
                faults.push_back({outcome.field, std::move(outcome.value), rule.name,
                                  std::move(outcome.explanation), rule.convicts, rule.exceptions, rule.of});
            }
        }
    }
    return faults;
}

}  // namespace whereof::bib
