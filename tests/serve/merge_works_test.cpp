// SPDX-License-Identifier: MIT
#include "serve/merge_works.hpp"

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

bib::Item item(std::string title, std::string doi, std::string pmid = {}) {
    bib::Item out;
    out.type = bib::ItemType::article_journal;
    out.title = std::move(title);
    out.DOI = std::move(doi);
    out.PMID = std::move(pmid);
    if (!out.title.empty()) {
        bib::Name author;
        author.family = "Foster";
        author.given = "NE";
        out.author.push_back(author);
        out.issued.year = 2018;
        out.container_title = "Lancet";
    }
    return out;
}

std::vector<std::size_t> into(const std::vector<bib::Item>& items) {
    std::vector<const bib::Item*> pointers;
    for (const auto& one : items) {
        pointers.push_back(&one);
    }
    std::vector<std::size_t> out;
    for (const auto& merged : merge_works(pointers)) {
        out.push_back(merged.into);
        EXPECT_EQ(merged.because.empty(), merged.into == out.size() - 1) << merged.because;
    }
    return out;
}

constexpr char kTitle[] = "Prevention and treatment of low back pain: evidence and promising directions";

TEST(MergeWorks, AnyIdentifierWillDoAlsoByWayOfAThird) {
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item("", "", "29573872"), item(kTitle, "10.1/a", "29573872")}),
              (std::vector<std::size_t>{0, 0, 0}));
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item(kTitle, "", "29573872")}), (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(into({item("", "10.1/a"), item("", "", "29573872")}), (std::vector<std::size_t>{0, 1}));
}

TEST(MergeWorks, TheTwoThatShareAnIdentifierDecideWhereTheFirstSaysTooLittle) {
    auto without_place = item(kTitle, "10.1000/1");
    without_place.container_title.clear();
    without_place.issued = {};
    EXPECT_EQ(into({item(kTitle, ""), item(kTitle, "10.1000/1"), without_place}),
              (std::vector<std::size_t>{0, 0, 0}));
}

TEST(MergeWorks, TheFirstWithATitleStandsForItsWork) {
    EXPECT_EQ(into({item("", "10.1/a"), item(kTitle, "10.1/a"), item(kTitle, "10.1/a")}),
              (std::vector<std::size_t>{1, 1, 1}));
}

TEST(MergeWorks, DifferentWorksUnderOneIdentifierStayTwo) {
    const std::string other = "Surgical management of spinal stenosis in older patients";
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item(other, "10.1/a")}), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item("", "10.1/a"), item(other, "10.1/a")}),
              (std::vector<std::size_t>{0, 0, 2}));
}

TEST(MergeWorks, WhatSaysNothingStandsAlone) {
    EXPECT_EQ(into({item("", ""), item("", ""), item("Editorial", ""), item("Editorial", "")}),
              (std::vector<std::size_t>{0, 1, 2, 3}));
}

}  // namespace
}  // namespace whereof::serve
