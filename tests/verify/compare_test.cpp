// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include "verify/works.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;

authority::Record record_of(bib::Item item) {
    authority::Record out;
    out.item = std::move(item);
    return out;
}

TEST(Compare, WhatAnotherSourceOfTheRecordSaysIsAVariant) {
    auto record = record_of(maher());
    bib::Item other;
    other.issued.year = 2016;
    record.variants.push_back(other);
    record.item.DOI.clear();
    auto cited = maher();
    cited.issued.year = 2016;
    EXPECT_EQ(compare(cited, record).of(Field::issued)->agreement, Agreement::variant);
    cited.issued.year = 2014;
    EXPECT_TRUE(compare(cited, record).differs(Field::issued));
}

TEST(Compare, ATitleInAnotherLanguageIsNotAnother) {
    auto held = maher();
    held.title = "Graded activity and exercise for chronic back pain: a randomized trial";
    const auto record = record_of(held);
    struct Case {
        const char* title;
        const char* page;
        bool differs;
    };
    constexpr Case kCases[] = {
        {"[Gradueret aktivitet for kroniske rygsmerter hos ældre: et randomiseret forsøg]", "736-747", false},
        {"Gradueret aktivitet for kroniske rygsmerter hos ældre: et randomiseret forsøg", "736-747", false},
        {"Abgestufte Aktivität bei chronischen Rückenschmerzen älterer Erwachsener", "736-747", false},
        {"Gradueret aktivitet for kroniske rygsmerter hos ældre: et randomiseret forsøg", "12-20", true},
        {"Management of wound infection after total knee replacement", "736-747", true},
        {"Hepatic fibrosis scores", "736-747", true},
    };
    for (const auto& [title, page, differs] : kCases) {
        auto cited = held;
        cited.title = title;
        cited.page = page;
        EXPECT_EQ(compare(cited, record).differs(Field::title), differs) << title;
        cited.author = names("Nobody N, Else E");
        EXPECT_TRUE(compare(cited, record).differs(Field::title)) << "authors must agree";
    }
}

TEST(Compare, AShortTitleShowsItsLanguageByItsLettersAndSmallWords) {
    struct Case {
        const char* title;
        bool differs;
    };
    constexpr Case kCases[] = {
        {"Nicht-spezifische Rückenschmerzen", false},
        {"Lombalgie non spécifique", false},
        {"Dolor lumbar inespecífico", false},
        {"非特异性腰痛", false},
        {"Неспецифическая боль в пояснице", false},
        {"Deep learning for stroke rehabilitation", true},
        {"β-blockers in heart failure", true},
        {"Sjögren syndrome: an overview", true},
        {"Outcomes after Guillain-Barré syndrome", true},
        {"Foraminoplasty techniques", true},
    };
    const auto record = record_of(maher());
    for (const auto& [title, differs] : kCases) {
        auto cited = maher();
        cited.title = title;
        EXPECT_EQ(compare(cited, record).differs(Field::title), differs) << title;
        cited.DOI = "";
        EXPECT_EQ(compare(cited, record).differs(Field::title), differs) << title << " without DOI";
        cited.DOI = "10.1000/other";
        EXPECT_TRUE(compare(cited, record).differs(Field::title)) << title << " under another DOI";
    }
}

}  // namespace
}  // namespace whereof::verify
