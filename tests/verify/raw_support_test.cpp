// SPDX-License-Identifier: MIT
#include "verify/raw_support.hpp"

#include "verify/works.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

constexpr const char* kRaw =
    "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017 Feb 18;389(10070):736-747.";

/// The citation as a parser that understood nothing would hand it on, then changed.
Comparison compare_raw(const char* raw, const bib::Item& parsed) {
    bib::Reference reference;
    reference.raw = raw;
    reference.item = parsed;
    authority::Record record;
    record.item = maher();
    const auto citation = prepare(reference);
    auto comparison = compare(citation.item, record);
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

TEST(RawSupport, ReadsAcrossBrokenLines) {
    const auto comparison = compare_raw(
        "Maher C, Under-\nwood M, Buchbinder R. Non-spe-\ncific low back\npain. Lancet. 2017;389:736-47.",
        {});
    EXPECT_TRUE(comparison.agrees(bib::Field::title));
}

}  // namespace
}  // namespace whereof::verify
