// SPDX-License-Identifier: MIT
#include "bib/identifier_rules.hpp"

#include "bib/identifier_checks.hpp"
#include "bib/identifiers.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

/// "elsevier-pii-check! springer-year"; "!" where the rule convicts.
std::string faults_of(const Item& item) {
    std::string out;
    for (const IdentifierFault& fault : check_identifiers(item)) {
        out += (out.empty() ? "" : " ") + std::string(fault.rule) + (fault.convicts ? "!" : "");
        EXPECT_FALSE(fault.explanation.empty()) << fault.rule;
    }
    return out;
}

std::string faults_of(Field field, const char* value, const char* journal = "", int year = 0) {
    Item item;
    *item.text(field) = value;
    item.container_title = journal;
    item.issued.year = year;
    return faults_of(item);
}

struct Case {
    Field field;
    const char* value;
    const char* journal;
    int year;
    const char* expected;
};

TEST(IdentifierRules, TellWhatCannotExist) {
    constexpr Case kCases[] = {
        // real works
        {Field::DOI, "10.1016/s0140-6736(18)30480-x", "Lancet", 2018, ""},
        {Field::DOI, "10.1016/s0140-6736(18)30489-6", "The Lancet", 2018, ""},
        {Field::DOI, "10.1016/s0140-6736(16)30970-9", "Lancet", 2017, ""},
        {Field::DOI, "10.7326/m16-2459", "Ann Intern Med", 2017, ""},
        {Field::DOI, "10.1016/j.physrep.2009.05.002", "Physics Reports", 2009, ""},
        {Field::DOI, "10.1186/s12887-019-1693-2", "BMC Pediatrics", 2019, ""},
        {Field::DOI, "10.1186/s13048-023-01334-8", "J Ovarian Res", 2024, ""},
        {Field::DOI, "10.1038/s42256-025-01073-z", "Nat Mach Intell", 2025, ""},
        {Field::DOI, "10.1007/s11764-015-0486-3", "J Cancer Surviv", 2016, ""},
        {Field::DOI, "10.1080/17482798.2023.2230321", "Journal of Children and Media", 2023, ""},
        {Field::DOI, "10.1177/0009922817693298", "Clin Pediatr", 2017, ""},
        {Field::DOI, "10.1371/journal.pone.0046835", "PLoS One", 2012, ""},
        {Field::DOI, "10.1371/journal.pone.0046835.g001", "PLoS One", 2012, ""},
        {Field::DOI, "10.1097/00007632-200112010-00008", "Spine", 2001, ""},
        {Field::DOI, "10.3389/fnana.2014.00072", "Front Neuroanat", 2014, ""},
        {Field::PMID, "29573870", "", 2018, ""},
        {Field::ISSN, "0140-6736", "", 0, ""},
        {Field::ISBN, "9780306406157", "", 0, ""},
        {Field::arXiv, "2301.00001", "", 2023, ""},
        {Field::arXiv, "hep-th/9901001", "", 1999, ""},
        {Field::page, "2356-2367", "", 0, ""},
        {Field::PMCID, "PMC6657922", "", 0, ""},
        // one character off, or cut short
        {Field::DOI, "10.1016/s0140-6736(18)30480-1", "Lancet", 2018, "elsevier-pii-check!"},
        {Field::DOI, "10.1016/s0140-6736(18)30498-6", "Lancet", 2018, "elsevier-pii-check!"},
        {Field::PII, "S0140673618304891", "Lancet", 2018, "elsevier-pii-check!"},
        {Field::DOI, "10.1186/s12891-024-102", "", 2024, "bmc-shape!"},
        {Field::DOI, "10.1186/s12887-019-1693-3", "", 2019, "bmc-check!"},
        {Field::DOI, "10.1186/s13048-023-01334-9", "", 2024, "bmc-check-14!"},
        {Field::DOI, "10.1038/s42256-025-01073-1", "", 2025, "nature-check-14!"},
        {Field::DOI, "10.1007/s11764-015-0486-4", "", 2016, "springer-check"},
        {Field::DOI, "10.1007/s11764-015-0486", "", 2016, "springer-shape!"},
        {Field::DOI, "10.1371/journal.pone.004683", "", 2012, "plos-shape!"},
        {Field::DOI, "10.1371/journal.pone.00468351", "", 2012, "plos-shape!"},
        {Field::DOI, "10.1097/00007632-20011201-00008", "", 2001, "lww-shape!"},
        {Field::DOI, "10.1016/s0140-6736(18)3048-x", "", 2018, "elsevier-pii-shape"},
        {Field::DOI, "10.3389/fnana.2014.072", "", 2014, "frontiers-shape"},
        {Field::DOI, "10.1080/17482799.2023.2230321", "", 2023, "tandf-issn!"},
        {Field::DOI, "10.1088/2058-7059/3/9/23", "", 0, "iop-issn!"},
        {Field::DOI, "10.1016/j.physrep.2009.15.002", "", 2009, "elsevier-month!"},
        {Field::ISSN, "0140-6737", "", 0, "issn-check"},
        {Field::ISBN, "9780306406158", "", 0, "isbn-check"},
        {Field::ISBN, "0306406153", "", 0, "isbn-check"},
        {Field::arXiv, "2313.00001", "", 2023, "arxiv-month"},
        {Field::page, "253-239", "", 0, "page-order"},
        // another journal's: a PII of Arch Phys Med Rehabil
        {Field::PII, "S0003999324008451", "Journal of Back & Musculoskeletal Rehabilitation", 2022,
         "other-journal!"},
        {Field::PII, "S1934148223000459", "PM&R", 2023, "elsevier-pii-check!"},
        {Field::PII, "S0003999324008451", "Arch Phys Med Rehabil", 2024, ""},
        {Field::PII, "S0003999324008451", "Archives of Physical Medicine and Rehabilitation", 2024, ""},
        {Field::PII, "S0003999324008451", "A Journal That No Table Knows", 2024, ""},
        {Field::PII, "S0003999324008451", "", 2024, ""},
        // years: told, but nobody is convicted of a slip
        {Field::DOI, "10.1186/s12887-019-1693-2", "", 2009, "springer-year"},
        {Field::DOI, "10.1016/j.physrep.2009.05.002", "", 2019, "elsevier-year"},
        {Field::DOI, "10.99999/nonexistent.00000", "", 0, "doi-registrant!"},
        {Field::PMID, "29573870", "", 1998, "pmid-year"},
        {Field::arXiv, "2301.00001", "", 2019, "arxiv-year"},
    };
    for (const auto& [field, value, journal, year, expected] : kCases) {
        EXPECT_EQ(faults_of(field, value, journal, year), expected) << value << " " << journal << " " << year;
    }
}

TEST(IdentifierRules, CureusNumbersItsArticles) {
    Item item;
    item.DOI = "10.7759/cureus.5001";
    item.page = "e5001";
    EXPECT_EQ(faults_of(item), "");
    item.page = "e5010";
    EXPECT_EQ(faults_of(item), "cureus-number");
}

TEST(IdentifierRules, AreNamedOnceAndConvictOnlyOnTheirCount) {
    std::set<std::string_view> names;
    for (const IdentifierRule& rule : identifier_rules()) {
        EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
        EXPECT_FALSE(rule.what.empty()) << rule.name;
        if (rule.convicts) {
            EXPECT_LE(false_alarm_rate(rule), 0.001) << rule.name;
        }
    }
}

TEST(IdentifierRules, OfAnEmptyItemAreSilent) { EXPECT_EQ(faults_of(Item{}), ""); }

TEST(IdentifierChecks, CatchEverySingleDigitOfAPii) {
    const std::string pii = "S0140673618304896";
    ASSERT_TRUE(has_pii_check(pii));
    for (std::size_t at = 1; at + 1 < pii.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = pii;
            changed[at] = digit;
            EXPECT_EQ(has_pii_check(changed), digit == pii[at]) << changed;
        }
    }
}

TEST(IdentifierChecks, OfOtherFormsAreFalse) {
    EXPECT_FALSE(has_isbn_check("12345"));
    EXPECT_FALSE(has_issn_check(""));
    EXPECT_FALSE(has_issn_check("123456789"));
    EXPECT_FALSE(has_pii_check("S"));
    EXPECT_FALSE(has_springer_check("s12887-019-1693-"));
    EXPECT_EQ(isbn13_of_isbn10("0306406152"), "9780306406157");
}

}  // namespace
}  // namespace whereof::bib
