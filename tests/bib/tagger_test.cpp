// SPDX-License-Identifier: MIT
#include "bib/tagger.hpp"

#include "base/embedded.hpp"
#include "bib/parser.hpp"

#include <cstring>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

TEST(Weights, FindEachRowOfTheFileAndNoOther) {
    const std::string_view bytes = embedded_file("corpus/weights/parser.bin").bytes;
    const Weights& weights = Weights::embedded();
    std::uint32_t rows = 0;
    std::uint32_t tables = 0;
    std::memcpy(&rows, bytes.data() + 24, sizeof rows);
    std::memcpy(&tables, bytes.data() + 32, sizeof tables);
    ASSERT_GT(rows, 10'000U);
    const std::size_t hashes = 40 + 2 * std::size_t{tables} * kLabelCount * kLabelCount;
    std::uint32_t last = 0;
    for (std::uint32_t i = 0; i < rows; ++i) {
        std::uint32_t feature = 0;
        std::memcpy(&feature, bytes.data() + hashes + 4 * std::size_t{i}, sizeof feature);
        const Weights::Row& row = weights.row_for(feature);
        ASSERT_EQ(row.feature, feature);
        for (std::size_t label = 0; label < kLabelCount; ++label) {
            const auto weight = static_cast<std::int8_t>(
                bytes[hashes + 4 * std::size_t{rows} + std::size_t{i} * kLabelCount + label]);
            ASSERT_EQ(row.weights[label], weight + Weights::kRaised);
        }
        if (feature > last + 1) {
            EXPECT_NE(weights.row_for(last + 1).feature, last + 1);
        }
        last = feature;
    }
}

TEST(Weights, FactorsFallWithTheSteps) {
    const Weights& weights = Weights::embedded();
    EXPECT_EQ(weights.factor(0), 1.0F);
    for (int steps = 1; steps < 1000; ++steps) {
        EXPECT_LE(weights.factor(steps), weights.factor(steps - 1));
    }
    EXPECT_EQ(weights.factor(30'000), 0.0F);
}

/// Every sequence it gives is one that it may give, and the probabilities are probabilities.
TEST(Tagger, GivesSequencesThatMayBe) {
    Parser parser(Weights::embedded(), Lexicon::embedded());
    for (const std::string_view text :
         {"Foster NE, Anema JR. Back pain. Lancet 2018;391:2368-83.", "In: a b c d, e, f; g: h. (1) 2 3. In:",
          "Müller, Hans/Schmidt, K. (Hrsg.): Arbeit, 3. Aufl., Berlin 1998, S. 4-5. doi:10.1000/182 x",
          "and then we walked home, which was good for the back and for the mind", ".", "10.1000/182",
          ", , , ;"}) {
        (void)parser.parse(text);
        const auto labels = parser.tagger().labels();
        const auto probabilities = parser.tagger().probabilities();
        ASSERT_EQ(labels.size(), parser.tokens().size());
        for (std::size_t t = 0; t < labels.size(); ++t) {
            EXPECT_TRUE(t == 0 ? facts(labels[t]).first == labels[t] : may_follow(labels[t - 1], labels[t]))
                << text << " token " << t;
            EXPECT_GE(probabilities[t], 0.0F);
            EXPECT_LE(probabilities[t], 1.0F);
        }
    }
}

}  // namespace
}  // namespace whereof::bib
