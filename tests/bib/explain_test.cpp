// SPDX-License-Identifier: MIT
#include "bib/explain.hpp"

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

TEST(ExplainReference, SaysWhatEachTokenIsAndWhy) {
    const std::string_view text =
        "3. Smith J, Ray K. Exercise for pain. Lancet. 2020;12(3):4-9. doi:10.1000/182";
    const Explanation explanation = explain_reference(text);
    EXPECT_EQ(explanation.reference.item, parse_reference(text).item);
    ASSERT_FALSE(explanation.tokens.empty());
    bool journal = false;
    for (const TokenExplanation& token : explanation.tokens) {
        ASSERT_LE(token.span.end, explanation.reference.raw.size());
        EXPECT_FALSE(token.look.empty());
        EXPECT_EQ(token.label_name, facts(token.label).name);
        EXPECT_LE(token.reasons.size(), 5U);
        for (std::size_t i = 1; i < token.reasons.size(); ++i) {
            EXPECT_GE(token.reasons[i - 1].weight, token.reasons[i].weight);
        }
        if (token.span.of(explanation.reference.raw) == "Lancet") {
            journal = true;
            EXPECT_EQ(token.label, Label::container_first);
            EXPECT_GT(token.probability, 0.9);
            EXPECT_FALSE(token.reasons.empty());
        }
    }
    EXPECT_TRUE(journal);
    EXPECT_EQ(explanation.tokens.back().label, Label::identifier);
}

TEST(ExplainReference, HasNothingToSayOfNothing) { EXPECT_TRUE(explain_reference("  ").tokens.empty()); }

}  // namespace
}  // namespace whereof::bib
