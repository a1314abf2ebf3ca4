// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/pdf_reader.hpp"
#include "article/readers.hpp"
#include "draft_text.hpp"
#include "support/data.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace whereof::article {
namespace {

/// Pages of lines as pdftotext writes them. A letter is half as wide as its type is high; "^" before a word
/// raises it and joins it to the word before; a second one ends that.
class Pages {
  public:
    Pages& page() {
        out_ += open_ ? "</page>\n" : "";
        out_ += "<page width=\"600.0\" height=\"800.0\">\n";
        open_ = true;
        return *this;
    }
    Pages& line(double x, double y, const std::string& text, double size = 10) {
        out_ += fmt::format("<line xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">\n", x, y,
                            x + width(text, size), y + size);
        bool raised = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" ^", at + 1), text.size());
            std::string word = text.substr(at, end - at);
            raised = word.starts_with('^') ? !raised : raised && word[0] != ' ';
            if (word.starts_with('^') || word.starts_with(' ')) {
                x += word[0] == ' ' ? size / 2 : 0;
                word.erase(0, 1);
            }
            if (word.empty()) {
                at = end;
                continue;
            }
            const double high = raised ? 0.6 * size : size;
            const double wide = width(word, high);
            out_ += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", x, y,
                                x + wide, y + high, word);
            x += wide;
            at = end;
        }
        out_ += "</line>\n";
        return *this;
    }
    [[nodiscard]] Draft read() const {
        DraftBuilder builder({});
        PdfReader(order_pdf_lines(parse_pdf_words(out_ + "</page>")), builder).read();
        return builder.finish();
    }

  private:
    static double width(const std::string& text, double size) {
        return static_cast<double>(text.size()) * size / 2;
    }
    std::string out_;
    bool open_ = false;
};

TEST(PdfReader, JoinsLinesAndDividedWordsAndKeepsCompounds) {
    Pages pages;
    pages.page()
        .line(50, 100, "The non-specific pain of most people and its treat-")
        .line(50, 112, "ment are common and so is the fear of movement, non-")
        .line(50, 124, "specific as it may be, on pages 2356-")
        .line(50, 136, "2367 and https://doi.org/10.1016/S0140-")
        .line(50, 148, "6736(18)30480-X ended.")
        .line(50, 172, "Another paragraph begins behind a gap in the text");
    EXPECT_EQ(
        outline(pages.read()),
        "p|The non-specific pain of most people and its treatment are common and so is the fear of movement, "
        "non-specific as it may be, on pages 2356-2367 and https://doi.org/10.1016/S0140-6736(18)30480-X "
        "ended.\np|Another paragraph begins behind a gap in the text\n");
}

TEST(PdfReader, RaisesNumbersAndFindsHeadingsByTheirSize) {
    Pages pages;
    pages.page()
        .line(50, 60, "Sore Backs", 20)
        .line(50, 100, "Bones and discs share the work of carrying the trunk^1,3^. More")
        .line(50, 112, "of it is known today than was known in the last century.")
        .line(50, 140, "Tests", 14)
        .line(50, 160, "Imaging in the first weeks does not improve outcomes^2");
    const auto draft = pages.read();
    EXPECT_EQ(outline(draft),
              "h1|Sore Backs\np|Bones and discs share the work of carrying the trunk1,3. More of it is known "
              "today than "
              "was known in the last century.\nh2|Tests\np|Imaging in the first weeks does not improve "
              "outcomes2\n");
    EXPECT_EQ(inlines(draft), "sup|1,3\nsup|2\n");
    EXPECT_EQ(draft.title, "Sore Backs");
}

/// Lines of prose, numbered so that each is another one.
void fill(Pages& pages, double x, const std::string& name) {
    for (int i = 0; i < 6; ++i) {
        pages.line(x, 100 + 12 * i,
                   fmt::format("{} line {} goes on to the end", name, static_cast<char>('a' + i)));
    }
}

TEST(PdfReader, ReadsColumnsOneAfterTheOtherAndLeavesOutWhatStandsOnEveryPage) {
    Pages pages;
    for (int page = 1; page <= 2; ++page) {
        pages.page().line(50, 20, "Journal of Backs").line(250, 20, fmt::format("Volume 12, page {}", page));
        if (page == 1) {
            pages.line(50, 60, "A title that reaches over both of the columns of the page", 16);
        }
        fill(pages, 310, fmt::format("{} right", page == 1 ? "One" : "Two"));
        fill(pages, 50, fmt::format("{} left", page == 1 ? "One" : "Two"));
        pages.line(290, 770, std::to_string(page));
    }
    std::string expected = "h1|A title that reaches over both of the columns of the page\np|";
    for (const char* name : {"One left", "One right", "Two left", "Two right"}) {
        for (char letter = 'a'; letter < 'g'; ++letter) {
            expected += fmt::format("{}{} line {} goes on to the end", expected.ends_with('|') ? "" : " ",
                                    name, letter);
        }
    }
    EXPECT_EQ(outline(pages.read()), expected + "\n");
}

TEST(PdfReader, DividesReferenceListsWithAndWithoutNumbers) {
    Pages numbered;
    numbered.page()
        .line(50, 100, "The last sentence of the text stands here and says little.")
        .line(50, 130, "References", 14)
        .line(50, 150, "1. Maher C, Underwood M, Buchbinder R. Non-specific low back")
        .line(62, 162, "pain. Lancet. 2017;389(10070):736-747.")
        .line(50, 174, "2. Foster NE, Anema JR, Cherkin D, et al. Prevention and treat-")
        .line(62, 186, "ment of low back pain. Lancet. 2018;391(10137):2368-2383.")
        .page()
        .line(50, 100, "3. Deyo RA. Diagnostic imaging. Spine. 2011;36(3):12-19.");
    EXPECT_EQ(
        outline(numbered.read()),
        "p|The last sentence of the text stands here and says little.\nh1|References\n"
        "li1 [1]|Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. "
        "2017;389(10070):736-747.\n"
        "li1 [2]|Foster NE, Anema JR, Cherkin D, et al. Prevention and treatment of low back pain. Lancet. "
        "2018;391(10137):2368-2383.\nli1 [3]|Deyo RA. Diagnostic imaging. Spine. 2011;36(3):12-19.\n");
    Pages hanging;
    hanging.page()
        .line(50, 100, "The last sentence of the text stands here and says little.")
        .line(50, 130, "References", 14)
        .line(50, 150, "Deyo, R. A. (2011). Diagnostic imaging of people with")
        .line(62, 162, "pain in the back. Spine, 36(3), 12-19.")
        .line(50, 174, "Foster, N. E., & Anema, J. R. (2018). Prevention of")
        .line(62, 186, "low back pain. The Lancet, 391(10137), 2368-2383.");
    EXPECT_EQ(
        outline(hanging.read()),
        "p|The last sentence of the text stands here and says little.\nh1|References\n"
        "p|Deyo, R. A. (2011). Diagnostic imaging of people with pain in the back. Spine, 36(3), 12-19.\n"
        "p|Foster, N. E., & Anema, J. R. (2018). Prevention of low back pain. The Lancet, 391(10137), "
        "2368-2383.\n");
}

TEST(PdfReader, TakesFootnotesOutOfTheSentenceThatTheyInterrupt) {
    Pages pages;
    pages.page()
        .line(50, 100, "The pain is common^1^ and its causes are seldom found^2^, as")
        .line(50, 112, "has been said before by many people in many")
        .line(50, 700, "^1^ Maher C, Underwood M, Buchbinder R. Non-specific low back", 8)
        .line(50, 710, "pain. Lancet. 2017;389(10070):736-747.", 8)
        .line(50, 724, "^2^ The author thanks her teachers for this remark.", 8)
        .page()
        .line(50, 100, "places, and will be said again.")
        .line(50, 130, "The next paragraph begins here.");
    const auto draft = pages.read();
    EXPECT_EQ(outline(draft),
              "p|The pain is common1 and its causes are seldom found2, as has been said before by many "
              "people in many "
              "places, and will be said again.\n"
              "ref [1] #note-1|Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. "
              "2017;389(10070):736-747.\np|2 The author thanks her teachers for this remark.\n"
              "p|The next paragraph begins here.\n");
    EXPECT_EQ(inlines(draft), "fn note-1|1\nsup|2\nsup|2\n");
}

TEST(PdfReader, LeavesOutTheNumbersOfLinesInTheMargin) {
    Pages pages;
    std::string expected = "p|";
    int number = 0;
    for (int page = 0; page < 2; ++page) {
        pages.page();
        for (int i = 0; i < 12; ++i) {
            const auto text = fmt::format("words {} go on to the end", static_cast<char>('a' + number));
            pages.line(30, 100 + 12 * i, std::to_string(++number)).line(60, 100 + 12 * i, text);
            expected += (number > 1 ? " " : "") + text;
        }
    }
    EXPECT_EQ(outline(pages.read()), expected + "\n");
}

TEST(ParsePdfWords, ReadsEntitiesAndPassesOverWhatItDoesNotKnow) {
    const auto pages = parse_pdf_words(
        "<word>no page</word><page width=\"1\" height=\"2\"><word>no line</word><line xMin=\"1\" yMin=\"x\">"
        "<word xMin=\"3.5\" yMin=\"1e400\">a &amp; &lt;b</word><word xMin=\"1\">\xFF</word><word xMin=\"2\"> "
        "</word></line><line></line>"
        "</page><page");
    ASSERT_EQ(pages.size(), 1U);
    ASSERT_EQ(pages[0].lines.size(), 1U);
    ASSERT_EQ(pages[0].lines[0].words.size(), 2U);
    EXPECT_EQ(pages[0].lines[0].words[0].text, "a & <b");
    EXPECT_EQ(pages[0].lines[0].words[0].box.x0, 3.5);
    EXPECT_EQ(pages[0].lines[0].words[1].text, "\uFFFD");
}

/// A PDF of one page whose content is `stream`; its table of contents is left to be repaired.
std::string pdf(const std::string& stream) {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
           "1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F "
           "5 0 R>>>>>>endobj\n4 0 obj<</Length " +
           std::to_string(stream.size()) + ">>stream\n" + stream +
           "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "trailer<</Root 1 0 R/Size 6>>\n";
}

TEST(ReadPdf, ReadsAFileWithTheProgram) {
    const auto draft = read_pdf(pdf("BT /F 12 Tf 20 100 Td (Back pain is common) Tj ET"));
    ASSERT_TRUE(draft.has_value()) << draft.error().what;
    EXPECT_EQ(draft->text, "Back pain is common");
    EXPECT_EQ(draft->format, "pdf");
    EXPECT_EQ(place_of(*draft, "common"), "1:14");
}

std::string refusal_of(const std::string& bytes) {
    const auto articles = read_articles(bytes, "paper.pdf");
    EXPECT_EQ(articles.size(), 1U);
    if (articles[0]) {
        return "read";
    }
    const Error& error = articles[0].error();
    EXPECT_EQ(error.where, "paper.pdf");
    EXPECT_TRUE(error.what.starts_with("expected ")) << error.what;
    EXPECT_EQ(error.what.find('\n'), std::string::npos) << error.what;
    return error.what;
}

TEST(ReadPdf, RefusesWithOneClearSentence) {
    EXPECT_NE(refusal_of(pdf("0 0 100 100 re f")).find("1 page without any: they are pictures"),
              std::string::npos);
    EXPECT_NE(refusal_of("%PDF-1.4\nnothing else").find("a damaged one"), std::string::npos);
}

TEST(ReadPdf, SaysThatAFileIsEncrypted) {
    WHEREOF_SHARED_DATA(file, "nasty/qpdf/qtest/enc-XI-long-password.pdf");
    EXPECT_NE(refusal_of(test::read_text(file)).find("an encrypted one"), std::string::npos);
}

/// Puts a program of our own in the place of pdftotext.
class FakeProgram {
  public:
    explicit FakeProgram(const std::string& script) : path_(std::getenv("PATH")) {
        if (!script.empty()) {
            test::write_text(folder_ / "pdftotext", "#!/bin/sh\n" + script);
            std::filesystem::permissions(folder_ / "pdftotext", std::filesystem::perms::owner_all);
        }
        ::setenv("PATH", folder_.path().c_str(), 1);
    }
    FakeProgram(const FakeProgram&) = delete;
    FakeProgram& operator=(const FakeProgram&) = delete;
    ~FakeProgram() { ::setenv("PATH", path_.c_str(), 1); }

  private:
    test::TemporaryFolder folder_;
    std::string path_;
};

TEST(ReadPdf, SaysWhatWentWrongWithTheProgram) {
    const std::string good = pdf("BT /F 12 Tf 20 100 Td (Back pain) Tj ET");
    struct Case {
        const char* script;
        const char* found;
    };
    constexpr Case kCases[] = {
        {"", "found none: install poppler-utils"},
        {"kill -SEGV $$", "ended by signal 11"},
        {"while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done",
         "more words than an article can have"},
        {"echo 'Syntax Error: \033[31mbad' >&2; exit 1", "a damaged one (pdftotext: Syntax Error:  [31mbad)"},
    };
    for (const auto& [script, found] : kCases) {
        const FakeProgram fake(script);
        EXPECT_NE(refusal_of(good).find(found), std::string::npos) << found;
    }
    const FakeProgram hanging("exec 3<&0; while :; do read -t 1 line <&3; done");
    const auto pages = read_pdf_words(good, std::chrono::milliseconds(1000));
    ASSERT_FALSE(pages.has_value());
    EXPECT_NE(pages.error().what.find("had not read after 1 s"), std::string::npos) << pages.error().what;
}

}  // namespace
}  // namespace whereof::article
