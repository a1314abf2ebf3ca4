// SPDX-License-Identifier: MIT
#include "field_cases.hpp"
#include "verify/compare.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

TEST(ComparePublisher, AccusesOnlyBetweenKnownHouses) {
    constexpr FieldCase kCases[] = {
        {"IEEE", "IEEE", Agreement::same},
        {"IEEE", "Institute of Electrical and Electronics Engineers (IEEE)", Agreement::variant},
        {"Academic Press", "Elsevier", Agreement::variant},
        {"Kluwer Academic Publishers", "Springer", Agreement::variant},
        {"Oxford University Press", "Association for Computational Linguistics", Agreement::different},
        {"Springer", "IEEE", Agreement::different},
        {"A Small Press", "Springer", Agreement::absent},
        {"", "Springer", Agreement::absent},
    };
    expect_each(kCases, compare_publisher);
}

TEST(ComparePlace, DiffersOnlyForConferences) {
    const auto at = [](const char* place, bib::ItemType type) {
        bib::Item out;
        out.publisher_place = place;
        out.type = type;
        return out;
    };
    const auto conference = bib::ItemType::paper_conference;
    EXPECT_EQ(compare_place(at("Toronto, Canada", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::same);
    EXPECT_EQ(compare_place(at("Toronto", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::variant);
    EXPECT_EQ(compare_place(at("London, UK", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::different);
    EXPECT_EQ(compare_place(at("New York", bib::ItemType::book), at("Berlin", bib::ItemType::book)).agreement,
              Agreement::absent);
    EXPECT_EQ(compare_place(at("", conference), at("Toronto", conference)).agreement, Agreement::absent);
}

}  // namespace
}  // namespace whereof::verify
