// SPDX-License-Identifier: MIT
#include "store/overview.hpp"

#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::store {
namespace {

using finding::Headline;

article::Article article_of(const char* site, const char* journal, int year) {
    test::ArticleBuilder builder(site);
    builder.reference("Maher", "Non-specific low back pain", journal, year, "10.1016/S0140-6736(16)30970-9")
        .reference("Other", std::string("A work of its own cited by ") + site, "Nowhere", 0);
    builder.get().site = site;
    return builder.get();
}

finding::Verdict verdict_of(Headline headline) {
    finding::Verdict out;
    out.headline = headline;
    return out;
}

TEST(Overview, CountsTheNewestVerdictOfEachReference) {
    const test::TemporaryFolder folder;
    const auto store = open_store(folder / "s.db");
    EXPECT_EQ(store->overview(5).checked, 0);
    store->put_article("a.md", "1", article_of("Site A", "Lancet", 2017));
    store->put_article("b.md", "2", article_of("Site B", "The Lancet", 2018));
    store->put_article("c.md", "3", article_of("Site B", "Lancet", 2017));
    store->put_verdict(reference_id(1, 0), "old", verdict_of(Headline::undecidable));
    store->put_verdict(reference_id(1, 0), "new", verdict_of(Headline::retracted));
    store->put_verdict(reference_id(2, 0), "new", verdict_of(Headline::verified));
    store->put_verdict(reference_id(2, 1), "new", verdict_of(Headline::mismatch));

    const Overview overview = store->overview(5);
    EXPECT_EQ(overview.checked, 3);
    EXPECT_EQ(overview.counts,
              (HeadlineCounts{{Headline::retracted, 1}, {Headline::mismatch, 1}, {Headline::verified, 1}}));
    ASSERT_EQ(overview.by_site.size(), 2U);
    EXPECT_EQ(overview.by_site[0].name, "Site B");
    EXPECT_EQ(overview.by_site[0].references, 2);
    // "Lancet" and "The Lancet" are one journal.
    ASSERT_EQ(overview.by_journal.size(), 2U);
    EXPECT_EQ(overview.by_journal[0].references, 2);
    ASSERT_EQ(overview.by_year.size(), 3U);
    EXPECT_EQ(overview.by_year[0].name, "2018");
    EXPECT_EQ(overview.by_year[2].name, "");
    ASSERT_EQ(overview.most_cited.size(), 2U);
    EXPECT_EQ(overview.most_cited[0].articles, 3);
    ASSERT_EQ(overview.flagged.size(), 2U);
    EXPECT_EQ(overview.flagged[0].headline, Headline::retracted);
    EXPECT_EQ(overview.flagged[0].articles, 3);
    EXPECT_EQ(overview.flagged[0].flagged, 1);
    EXPECT_EQ(overview.flagged[0].reference, reference_id(1, 0));
    EXPECT_EQ(overview.flagged[1].headline, Headline::mismatch);

    EXPECT_EQ(store->overview(1).by_site.size(), 1U);
    EXPECT_EQ(store->overview(1).flagged.size(), 1U);
    store->remove_article("b.md");
    EXPECT_EQ(store->overview(5).checked, 1);
}

}  // namespace
}  // namespace whereof::store
