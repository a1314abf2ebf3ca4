// SPDX-License-Identifier: MIT
#pragma once

#include "article/pdf_words.hpp"

#include <string>
#include <vector>

namespace whereof::article {

/// A line's words with blanks between them.
std::string plain_text(const PdfLine& line);

/// Takes out what stands on the pages beside the text: heads and feet that are the same on several pages but
/// for their numbers, page numbers, and the numbers of lines in the margin of manuscripts.
void drop_pdf_furniture(std::vector<PdfPage>& pages);

}  // namespace whereof::article
