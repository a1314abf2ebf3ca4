// SPDX-License-Identifier: MIT
#pragma once

#include "article/pdf_words.hpp"

#include <cstddef>
#include <vector>

namespace whereof::article {

/// One line of a PDF's text in reading order.
struct PdfTextLine {
    PdfLine line;
    double left = 0, right = 0;  ///< of the column
    std::size_t column = 0;      ///< counts on over the document
    double size = 0;             ///< of most of its type: the height of the words' boxes
};

/// The lines of all pages in the order in which they are read: columns one after the other, what reaches over
/// several columns in its place between them. Running heads, page numbers and the numbers of lines in the
/// margin are left out.
std::vector<PdfTextLine> order_pdf_lines(std::vector<PdfPage> pages);

}  // namespace whereof::article
