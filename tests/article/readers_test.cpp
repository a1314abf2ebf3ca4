// SPDX-License-Identifier: MIT
#include "article/readers.hpp"

#include "article/formats.hpp"
#include "draft_text.hpp"
#include "support/data.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace whereof::article {
namespace {

using namespace std::string_view_literals;

TEST(Readers, HaveNamesOfTheirOwnAndEndWithText) {
    std::set<std::string_view> names;
    for (const Reader& reader : readers()) {
        EXPECT_TRUE(names.insert(reader.name).second) << reader.name;
        EXPECT_TRUE(reader.extension.starts_with('.')) << reader.name;
    }
    EXPECT_EQ(readers().back().name, "text");
}

struct Case {
    const char* name;
    std::string_view bytes;
    const char* format;
};

constexpr Case kFormats[] = {
    {"a.txt", "Back pain is common.\n", "text"},
    {"a.md", "Back pain is common.\n", "markdown"},
    {"a.txt", "# Back pain\n\nIt is [common](https://x.org).\n", "markdown"},
    {"a.txt", "<!DOCTYPE html>\n<html><body><p>Back pain</p></body></html>", "html"},
    {"a.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html><body><p>Back pain</p></body></html>", "html"},
    {"a.html", "\xEF\xBB\xBF  <!-- saved -->\n<div><p>Back pain</p></div>", "html"},
    {"a", "<article class=\"post\"><p>Back pain</p></article>", "html"},
    {"a.txt",
     "<?xml version=\"1.0\"?><article article-type=\"research-article\"><body><p>Pain</p></body></article>",
     "jats"},
    {"a.nxml",
     "<article xmlns:mml=\"x\" "
     "article-type=\"x\"><front><article-meta/></front><body><p>P</p></body></article>",
     "jats"},
    {"a", "{\"text\":\"Back pain is common.\"}\n", "jsonl"},
    {"a.md", "{ not json at all\n", "markdown"},
    {"a.html", "Plain text in a page's clothes.\n", "text"},
    {"a", "[1] Smith J. Title. 2010.\n", "text"},
    {"a", "B\0a\0c\0k\0 \0p\0a\0i\0n\0.\0"sv, "text"},
    {"a", "\xFF\xFE<\0p\0>\0P\0a\0i\0n\0"sv, "html"},
};

TEST(ReadArticles, TellsTheFormatByTheContent) {
    for (const Case& row : kFormats) {
        const auto articles = read_articles(row.bytes, row.name);
        ASSERT_EQ(articles.size(), 1U) << row.bytes;
        ASSERT_TRUE(articles[0].has_value()) << row.bytes << articles[0].error().what;
        EXPECT_EQ(articles[0]->format, row.format) << row.bytes;
    }
}

TEST(ReadArticles, ReadsInTheFormatThatIsNamed) {
    EXPECT_EQ(read_articles("<p>Pain", "a.html", "text")[0]->format, "text");
    const auto refused = read_articles("Pain", "a", "rtf");
    EXPECT_NE(refused[0].error().what.find("jats, html, jsonl, pdf, epub, odt, docx"), std::string::npos)
        << refused[0].error().what;
}

struct Refusal {
    std::string_view bytes;
    const char* found;
};

constexpr Refusal kRefusals[] = {
    {"", "an empty file"},
    {"  \n\t ", "white space"},
    {"%PDF-1.7\n%\xE2\xE3", "a PDF"},
    {"PK\x03\x04\x14\0\x06\0word/"sv, "ZIP"},
    {"\x89PNG\r\n\x1A\n", "a PNG image"},
    {"\xFF\xD8\xFF\xE0", "a JPEG image"},
    {"\x1F\x8B\x08\0"sv, "gzip"},
    {"{\\rtf1 pain}", "Rich Text"},
    {"SQLite format 3\0x"sv, "SQLite"},
    {"Some text\nwith a \0 inside"sv, "a NUL byte at line 2, column 8 (offset 17)"},
    {"\x01\x02\x03\x04\x05\x06\x07\x08 abc", "binary data (byte 0x01 at offset 0)"},
    {"<html><body><script>all()</script></body></html>", "html without any text"},
};

TEST(ReadArticles, RefusesWithOneClearSentence) {
    for (const auto& [bytes, found] : kRefusals) {
        const auto articles = read_articles(bytes, "some/file.txt");
        ASSERT_EQ(articles.size(), 1U) << found;
        ASSERT_FALSE(articles[0].has_value()) << found;
        const Error& error = articles[0].error();
        EXPECT_EQ(error.where, "some/file.txt");
        EXPECT_NE(error.what.find(found), std::string::npos) << error.what;
        EXPECT_TRUE(error.what.starts_with("expected ")) << error.what;
        EXPECT_NE(error.what.find(": "), std::string::npos) << error.what;
        EXPECT_EQ(error.what.find('\n'), std::string::npos) << error.what;
    }
}

/// Bytes of the same chance on every machine.
std::string random_bytes(std::uint32_t seed) {
    std::minstd_rand next(seed + 1);
    constexpr std::size_t kSizes[] = {1, 3, 10, 30, 100, 1000, 5000, 50'000};
    std::string bytes(kSizes[seed % std::size(kSizes)], '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(next() >> 8U);
    }
    return bytes;
}

TEST(ReadArticles, TakesNoRandomBytesForADocument) {
    for (const char* name : {"a.docx", "a.odt", "a.epub", "a.pdf", "A.PDF"}) {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const std::string bytes = random_bytes(seed);
            for (const std::string& file : {bytes, "PK\x03\x04" + bytes, bytes + "PK\x05\x06"}) {
                const auto articles = read_articles(file, name);
                ASSERT_EQ(articles.size(), 1U) << name << seed;
                EXPECT_FALSE(articles[0].has_value()) << name << seed;
            }
        }
    }
}

TEST(ReadArticles, ReadsADocumentThatIsCutOffWhollyOrNotAtAll) {
    std::minstd_rand next(7);
    for (const char* name :
         {"clinic-letter.docx", "clinic-letter.odt", "clinic-letter.epub", "clinic-letter.pdf"}) {
        const auto whole =
            test::read_text(test::repository_file(std::string("corpus/articles-documents/") + name));
        for (int i = 0; i < 25; ++i) {
            const auto articles =
                read_articles(std::string_view(whole).substr(0, next() % (whole.size() - 32)), name);
            ASSERT_EQ(articles.size(), 1U) << name;
            // What stands behind the last page of a PDF is no text.
            EXPECT_TRUE(!articles[0] || articles[0]->warnings.at(0).find("(%%EOF)") != std::string::npos)
                << name;
        }
    }
}

TEST(ReadArticles, ReadsTextAndPagesUnderADocumentsName) {
    EXPECT_EQ(read_articles("Back pain is common; rest is not the cure.\n", "a.docx")[0]->format, "text");
    EXPECT_EQ(read_articles("<html><body><p>Caf\xE9s</p></body></html>", "a.pdf")[0]->format, "html");
    const auto refused = read_articles("Sm\xEErt\x01 and \x02 others, 2010", "a.docx");
    ASSERT_FALSE(refused[0].has_value());
    EXPECT_NE(refused[0].error().what.find("a Word document (DOCX), as its name says"), std::string::npos);
}

TEST(ReadArticles, FindsThePdfBehindWhatAMailPutBeforeIt) {
    EXPECT_TRUE(
        looks_like_pdf("Content-Type: application/pdf\r\n" + std::string(600, 'x') + "\r\n\r\n%PDF-1.4"));
    EXPECT_FALSE(looks_like_pdf(std::string(1024, ' ') + "%PDF-1.4"));
    EXPECT_FALSE(looks_like_pdf(
        "A file of this kind, and there are many of them, begins with the letters \"%PDF-1.4\"."));
}

TEST(ReadArticles, RefusesWhatIsTooLarge) {
    const std::string large(kMaxFileBytes + 1, 'x');
    EXPECT_NE(read_articles(large, "a")[0].error().what.find("at most 256 MB"), std::string::npos);
}

/// Every file of the collection, through the reader that claims it and through all others.
TEST(Readers, SurviveTheCollectionOfBadInputs) {
    WHEREOF_SHARED_DATA(folder, "nasty");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const std::string bytes = test::read_text(entry.path());
        const auto begin = std::chrono::steady_clock::now();
        for (const Reader& reader : readers()) {
            const auto draft = reader.read(bytes);
            if (draft) {
                EXPECT_EQ(broken_promise(*draft), "") << entry.path() << reader.name;
                EXPECT_LE(draft->text.size(), 10 * bytes.size() + (1U << 20U)) << entry.path();
            } else {
                EXPECT_FALSE(draft.error().what.empty());
            }
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(took.count(), 60) << entry.path();
        if (bytes.size() < 100'000) {
            EXPECT_FALSE(read_articles(bytes, entry.path().filename().string()).empty()) << entry.path();
        }
    }
}

std::size_t count(pugi::xml_node node, std::string_view name, std::string_view ref_type = {}) {
    std::size_t found = 0;
    for (const auto child : node.children()) {
        const bool counts =
            name == child.name() && (ref_type.empty() || ref_type == child.attribute("ref-type").value());
        found += (counts ? 1U : 0U) + count(child, name, ref_type);
    }
    return found;
}

TEST(ReadJats, LosesNoEntryAndNoMarkerOfTwoHundredArticles) {
    WHEREOF_SHARED_DATA(folder, "jats");
    std::size_t articles = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        SCOPED_TRACE(entry.path().filename());
        const std::string bytes = test::read_text(entry.path());
        ASSERT_EQ(readers().front().name, "jats");
        ASSERT_TRUE(readers().front().recognises(std::string_view(bytes).substr(0, 4096)));
        const auto draft = readers().front().read(bytes);
        ASSERT_TRUE(draft.has_value()) << draft.error().what;
        EXPECT_EQ(broken_promise(*draft), "");
        EXPECT_FALSE(draft->id.empty());
        EXPECT_FALSE(draft->title.empty());
        pugi::xml_document document;
        ASSERT_TRUE(document.load_buffer(bytes.data(), bytes.size()));
        std::size_t references = 0;
        std::size_t markers = 0;
        for (const Block& block : draft->blocks) {
            references += block.is_reference ? 1U : 0U;
        }
        for (const Inline& mark : draft->inlines) {
            markers += mark.kind == InlineKind::xref ? 1U : 0U;
        }
        EXPECT_EQ(references, count(document, "ref"));
        const auto article = document.child("article");
        EXPECT_EQ(markers, count(article.child("body"), "xref", "bibr") +
                               count(article.child("back"), "xref", "bibr") +
                               count(article.child("floats-group"), "xref", "bibr") +
                               count(article.child("front"), "xref", "bibr"));
        ++articles;
    }
    EXPECT_EQ(articles, 200U);
}

}  // namespace
}  // namespace whereof::article
