// SPDX-License-Identifier: MIT
#include "claim/likeness.hpp"

#include "base/io.hpp"
#include "support/data.hpp"

#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::claim {
namespace {

using Sentences = std::vector<std::string_view>;

TEST(Likeness, TellsFindingsFromMethods) {
    const Sentences abstract{
        "Back pain is common among nurses.",
        "We aimed to compare two exercise programmes.",
        "Participants were recruited from three wards and allocated by lot.",
        "Questionnaires were completed at baseline and after 12 weeks.",
        "These results suggest that walking reduces the risk of chronic pain compared with rest.",
    };
    const auto all = likeness(abstract);
    ASSERT_EQ(all.size(), abstract.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_GE(all[i], 0.0);
        EXPECT_LE(all[i], 1.0);
        EXPECT_EQ(all[i] >= kLikeness, i == 4) << abstract[i] << " " << all[i];
    }
}

TEST(Likeness, TakesAnything) {
    EXPECT_TRUE(likeness(Sentences{}).empty());
    const std::string digits(1'000'000, '7');
    const std::string words = [] {
        std::string out;
        for (int i = 0; i < 200'000; ++i) {
            out += "show ";
        }
        return out;
    }();
    const auto all = likeness(Sentences{"", "\xFF\xFE", digits, words, std::string_view("\0\0", 2)});
    ASSERT_EQ(all.size(), 5U);
    for (const double one : all) {
        EXPECT_TRUE(one >= 0.0 && one <= 1.0);
    }
    EXPECT_EQ(likeness(Sentences(20'000, "We show that it helps.")).size(), 20'000U);
}

TEST(Likeness, FindsTheClaimsOfRealAbstracts) {
    WHEREOF_SHARED_DATA(path, "claims/claim-detection/validation_labels.json.gz");
    const auto source = open_source(path);
    LineReader lines(*source);
    std::string_view line;
    double right = 0;
    double said = 0;
    double gold = 0;
    while (lines.next(line)) {
        const auto abstract = nlohmann::json::parse(line);
        const auto sentences = abstract["sentences"].get<std::vector<std::string>>();
        const auto all = likeness(Sentences(sentences.begin(), sentences.end()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool is_claim = abstract["labels"][i] == "1";
            const bool found = all[i] >= kLikeness;
            gold += is_claim ? 1 : 0;
            said += found ? 1 : 0;
            right += is_claim && found ? 1 : 0;
        }
    }
    const double f1 = 2 * right / (said + gold);
    std::printf("claim sentences: F1 %.3f\n", f1);
    EXPECT_GE(f1, 0.78);
}

}  // namespace
}  // namespace whereof::claim
