// SPDX-License-Identifier: MIT
#include "verify/raw_place.hpp"

#include "verify/works.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;

constexpr const char* kMaher =
    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389(10070):736-747.";

/// How the parsed place and the raw string compare with maher().
Comparison compare_place_of(const std::string& raw, const bib::Item& parsed) {
    auto [citation, record, comparison] = raw_citation(raw, parsed, maher());
    support_place(citation, record.item, 0, comparison);
    support_ahead_of_print(citation, record.item, comparison);
    return comparison;
}

bib::Item place(int year, const char* volume, const char* issue, const char* page) {
    auto out = maher();
    out.issued.year = year;
    out.volume = volume;
    out.issue = issue;
    out.page = page;
    return out;
}

std::vector<std::string> differing(const Comparison& comparison) {
    std::vector<std::string> out;
    for (const auto& match : comparison.fields) {
        if (match.agreement == Agreement::different) {
            out.emplace_back(bib::csl_name(match.field));
        }
    }
    return out;
}

TEST(SupportPlace, WhatStandsBehindTheReferenceIsNotItsPlace) {
    struct Case {
        const char* behind;
        bib::Item parsed;
    };
    const Case kCases[] = {
        {" Frese A, Evers S. Trigeminal pain. Cephalalgia. 2003;14:67-8.", place(2003, "14", "", "67-68")},
        {" Reprinted in: Am J Example 2020;12:44-50.", place(2020, "12", "", "44-50")},
        {" Cited in: Smith J. Textbook of Medicine. 3rd ed. London: Elsevier; 2015. p. 233.",
         place(2017, "389", "10070", "233")},
        {" Level of evidence: 2. A trial of 4,312 patients.", place(2017, "4", "10070", "736-747")},
        {" Drake C. Insomnia. Depress Anxiety. 2003;18(4):163-176.", place(2017, "389", "4", "736-747")},
    };
    for (const auto& [behind, parsed] : kCases) {
        SCOPED_TRACE(behind);
        EXPECT_FALSE(differing(compare_place_of("", parsed)).empty());
        EXPECT_EQ(differing(compare_place_of(std::string(kMaher) + behind, parsed)),
                  std::vector<std::string>{});
    }
}

TEST(SupportPlace, APlaceThatIsNotTheRecordsStaysWrong) {
    const std::string head = "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. ";
    EXPECT_EQ(differing(compare_place_of(head + "2017;390(10070):736-747. Reprinted in: BMJ 2018;389:5.",
                                         place(2017, "390", "10070", "736-747"))),
              std::vector<std::string>{"volume"});
    EXPECT_EQ(differing(compare_place_of(head + "2017;389(10070):736-759.",
                                         place(2017, "389", "10070", "736-759"))),
              std::vector<std::string>{"page"});
    EXPECT_EQ(differing(compare_place_of(head + "389(736), pp. 817-827 (2017).",
                                         place(2017, "389", "736", "817-827"))),
              (std::vector<std::string>{"issue", "page"}));
    EXPECT_EQ(differing(compare_place_of(head + "389, no. 10070, 2017, pp. 206-736.",
                                         place(2017, "389", "10070", "206-736"))),
              std::vector<std::string>{"page"});
    EXPECT_EQ(differing(compare_place_of(head + "2018;389(10070):736-747.",
                                         place(2018, "389", "10070", "736-747"))),
              std::vector<std::string>{"issued"});
    EXPECT_EQ(differing(compare_place_of(head + "2017;389(10071):736-747.",
                                         place(2017, "389", "10071", "736-747"))),
              std::vector<std::string>{"issue"});
}

TEST(SupportPlace, AVolumeNamedAfterItsYearIsNotProvedByTheYear) {
    bib::Reference reference;
    reference.raw = "Calderano SG. Trypanosome machinery. Enzyme Research, vol. 2023, 2011, pp. 1-8.";
    reference.item = journal_article("Calderano SG", "Trypanosome machinery", "Enzyme Research", 2011, "2023",
                                     "", "1-8", "", "");
    authority::Record record;
    record.item = reference.item;
    record.item.volume = "2011";
    auto citation = prepare(reference);
    read_raw(citation);
    auto comparison = compare(citation.item, record);
    support_place(citation, record.item, 0, comparison);
    EXPECT_EQ(differing(comparison), std::vector<std::string>{"volume"});
}

TEST(SupportAheadOfPrint, LeavesUnsaidWhatWasNotKnownYet) {
    const std::string head = "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. ";
    struct Case {
        const char* place;
        bib::Item parsed;
        std::vector<std::string> wrong;
    };
    const Case kCases[] = {
        {"2018 (Epub ahead of print).", place(2018, "", "", ""), {}},
        {"2018. In press.", place(2018, "", "", ""), {}},
        {"2014 (Epub ahead of print).", place(2014, "", "", ""), {"issued"}},
        {"2018.", place(2018, "", "", ""), {"issued"}},
        {"2018;388(1):1-9. Epub ahead of print.",
         place(2018, "388", "", "1-9"),
         {"volume", "page", "issued"}},
    };
    for (auto [where, parsed, wrong] : kCases) {
        SCOPED_TRACE(where);
        parsed.DOI.clear();
        EXPECT_EQ(differing(compare_place_of(head + where, parsed)), wrong);
    }
}

TEST(SupportAheadOfPrint, TheEndOfTheDOIIsNoPageAndTheDayNoVolume) {
    bib::Reference reference;
    reference.raw =
        "Aalto M, Berg N. Nordic walking. Clin Rehabil. 2018 Oct 9:269215518800000. "
        "doi: 10.1177/0269215518800000.";
    reference.item = journal_article("Aalto M, Berg N", "Nordic walking", "Clin Rehabil", 2018, "9", "",
                                     "269215518800000", "10.1177/0269215518800000", "");
    authority::Record record;
    record.item = journal_article("Aalto M, Berg N", "Nordic walking", "Clin Rehabil", 2019, "33", "3",
                                  "401-410", "10.1177/0269215518800000", "");
    auto citation = prepare(reference);
    read_raw(citation);
    auto comparison = compare(citation.item, record);
    EXPECT_EQ(differing(comparison).size(), 3U);
    support_ahead_of_print(citation, record.item, comparison);
    EXPECT_EQ(differing(comparison), std::vector<std::string>{});
}

TEST(SupportAheadOfPrint, AYearOfTheTitleIsNotTheCitations) {
    bib::Reference reference;
    reference.raw = "Memish ZA. Hajj pilgrimage, Europe, 2000. Emerg Infect Dis. In press.";
    reference.item = journal_article("Memish ZA", "Hajj pilgrimage, Europe, 2000", "Emerg Infect Dis", 2000,
                                     "", "", "", "", "");
    authority::Record record;
    record.item = reference.item;
    record.item.issued.year = 2003;
    auto citation = prepare(reference);
    read_raw(citation);
    auto comparison = compare(citation.item, record);
    ASSERT_TRUE(comparison.differs(Field::issued));
    support_ahead_of_print(citation, record.item, comparison);
    EXPECT_FALSE(comparison.differs(Field::issued));
}

}  // namespace
}  // namespace whereof::verify
