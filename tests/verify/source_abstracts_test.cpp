// SPDX-License-Identifier: MIT
#include "verify/source_abstracts.hpp"

#include "works.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

article::Article citing(const std::vector<bib::Item>& items) {
    article::Article out;
    for (const bib::Item& item : items) {
        article::ListedReference& listed = out.references.emplace_back();
        listed.reference.item = item;
        listed.reference.raw = item.title;
    }
    return out;
}

std::vector<bib::Item> with_abstracts() {
    auto out = all_works();
    for (bib::Item& item : out) {
        item.abstract = "About: " + item.title;
    }
    return out;
}

TEST(SourceAbstracts, AreThoseOfTheWorksThatAreFound) {
    const auto index = authority::index_in_memory(with_abstracts());
    authority::Authority* const asked[] = {index.get()};
    SourceAbstracts abstracts(asked);
    ASSERT_TRUE(abstracts.any());
    bib::Item by_description = maher();
    by_description.DOI.clear();
    by_description.PMID.clear();
    bib::Item has_one = chou();
    has_one.abstract = "Its own.";
    bib::Item wrong_identifier = foster();
    wrong_identifier.DOI = qaseem().DOI;
    wrong_identifier.PMID.clear();
    bib::Item unknown = hartvigsen();
    unknown.title = "Pillows and their uses in the household";
    unknown.author = names("Nobody Q");
    unknown.DOI.clear();
    unknown.PMID.clear();
    unknown.page = "1-2";
    article::Article article = citing({hartvigsen(), by_description, has_one, wrong_identifier, unknown});
    EXPECT_EQ(abstracts.fill(article), 2U);
    const auto abstract = [&](std::size_t i) { return article.references[i].reference.item.abstract; };
    EXPECT_EQ(abstract(0), "About: " + hartvigsen().title);
    EXPECT_EQ(abstract(1), "About: " + maher().title);
    EXPECT_EQ(abstract(2), "Its own.");
    EXPECT_EQ(abstract(3), "") << "which of the two works it means is not known";
    EXPECT_EQ(abstract(4), "");
    EXPECT_EQ(abstracts.fill(article), 0U);
}

TEST(SourceAbstracts, AskNobodyWhoKeepsNone) {
    const auto index = authority::index_in_memory(all_works());
    authority::Authority* const asked[] = {index.get()};
    SourceAbstracts abstracts(asked);
    EXPECT_FALSE(abstracts.any());
    article::Article article = citing({hartvigsen()});
    EXPECT_EQ(abstracts.fill(article), 0U);
}

}  // namespace
}  // namespace whereof::verify
