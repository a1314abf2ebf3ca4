// SPDX-License-Identifier: MIT
#include "support/data.hpp"
#include "whereof.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof {
namespace {

using testing::HasSubstr;

std::string sample(std::string_view name) {
    return test::read_text(test::repository_file("corpus/articles/" + std::string(name)));
}

TEST(Checker, NamesAFileOfNothing) {
    Checker checker;
    for (const char* nothing : {"[]", " [\n]\n", "\xEF\xBB\xBF[]", "\xFF\xFE[\0]\0"}) {
        const std::string_view bytes(nothing, *nothing == '\xFF' ? 6 : std::string_view(nothing).size());
        const auto checked = checker.check_article(bytes, "list.json");
        EXPECT_TRUE(checked.articles.empty());
        ASSERT_EQ(checked.problems.size(), 1U);
        EXPECT_THAT(checked.problems[0].what, HasSubstr("empty JSON array"));
        EXPECT_EQ(checked.problems[0].where, "list.json");
    }
}

TEST(Checker, SaysOfAnArticleWhatItSaysOfItsReferences) {
    Checker checker;
    for (const char* name : {"small-ache.txt", "clinic-letter.md", "early-care.xml", "vertebrae.html"}) {
        SCOPED_TRACE(name);
        const auto checked = checker.check_article(sample(name), name);
        EXPECT_TRUE(checked.problems.empty());
        ASSERT_EQ(checked.articles.size(), 1U);
        ASSERT_FALSE(checked.articles[0].references.empty());
        for (const auto& cited : checked.articles[0].references) {
            const auto alone = checker.check(cited.reference);
            EXPECT_EQ(alone.headline, cited.verdict.headline) << cited.reference.raw;
            EXPECT_EQ(alone.reason, cited.verdict.reason);
            EXPECT_EQ(alone.evidence.size(), cited.verdict.evidence.size());
            EXPECT_GT(cited.line, 0U);
        }
        for (const auto& claim : checked.articles[0].claims) {
            EXPECT_GT(claim.line, 0U);
            for (const std::size_t index : claim.references) {
                EXPECT_LT(index, checked.articles[0].references.size());
            }
        }
    }
}

TEST(Checker, GivesTheThreeAxesAndTheEvidence) {
    Checker checker;
    Reference cited;  // as a program fills it in that has the fields apart
    cited.item.type = "article-journal";
    cited.item.title = "Acupuncture in Patients With Chronic Low Back Pain: A Randomized Controlled Trial";
    cited.item.container_title = "Archives of Internal Medicine";
    cited.item.issued.year = 2006;
    cited.item.volume = "166";
    cited.item.PMID = "https://pubmed.ncbi.nlm.nih.gov/16505266/";
    const auto right = checker.check(cited);
    EXPECT_EQ(right.headline, Headline::verified) << right.reason;
    EXPECT_EQ(right.existence, Existence::found);
    EXPECT_EQ(right.status, Status::current);
    ASSERT_TRUE(right.record.has_value());
    EXPECT_EQ(right.record->page, "450-457");
    ASSERT_FALSE(right.evidence.empty());
    EXPECT_THAT(right.evidence[0].source, HasSubstr("sample"));

    cited.item.volume = "12";
    const auto wrong = checker.check(cited);
    EXPECT_EQ(wrong.headline, Headline::mismatch) << wrong.reason;
    EXPECT_EQ(wrong.description, Description::wrong);
    EXPECT_THAT(wrong.wrong_fields, testing::ElementsAre("volume"));
    ASSERT_TRUE(wrong.corrected.has_value());
    EXPECT_EQ(wrong.corrected->volume, "166");

    const auto unknown = checker.check(parse_reference("Doe J. A treatise on bees. Apiary 1999;3:4."));
    EXPECT_EQ(unknown.headline, Headline::undecidable) << unknown.reason;
    EXPECT_FALSE(unknown.description.has_value());
}

TEST(Checker, HeedsTheCommentsOfAnArticle) {
    Checker checker;
    const std::string list =
        "\n\n## References\n\n1. Doe J. A treatise on bees. Apiary 1999;3:4. <!-- whereof:ignore undecidable "
        "— it lies "
        "before me -->\n2. Roe J. A treatise on wasps. Apiary 1998;2:7. <!-- whereof:ignore undecidable "
        "-->\n";
    const auto checked = checker.check_article(
        "# Bees\n\nA 2023 trial found it so. <!-- whereof:ignore uncited-claim — "
        "common knowledge -->\n\nBees fly [1], wasps too [2]." +
            list,
        "bees.md");
    ASSERT_EQ(checked.articles.size(), 1U);
    const CheckedArticle& article = checked.articles[0];
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_EQ(article.references[0].verdict.headline, Headline::undecidable) << "it is told all the same";
    EXPECT_EQ(article.references[0].suppressed, "it lies before me");
    EXPECT_EQ(article.references[1].suppressed, "");
    ASSERT_EQ(article.findings.size(), 1U);
    EXPECT_EQ(article.findings[0].suppressed, "common knowledge");
    EXPECT_THAT(article.warnings, testing::Contains(HasSubstr("line 10: ")));
}

TEST(Checker, NamesWhatCannotBeRead) {
    Checker checker;
    const auto empty = checker.check_article("", "empty.md");
    EXPECT_TRUE(empty.articles.empty());
    ASSERT_EQ(empty.problems.size(), 1U);
    EXPECT_EQ(empty.problems[0].where, "empty.md");
    const auto lines = checker.check_article(
        "{\"text\":\"Rest helps [1].\"}\nno json\n{\"text\":\"So it does.\"}\n", "many.jsonl");
    EXPECT_EQ(lines.problems.size(), 1U);
    ASSERT_EQ(lines.articles.size(), 2U);
    EXPECT_EQ(lines.articles[0].name, "many.jsonl#1");
    EXPECT_EQ(lines.articles[1].name, "many.jsonl#3");
}

TEST(Checker, RefusesAnIndexThatIsNone) {
    const test::TemporaryFolder folder;
    const auto open = [](const std::filesystem::path& path) -> std::string {
        try {
            const Checker checker({.authorities = {path}, .cache_folder = {}});
        } catch (const Failure& failure) {
            return failure.what();
        }
        return {};
    };
    EXPECT_THAT(open(folder / "absent.db"), HasSubstr("absent.db"));
    test::write_text(folder / "letter.db", "Dear Madam or Sir, this is no database at all.");
    EXPECT_FALSE(open(folder / "letter.db").empty());
}

TEST(Checker, KeepsTheSampleWhereItIsTold) {
    const test::TemporaryFolder folder;
    const CheckerOptions options{.authorities = {}, .cache_folder = folder / "cache"};
    const auto cited = parse_reference(
        "Brinkhaus B. Acupuncture in Patients With Chronic Low Back Pain. Arch Intern Med 2006;166:450-457.");
    const auto first = Checker(options).check(cited);
    EXPECT_FALSE(std::filesystem::is_empty(folder / "cache"));
    EXPECT_EQ(Checker(options).check(cited).headline, first.headline);
    EXPECT_EQ(Checker().check(cited).headline, first.headline);
}

TEST(Checker, WorksInSeveralThreads) {
    const auto text = sample("small-ache.txt");
    std::vector<Headline> said[2];
    std::vector<std::thread> threads;
    for (auto& out : said) {
        threads.emplace_back([&] {
            Checker checker;
            const auto checked = checker.check_article(text, "small-ache.txt");
            for (const auto& cited : checked.articles.at(0).references) {
                out.push_back(cited.verdict.headline);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_FALSE(said[0].empty());
    EXPECT_EQ(said[0], said[1]);
}

}  // namespace
}  // namespace whereof
