// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// A rectangle on a page, in points from its upper left corner. Of a word it reaches from the font's ascent
/// to its descent, so that its height tells the size of the type.
struct PdfBox {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    [[nodiscard]] double height() const noexcept { return y1 - y0; }
    [[nodiscard]] double width() const noexcept { return x1 - x0; }
    void cover(const PdfBox& other) noexcept;
};

struct PdfWord {
    PdfBox box;
    std::string text;  ///< UTF-8
};

/// Words that stand side by side.
struct PdfLine {
    PdfBox box;
    std::vector<PdfWord> words;  ///< from left to right
};

struct PdfPage {
    PdfBox box;
    std::vector<PdfLine> lines;
};

/// The words of a PDF and where they stand. The program pdftotext reads it, in a child process within limits
/// of time and memory; what goes wrong there is an Error in one sentence.
Result<std::vector<PdfPage>> read_pdf_words(std::string_view bytes,
                                            std::chrono::milliseconds time = std::chrono::seconds(30));

/// What pdftotext -bbox-layout writes: pages, lines and words with their boxes. Anything else gives no pages.
std::vector<PdfPage> parse_pdf_words(std::string_view xhtml);

}  // namespace whereof::article
