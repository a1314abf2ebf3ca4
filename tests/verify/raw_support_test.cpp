// SPDX-License-Identifier: MIT
#include "verify/raw_support.hpp"

#include "verify/works.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

constexpr const char* kRaw =
    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017 Feb 18;389(10070):736-747.";

/// The citation as a parser that understood nothing would hand it on, then changed.
Comparison compare_raw(const char* raw, const bib::Item& parsed) {
    auto [citation, record, comparison] = raw_citation(raw, parsed, maher());
    support_from_raw(citation, record, comparison);
    return comparison;
}

TEST(RawSupport, FindsEveryFactOfTheRecordWithoutAParser) {
    const auto comparison = compare_raw(kRaw, {});
    for (const auto field : {bib::Field::title, bib::Field::author, bib::Field::container_title,
                             bib::Field::issued, bib::Field::volume, bib::Field::page}) {
        EXPECT_TRUE(comparison.agrees(field)) << bib::csl_name(field);
    }
}

TEST(RawSupport, AFieldCutWrongDoesNotConvict) {
    bib::Item parsed;
    parsed.title = "Underwood M, Buchbinder R. Non-specific low back pain";
    parsed.author = {{"Maher", "C", "", "", "", ""}};
    parsed.container_title = "Lancet. 2017 Feb";
    parsed.volume = "10070";
    parsed.issue = "389";
    const auto comparison = compare_raw(kRaw, parsed);
    for (const auto& match : comparison.fields) {
        EXPECT_NE(match.agreement, Agreement::different) << bib::csl_name(match.field);
    }
}

TEST(RawSupport, NeverHidesAWrongFact) {
    bib::Item parsed = maher();
    parsed.DOI.clear();
    parsed.PMID.clear();
    parsed.volume = "398";
    parsed.author[0] = {"Yamanashi", "Y", "", "", "", ""};
    parsed.title = "Non-specific low back pain in the adolescent";
    const auto comparison = compare_raw(
        "Yamanashi Y, Underwood M, Buchbinder R. Non-specific low back pain in the "
        "adolescent. Lancet. 2017 Feb 18;398(10070):736-747.",
        parsed);
    EXPECT_TRUE(comparison.differs(bib::Field::volume));
    EXPECT_TRUE(comparison.differs(bib::Field::author));
    EXPECT_TRUE(comparison.differs(bib::Field::title));
    EXPECT_TRUE(comparison.agrees(bib::Field::page));
}

TEST(RawSupport, AnAccessDateSaysNothingOfTheYear) {
    bib::Item parsed = maher();
    parsed.issued.year = 2009;
    for (const char* access : {"Accessed March 3, 2017.", "[cited 2017 Mar 3]", "Retrieved 3 March 2017.",
                               "Zugriff am 03.03.2017", "Consult\u00E9 le 3 mars 2017."}) {
        const std::string raw = std::string(
                                    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. "
                                    "2009;389(10070):736-747. ") +
                                access;
        EXPECT_TRUE(compare_raw(raw.c_str(), parsed).differs(bib::Field::issued)) << access;
    }
    EXPECT_TRUE(compare_raw("Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. "
                            "2009;389(10070):736-747. Epub 2017 Feb 18.",
                            parsed)
                    .agrees(bib::Field::issued));
}

TEST(RawSupport, NumbersWhoseRolesAreWrittenDownAreNotExchanged) {
    bib::Item parsed = maher();
    parsed.volume = "736";
    parsed.page = "389-747";
    const auto comparison = compare_raw(
        "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;736(10070):389-747.",
        parsed);
    EXPECT_TRUE(comparison.differs(bib::Field::volume));
    EXPECT_TRUE(comparison.differs(bib::Field::page));
}

TEST(RawSupport, InitialsBelongToTheirNames) {
    struct Case {
        const char* authors;
        bool right;
    };
    constexpr Case kCases[] = {
        {"Maher C, Underwood M, Buchbinder R.", true},
        {"Maher X, Underwood Y, Buchbinder Z.", false},
        {"C. Maher, M. Underwood, R. Buchbinder.", true},
        {"C. Maher, M. Underwood, and Z. Buchbinder.", false},
        {"Maher, Underwood and Buchbinder.", true},
        {"Maher C, Underwood MR, Buchbinder R.", true},
        {"C. G. Maher, M. Underwood, R. Buchbinder.", true},
        {"Maher D, et al.", false},
        {"Maher C, et al.", true},
        {"See also Maher C, Underwood M, Buchbinder R.", true},
        {"Cf. Maher C, Underwood M, Buchbinder R.", true},
        {"C. Maher, MD, PhD, M. Underwood, MD, R. Buchbinder, PhD.", true},
        {"Seealso C, Maher C, Underwood M, Buchbinder R.", false},
    };
    for (const auto& [authors, right] : kCases) {
        const std::string raw =
            std::string(authors) + " Non-specific low back pain. Lancet. 2017;389(10070):736-747.";
        bib::Item misread;
        misread.author = {{"Lancet", "Q", "", "", "", ""}};
        const auto comparison = compare_raw(raw.c_str(), misread);
        EXPECT_EQ(comparison.agrees(bib::Field::author), right) << authors;
        EXPECT_EQ(comparison.of(bib::Field::author)->cited, "Lancet Q");
        EXPECT_NE(comparison.of(bib::Field::author)->found, "");
    }
}

TEST(RawSupport, AnotherReferenceMayStandBefore) {
    const std::string other = "Frese A, Evers S, May A. Trigeminal pain. Cephalalgia. 2003;14:67-8. ";
    bib::Item parsed;
    parsed.author = names("Frese A, Evers S, May A");
    EXPECT_TRUE(compare_raw((other + kRaw).c_str(), parsed).agrees(bib::Field::author));
    const std::string invented =
        "Yamanashi Y, Else E, Maher C, Underwood M, Buchbinder R. Non-specific low back pain.";
    parsed.author = names("Yamanashi Y, Else E, Maher C, Underwood M, Buchbinder R");
    EXPECT_TRUE(compare_raw(invented.c_str(), parsed).differs(bib::Field::author));
}

TEST(RawSupport, TheFirstAuthorAtTheHeadOfTheStringSupports) {
    const auto comparison = compare_raw("Maher C, and many more. Lancet. 2017;389(10070):736-747.", {});
    ASSERT_TRUE(comparison.agrees(bib::Field::author));
    EXPECT_EQ(comparison.of(bib::Field::author)->cited, "maher c and many");
    EXPECT_FALSE(compare_raw("Maher X, and many more. Lancet. 2017;389(10070):736-747.", {})
                     .agrees(bib::Field::author));
}

TEST(RawSupport, ReadsAcrossBrokenLines) {
    const auto comparison = compare_raw(
        "Maher C, Under-\nwood M, Buchbinder R. Non-spe-\ncific low back\npain. Lancet. 2017;389:736-47.",
        {});
    EXPECT_TRUE(comparison.agrees(bib::Field::title));
}

}  // namespace
}  // namespace whereof::verify
