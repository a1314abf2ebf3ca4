// SPDX-License-Identifier: MIT
#include "article/reference_list.hpp"

#include "article/readers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

constexpr const char* kRis = "TY  - JOUR\nTI  - Good\nID  - key\nER  - \n";

TEST(ReferenceList, IsAnArticleWithReferencesAlone) {
    const std::string bib =
        "% Encoding: UTF-8\n\n@article{smith,\n  title = {Good {DNA}},\n  abstract = {long}\n}\n";
    const auto articles = read_articles(bib, "library.bib");
    ASSERT_EQ(articles.size(), 1U);
    ASSERT_TRUE(articles[0]) << articles[0].error().what;
    const Article& article = *articles[0];
    EXPECT_EQ(article.format, "bibtex");
    EXPECT_EQ(article.text, "");
    EXPECT_TRUE(article.sentences.empty());
    ASSERT_EQ(article.references.size(), 1U);
    const ListedReference& listed = article.references[0];
    EXPECT_EQ(listed.reference.raw, bib.substr(19, bib.size() - 20));
    EXPECT_EQ(listed.reference.label, "smith");
    EXPECT_EQ(listed.id, "smith");
    EXPECT_EQ(listed.reference.item.title, "Good DNA");
    EXPECT_TRUE(listed.reference.is_record);
    EXPECT_EQ(listed.position, (Position{3, 1}));
}

TEST(ReferenceList, IsKnownByItsContentWhateverItsName) {
    struct Case {
        const char* file;
        const char* name;
        const char* format;  ///< of the article
    };
    constexpr Case kCases[] = {
        {kRis, "library.txt", "ris"},
        {"Record #1 of 2\n6. TY  -  JOUR\nTI  - Good\n", "-", "ris"},
        {"PMID- 1\nOWN - NLM\nTI  - Good\n", "really-nbib.ris", "nbib"},
        {"\xEF\xBB\xBF@book(k, title = {Good})", "library", "bibtex"},
        {"Made with JabRef 2.9.\nEncoding: UTF8\n\n@ARTICLE{k, title={Good}}", "old.bib", "bibtex"},
        {R"([{"id":"a","title":"Good"}])", "-", "csl-json"},
        {R"({"type":"book","title":"Good"})", "library.jsonl", "csl-json"},
        {R"({"id":"a","title":"Good","text":"An article."})", "articles.jsonl", "jsonl"},
        {R"({"id":"a","DOI":"10.1000/1","references":[],"text":"An article."})", "articles.jsonl", "jsonl"},
        {"# How to cite\n\n```\n@book{k, title = {Good}}\n```\n", "cite.md", "markdown"},
        {"Write TY  - JOUR first.\nThat is all.\n", "ris.txt", "text"},
        {"@alice wrote to @bob{x}\n", "mail.txt", "text"},
    };
    for (const auto& [file, name, format] : kCases) {
        SCOPED_TRACE(file);
        const auto articles = read_articles(file, name);
        ASSERT_EQ(articles.size(), 1U);
        ASSERT_TRUE(articles[0]) << articles[0].error().what;
        EXPECT_EQ(articles[0]->format, format);
    }
}

TEST(ReferenceList, IsKnownByAnExtensionThatIsNeverAnythingElse) {
    for (const formats::Format& format : formats::formats()) {
        const auto* named = list_format_of_name("Library." + std::string(format.extension).substr(1));
        constexpr std::array<std::string_view, 4> kOthersToo{".csv", ".json", ".txt", ".xml"};
        const bool others_too = std::ranges::find(kOthersToo, format.extension) != kOthersToo.end();
        ASSERT_EQ(named == nullptr, others_too) << format.extension;
        EXPECT_TRUE(named == nullptr || named->read == format.read) << format.name;
    }
    for (const char* name : {"savedrecs.isi", "a.b/OLD.ISI", "savedrecs.ciw"}) {
        ASSERT_NE(list_format_of_name(name), nullptr) << name;
        EXPECT_EQ(list_format_of_name(name)->name, "wos") << name;
        // What is broken in it is told as of such a file, not read as prose.
        const auto articles = read_articles("PT J\nAU Smith, J\nTI Good\n", name);
        ASSERT_FALSE(articles.empty());
        EXPECT_TRUE(std::ranges::any_of(articles, [](const auto& article) {
            return !article && article.error().what.find("\"ER\"") != std::string::npos;
        })) << name;
    }
    EXPECT_EQ(list_format_of_name("isi"), nullptr);
    EXPECT_EQ(list_format_of_name("notes.isi.md"), nullptr);
}

TEST(ReferenceList, TakesTheIdentifierOfAnAddress) {
    const auto articles =
        read_articles("TY  - JOUR\nTI  - T\nUR  - https://doi.org/10.7326/M16-2367\nER  -\n", "x.ris");
    EXPECT_EQ(articles[0]->references[0].reference.item.DOI, "10.7326/m16-2367");
}

TEST(ReferenceList, ABrokenEntryIsNamedAndCostsNoOther) {
    const std::string file = std::string(kRis) + "TY  - JOUR\nKW  - x\nER  - \n" + kRis;
    const auto articles = read_articles(file, "library.ris");
    ASSERT_EQ(articles.size(), 2U);
    ASSERT_TRUE(articles[0]);
    EXPECT_EQ(articles[0]->references.size(), 2U);
    EXPECT_EQ(articles[0]->references[1].position.line, 8U);
    ASSERT_FALSE(articles[1]);
    EXPECT_TRUE(articles[1].error().what.starts_with("line 5: ")) << articles[1].error().what;
    EXPECT_EQ(articles[1].error().where, "library.ris");
}

TEST(ReferenceList, TakesEveryEncoding) {
    const std::string expected = "Schöne Müller";
    const std::string latin = "TY  - JOUR\r\nTI  - Sch\xF6ne M\xFCller\r\nER  - \r\n";
    const std::string utf8 = "TY  - JOUR\nTI  - Schöne Müller\nER  - \n";
    std::string utf16 = "\xFF\xFE";
    for (const char c : latin) {
        utf16 += c;
        utf16 += '\0';
    }
    for (const std::string& file : {latin, utf8, utf16, utf8 + latin, "\xEF\xBB\xBF" + utf8}) {
        const auto articles = read_articles(file, "library.ris");
        ASSERT_EQ(articles.size(), 1U);
        ASSERT_TRUE(articles[0]);
        for (const auto& listed : articles[0]->references) {
            EXPECT_EQ(listed.reference.item.title, expected);
        }
    }
    EXPECT_EQ(read_articles(utf8 + latin, "x.ris")[0]->warnings.size(), 1U);
}

TEST(ReferenceList, WithoutAnEntryIsOneClearLine) {
    for (const auto& [file, name, format] :
         {std::array<const char*, 3>{"% nothing\n", "empty.bib", ""},
          std::array<const char*, 3>{"An article of no list.\n", "article.txt", "ris"},
          std::array<const char*, 3>{"<html><body>Log in</body></html>", "library.ris", "ris"}}) {
        const auto articles = read_articles(file, name, format);
        ASSERT_EQ(articles.size(), 1U);
        ASSERT_FALSE(articles[0]) << file;
        EXPECT_NE(articles[0].error().what.find("found none"), std::string::npos);
    }
}

TEST(ReferenceList, FormatsCanBeNamedAsInput) {
    const auto names = input_formats();
    for (const char* name : {"text", "jats", "bibtex", "ris", "nbib", "csl-json"}) {
        EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
    }
    EXPECT_EQ(std::ranges::find(names, "vancouver"), names.end());
    const auto refused = read_articles("x", "x", "vancouver");
    EXPECT_FALSE(refused[0]);
}

}  // namespace
}  // namespace whereof::article
