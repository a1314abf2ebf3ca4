// SPDX-License-Identifier: MIT
#include "article/claim_likeness.hpp"

#include "article/readers.hpp"
#include "base/io.hpp"
#include "support/data.hpp"

#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::article {
namespace {

using Sentences = std::vector<std::string_view>;

TEST(ClaimLikeness, TellsFindingsFromMethods) {
    const Sentences abstract{
        "Back pain is common among nurses.",
        "We aimed to compare two exercise programmes.",
        "Participants were recruited from three wards and allocated by lot.",
        "Questionnaires were completed at baseline and after 12 weeks.",
        "These results suggest that walking reduces the risk of chronic pain compared with rest.",
    };
    const auto likeness = claim_likeness(abstract);
    ASSERT_EQ(likeness.size(), abstract.size());
    for (std::size_t i = 0; i < likeness.size(); ++i) {
        EXPECT_GE(likeness[i], 0.0);
        EXPECT_LE(likeness[i], 1.0);
        EXPECT_EQ(likeness[i] >= kClaimLikeness, i == 4) << abstract[i] << " " << likeness[i];
    }
}

TEST(ClaimLikeness, TakesAnything) {
    EXPECT_TRUE(claim_likeness(Sentences{}).empty());
    const std::string digits(1'000'000, '7');
    const std::string words = [] {
        std::string out;
        for (int i = 0; i < 200'000; ++i) {
            out += "show ";
        }
        return out;
    }();
    const auto likeness =
        claim_likeness(Sentences{"", "\xFF\xFE", digits, words, std::string_view("\0\0", 2)});
    ASSERT_EQ(likeness.size(), 5U);
    for (const double one : likeness) {
        EXPECT_TRUE(one >= 0.0 && one <= 1.0);
    }
    EXPECT_EQ(claim_likeness(Sentences(20'000, "We show that it helps.")).size(), 20'000U);
}

TEST(ClaimLikeness, PassesOverHeadings) {
    const auto articles = read_articles(
        "# Walking\n\nNurses were asked. These results suggest that walking reduces pain.\n\n"
        "## These results suggest that rest harms\n\nNothing was measured here.\n",
        "a.md");
    ASSERT_TRUE(articles[0].has_value());
    const Article& article = *articles[0];
    const auto likeness = claim_likeness(article);
    ASSERT_EQ(likeness.size(), article.sentences.size());
    for (std::size_t i = 0; i < likeness.size(); ++i) {
        if (article.sentences[i].block == BlockKind::heading) {
            EXPECT_EQ(likeness[i], 0.0);
        }
    }
}

TEST(ClaimLikeness, FindsTheClaimsOfRealAbstracts) {
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
        const auto likeness = claim_likeness(Sentences(sentences.begin(), sentences.end()));
        for (std::size_t i = 0; i < likeness.size(); ++i) {
            const bool is_claim = abstract["labels"][i] == "1";
            const bool found = likeness[i] >= kClaimLikeness;
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
}  // namespace whereof::article
