// SPDX-License-Identifier: MIT
#include "import_support.hpp"
#include "support/data.hpp"

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

/// The same files in any order say the same of every work.
TEST(ImportOrder, DoesNotMatter) {
    const test::TemporaryFolder folder;
    const std::vector<std::string> contents_of{
        R"({"DOI":"10.1/a","type":"journal-article","title":["Zinc and pain in men"],"author":[{"family":"A","given":"B."}],"deposited":{"timestamp":5000}})"
        "\n"
        R"({"DOI":"10.1/b","type":"journal-article","title":["Tin and joy in men"],"prefix":"10.1","updated-by":[{"DOI":"10.1/n","type":"correction"}]})",
        R"({"DOI":"10.1/a","type":"journal-article","title":["Zinc and pain in many men"],"volume":"4","prefix":"10.1","deposited":{"timestamp":9000}})",
        R"({"DOI":"10.1/a","PMID":"11","title":"Zinc and pain in men","volume":"3","issued":{"date-parts":[[2018]]}})"
        "\n"
        R"({"PMID":"12","title":"Wood and pain in men"})",
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">11</PMID><DateRevised><Year>2019</Year></DateRevised>"
        "<Article><ArticleTitle>Zinc and pain in "
        "men.</ArticleTitle></Article></MedlineCitation><PubmedData><ArticleIdList>"
        "<ArticleId "
        "IdType=\"pmc\">PMC9</ArticleId></ArticleIdList></PubmedData></PubmedArticle><PubmedArticle>"
        "<MedlineCitation><PMID Version=\"1\">13</PMID><Article><ArticleTitle>Gone</ArticleTitle></Article>"
        "</MedlineCitation></PubmedArticle></PubmedArticleSet>",
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">11</PMID><DateRevised><Year>2020</Year></DateRevised>"
        "<Article><ArticleTitle>Zinc and pain in men: a "
        "trial.</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
        "<DeleteCitation><PMID Version=\"1\">13</PMID></DeleteCitation></PubmedArticleSet>",
        R"({"PMCID":"PMC9","title":"Zinc and pain in men","page":"7"})"
        "\n"
        R"({"DOI":"10.1/b","title":"Something else entirely, under a wrong DOI"})",
    };
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < contents_of.size(); ++i) {
        files.push_back(folder / fmt::format("{}", i));
        test::write_text(files.back(), contents_of[i]);
    }
    (void)import_into(folder / "first.db", files);
    const auto expected = contents(folder / "first.db");
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    int round = 0;
    while (std::ranges::next_permutation(order).found) {
        if (++round % 61 != 0) {
            continue;  // a few of the 720
        }
        const auto index = folder / fmt::format("{}.db", round);
        std::vector<std::filesystem::path> permuted;
        for (const std::size_t i : order) {
            permuted.push_back(files[i]);
        }
        if (round % 2 == 0) {
            (void)import_into(index, permuted);
        } else {  // extended file by file
            for (const auto& file : permuted) {
                (void)import_into(index, {file});
            }
        }
        ASSERT_EQ(contents(index), expected) << round;
        std::filesystem::remove(index);
    }
}

}  // namespace
}  // namespace whereof::authority
