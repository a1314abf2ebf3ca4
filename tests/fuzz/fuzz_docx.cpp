// SPDX-License-Identifier: MIT
#include "../article/draft_text.hpp"
#include "../support/zip.hpp"
#include "article/readers.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

/// The input as it is, and as the text of a document: checksums keep a fuzzer out of an archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    const std::string input(reinterpret_cast<const char*>(data), size);
    const std::size_t half = input.find('\f') == std::string::npos ? size : input.find('\f');
    const std::string packed = test::zip({{"word/document.xml", input.substr(0, half)},
                                          {"word/numbering.xml", input.substr(half)},
                                          {"word/styles.xml", input.substr(half)},
                                          {"word/footnotes.xml", input.substr(half)}});
    for (const article::Reader& reader : article::readers()) {
        if (reader.name != "docx") {
            continue;
        }
        for (const std::string& bytes : {input, packed}) {
            auto draft = reader.read(bytes);
            if (!draft) {
                continue;
            }
            if (const std::string broken = article::broken_promise(*draft); !broken.empty()) {
                std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
                std::abort();
            }
            article::assemble(*std::move(draft));
        }
    }
    return 0;
}
