// SPDX-License-Identifier: MIT
#pragma once

#include "../article/draft_text.hpp"
#include "article/readers.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace whereof::article {

/// Reads bytes with one reader, checks what every draft promises, and assembles the article.
inline int read_and_assemble(const char* name, const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const Reader& reader : readers()) {
        if (reader.name != name) {
            continue;
        }
        reader.recognises(bytes.substr(0, 4096));
        auto draft = reader.read(bytes);
        if (!draft) {
            return 0;
        }
        if (const auto broken = broken_promise(*draft); !broken.empty()) {
            std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
            std::abort();
        }
        assemble(*std::move(draft));
    }
    return 0;
}

}  // namespace whereof::article
