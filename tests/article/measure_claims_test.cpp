// SPDX-License-Identifier: MIT
// Claims and their references in 300 real articles, as they are and with their markers written in other ways.
// tests/bench/links_bench prints the figures of all of them.
#include "article/marker_styles.hpp"
#include "article/readers.hpp"
#include "base/io.hpp"
#include "support/data.hpp"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::article {
namespace {

TEST(MeasureClaims, LinksOfRealArticlesInEveryStyle) {
    WHEREOF_SHARED_DATA(folder, "claims/markdown");
    for (const test::MarkerStyle& style : test::marker_styles()) {
        test::LinkCounts counts;
        const auto source = open_source(folder / "links.jsonl.gz");
        LineReader lines(*source);
        std::string_view line;
        for (int number = 0; lines.next(line); ++number) {
            if (number % 10 != 0) {
                continue;  // one article in ten keeps the test short
            }
            const auto document = nlohmann::json::parse(line);
            const std::string name = document["file"].get<std::string>();
            const auto articles =
                read_articles(test::rewritten(test::read_text(folder / name), style), name, "markdown");
            ASSERT_EQ(articles.size(), 1U);
            ASSERT_TRUE(articles[0].has_value());
            counts.add(test::gold_pairs(document), test::pairs_of(*articles[0]));
        }
        // A tenth of the articles scatters about what all of them reach.
        EXPECT_GE(counts.f1(), 0.96) << style.name;
    }
}

}  // namespace
}  // namespace whereof::article
