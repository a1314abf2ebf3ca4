// SPDX-License-Identifier: MIT
#include "../article/draft_text.hpp"
#include "article/pdf_reader.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What pdftotext may write, of a PDF made to do harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof::article;
    DraftBuilder builder({});
    auto lines = order_pdf_lines(parse_pdf_words({reinterpret_cast<const char*>(data), size}));
    PdfReader(std::move(lines), builder).read();
    const Draft draft = builder.finish();
    if (const std::string broken = broken_promise(draft); !broken.empty()) {
        std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
