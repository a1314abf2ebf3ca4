// SPDX-License-Identifier: MIT
#include "verify/work_keys.hpp"

#include "verify/works.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bool share_a_key(const bib::Item& a, const bib::Item& b) {
    const auto keys = work_keys(a);
    return std::ranges::any_of(
        work_keys(b), [&](const std::string& key) { return std::ranges::find(keys, key) != keys.end(); });
}

bib::Item without_identifiers(bib::Item item) {
    for (const auto field : kWorkIdentifiers) {
        item.text(field)->clear();
    }
    return item;
}

TEST(WorkKeys, BringTogetherWhatASubtitleDivides) {
    auto bare = without_identifiers(foster());
    bare.title = "Prevention and treatment of low back pain";
    bare.page.clear();
    EXPECT_TRUE(share_a_key(bare, foster()));
}

TEST(WorkKeys, BringTogetherWhatASlipInTheTitleDivides) {
    auto slipped = without_identifiers(foster());
    slipped.title.replace(0, 10, "Prevetnion");
    slipped.container_title = "The Lancet";
    slipped.page = "2368-83";
    EXPECT_TRUE(share_a_key(slipped, foster()));
    slipped.volume.clear();
    EXPECT_FALSE(share_a_key(slipped, foster()));
}

TEST(WorkKeys, KnowAnIdentifierInEveryForm) {
    bib::Item a;
    a.DOI = "https://doi.org/10.1016/S0140-6736(18)30489-6";
    bib::Item b;
    b.DOI = "10.1016/s0140-6736(18)30489-6";
    EXPECT_TRUE(share_a_key(a, b));
    EXPECT_EQ(work_identifier(bib::Field::DOI, a), b.DOI);
    b.DOI = "not a DOI";
    EXPECT_EQ(work_identifier(bib::Field::DOI, b), "not a DOI");
}

TEST(WorkKeys, KeepOtherWorksApart) {
    for (const auto& a : all_works()) {
        for (const auto& b : all_works()) {
            EXPECT_EQ(share_a_key(a, b), a.title == b.title) << a.title << " / " << b.title;
        }
    }
    bib::Item editorial;
    editorial.title = "Editorial";
    EXPECT_TRUE(work_keys(editorial).empty());
    EXPECT_TRUE(work_keys({}).empty());
}

TEST(WorkKeys, OfATitleWithoutBlanksAreTheWhole) {
    bib::Item japanese;
    japanese.title = "腰痛診療ガイドライン第二版";
    EXPECT_EQ(work_keys(japanese).size(), 1U);
    japanese.title = "腰痛";
    EXPECT_TRUE(work_keys(japanese).empty());
}

}  // namespace
}  // namespace whereof::verify
