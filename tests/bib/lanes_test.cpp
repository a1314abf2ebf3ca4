// SPDX-License-Identifier: MIT
#include "bib/lanes.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

constexpr std::size_t kTokens = 40;

/// A made-up text: tables, steps between its tokens, and what each label of each token is worth.
struct Chain {
    explicit Chain(std::uint32_t seed) : random(seed) {
        for (auto* table : {&into, &out_of}) {
            for (auto& row : *table) {
                for (float& value : row) {
                    value = random() % 3 == 0 ? 0.0F : share() * 4;
                }
            }
        }
        for (std::size_t t = 0; t < kTokens; ++t) {
            steps.push_back({&out_of, &into});
            factors.emplace_back();
            for (float& value : factors.back().values) {
                value = random() % 2 == 0 ? 0.0F : share();
            }
            factors.back().values[random() % kLabelCount] = 1.0F;
        }
    }
    float share() { return static_cast<float>(random() % 10'000) / 10'000.0F; }

    std::mt19937 random;
    TransitionTable into{};
    TransitionTable out_of{};
    std::vector<Step> steps;
    std::vector<LaneRow> factors;
};

std::vector<LaneRow> beliefs(const Lanes& lanes, const Chain& chain) {
    std::vector<LaneRow> out(chain.factors.size());
    lanes.forward(chain.steps, chain.factors, out);
    lanes.backward(chain.steps, chain.factors, out);
    return out;
}

TEST(Lanes, GiveTheSameNumbersOnEveryMachine) {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        const Chain chain(seed);
        const auto here = beliefs(lanes(), chain);
        const auto anywhere = beliefs(plain_lanes(), chain);
        for (std::size_t t = 0; t < kTokens; ++t) {
            EXPECT_EQ(here[t].values, anywhere[t].values) << t;
        }
    }
}

TEST(Lanes, FindTheProbabilitiesOfAShortChain) {
    Chain chain(7);
    chain.steps.resize(3);
    chain.factors.resize(3);
    // By the book: the weight of every path of three labels.
    std::vector<std::array<double, kLabelCount>> expected(3);
    double all = 0;
    for (std::size_t a = 0; a < kLabelCount; ++a) {
        for (std::size_t b = 0; b < kLabelCount; ++b) {
            for (std::size_t c = 0; c < kLabelCount; ++c) {
                const auto step = [&](std::size_t from, std::size_t to) {
                    return static_cast<double>(chain.into[from][to]) *
                           static_cast<double>(chain.out_of[from][to]);
                };
                const double path = static_cast<double>(chain.factors[0].values[a]) * step(a, b) *
                                    static_cast<double>(chain.factors[1].values[b]) * step(b, c) *
                                    static_cast<double>(chain.factors[2].values[c]);
                expected[0][a] += path;
                expected[1][b] += path;
                expected[2][c] += path;
                all += path;
            }
        }
    }
    ASSERT_GT(all, 0);
    const auto found = beliefs(lanes(), chain);
    for (std::size_t t = 0; t < 3; ++t) {
        for (std::size_t label = 0; label < kLabelCount; ++label) {
            EXPECT_NEAR(static_cast<double>(found[t].values[label]), expected[t][label] / all, 1e-4);
        }
    }
}

TEST(Lanes, BeginAgainWhereNothingCanGoOn) {
    Chain chain(3);
    chain.into = {};
    for (const LaneRow& row : beliefs(lanes(), chain)) {
        for (const float share : row.values) {
            EXPECT_GE(share, 0.0F);
            EXPECT_LE(share, 1.0F);
        }
    }
}

TEST(Lanes, AddRowsOfBytes) {
    std::mt19937 random(5);
    std::vector<std::array<std::uint8_t, kLabelCount>> rows(64);
    std::vector<const std::uint8_t*> pointers;
    std::array<std::int16_t, kLabelCount> expected{};
    for (auto& row : rows) {
        for (std::size_t label = 0; label < kLabelCount; ++label) {
            row[label] = static_cast<std::uint8_t>(random());
            expected[label] = static_cast<std::int16_t>(expected[label] + row[label]);
        }
        pointers.push_back(row.data());
    }
    for (const Lanes* one : {&lanes(), &plain_lanes()}) {
        std::array<std::int16_t, kLabelCount> sums{};
        one->add_rows(pointers.data(), pointers.size(), sums.data());
        EXPECT_EQ(sums, expected);
    }
}

TEST(Lanes, FindTheBestStep) {
    std::mt19937 random(11);
    WholeTable into{};
    WholeTable out_of{};
    std::array<std::int32_t, kLabelCount> best{};
    for (std::size_t from = 0; from < kLabelCount; ++from) {
        best[from] = static_cast<std::int32_t>(random() % 1000);
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            into[from][to] = static_cast<std::int16_t>(random() % 256);
            out_of[from][to] =
                random() % 4 == 0 ? std::int16_t{-30'000} : static_cast<std::int16_t>(random() % 256);
        }
    }
    for (const Lanes* one : {&lanes(), &plain_lanes()}) {
        std::array<std::int32_t, kLabelCount> next{};
        std::array<std::int32_t, kLabelCount> source{};
        one->best_step(best.data(), out_of, into, next.data(), source.data());
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            std::int32_t most = -1'000'000;
            std::int32_t where = -1;
            for (std::size_t from = 0; from < kLabelCount; ++from) {
                const std::int32_t value = best[from] + out_of[from][to] + into[from][to];
                where = value > most ? static_cast<std::int32_t>(from) : where;
                most = std::max(most, value);
            }
            EXPECT_EQ(next[to], most);
            EXPECT_EQ(source[to], where);
        }
    }
}

}  // namespace
}  // namespace whereof::bib
