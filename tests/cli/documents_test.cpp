// SPDX-License-Identifier: MIT
#include "article/readers.hpp"
#include "cli/run_in.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using testing::HasSubstr;

std::string sample(std::string_view name) {
    return test::repository_file("corpus/" + std::string(name)).string();
}

/// "verified Non-specific low back pain": the headline of each reference, sorted, for lists are ordered in
/// their own way where some of them are footnotes.
std::vector<std::string> headlines(const std::string& path) {
    const test::TemporaryFolder home;
    const auto done = run_in(home.path(), {"check", path, "--format", "json", "--fail-on", "none"});
    EXPECT_EQ(done.code, 0) << done.err;
    std::vector<std::string> out;
    const auto report = nlohmann::json::parse(done.out);
    for (const auto& article : report["articles"]) {
        for (const auto& reference : article["references"]) {
            const auto& record = reference["record"];
            const bool known = record.is_object() && record.contains("DOI");
            out.push_back(reference["headline"].get<std::string>() + " " +
                          (known ? record["DOI"].get<std::string>()
                                 : reference["raw"].get<std::string>().substr(0, 12)));
        }
    }
    std::ranges::sort(out);
    return out;
}

article::Article read(const std::string& path) {
    auto articles = article::read_articles(test::read_text(path), path);
    EXPECT_TRUE(articles[0].has_value()) << articles[0].error().what;
    return *std::move(articles[0]);
}

/// What the markers point to, one after the other: the first letters of the entries.
std::vector<std::string> pointed_to(const article::Article& article) {
    std::vector<std::string> out;
    for (const auto& marker : article.markers) {
        for (const auto reference : marker.references) {
            out.push_back(article.references[reference].reference.raw.substr(0, 8));
        }
        out.insert(out.end(), marker.dangling.begin(), marker.dangling.end());
    }
    return out;
}

struct Pair {
    const char* original;
    const char* document;
};

constexpr Pair kPairs[] = {
    {"articles/sore-back.md", "articles-documents/sore-back.docx"},
    {"articles/sore-back.md", "articles-documents/sore-back.pdf"},
    {"articles/sore-back.md", "articles-documents/sore-back-journal.pdf"},
    {"articles/clinic-letter.md", "articles-documents/clinic-letter.docx"},
    {"articles/clinic-letter.md", "articles-documents/clinic-letter.pdf"},
    {"articles/clinic-letter.md", "articles-documents/clinic-letter.odt"},
    {"articles/clinic-letter.md", "articles-documents/clinic-letter.epub"},
    {"articles/vertebrae.html", "articles-documents/vertebrae.docx"},
    {"articles/vertebrae.html", "articles-documents/vertebrae.pdf"},
};

TEST(Documents, HaveTheVerdictsAndMarkersOfTheArticlesThatTheyWereMadeOf) {
    for (const auto& [original, document] : kPairs) {
        SCOPED_TRACE(document);
        EXPECT_EQ(headlines(sample(document)), headlines(sample(original)));
        const auto was = read(sample(original));
        const auto is = read(sample(document));
        EXPECT_EQ(is.title, was.title);
        EXPECT_EQ(pointed_to(is), pointed_to(was));
        EXPECT_EQ(is.claims.size(), was.claims.size());
        EXPECT_EQ(is.warnings, std::vector<std::string>{});
    }
}

TEST(Documents, AreAddedAndSearched) {
    const test::TemporaryFolder home;
    const auto added = run_in(home.path(), {"add", sample("articles-documents/sore-back.docx"),
                                            sample("articles-documents/clinic-letter.pdf")});
    EXPECT_EQ(added.code, 0) << added.err;
    const auto found = run_in(home.path(), {"search", "massage acupuncture"});
    EXPECT_EQ(found.code, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr("sore-back.docx"));
    EXPECT_EQ(run_in(home.path(), {"search", "sham treatment"}).code, 0);
}

TEST(Documents, AreReadFromStandardInputInTheFormatThatIsNamed) {
    const test::TemporaryFolder home;
    const auto bytes = test::read_text(sample("articles-documents/sore-back.docx"));
    EXPECT_EQ(run_in(home.path(), {"check", "-"}, bytes).code, 0);
    const auto wrong = run_in(home.path(), {"check", "-", "--input-format", "pdf"}, bytes);
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("expected a PDF"));
}

TEST(Documents, AreNotChangedByFix) {
    const test::TemporaryFolder home;
    for (const char* name : {"vertebrae.docx", "vertebrae.pdf"}) {
        const auto path = sample(std::string("articles-documents/") + name);
        const auto before = test::read_text(path);
        const auto done = run_in(home.path(), {"fix", path, "--write"});
        EXPECT_NE(done.code, 0);
        EXPECT_THAT(done.err, HasSubstr("expected a file of text, Markdown, HTML or JATS, found another"));
        EXPECT_EQ(test::read_text(path), before);
    }
}

}  // namespace
}  // namespace whereof::cli
