// SPDX-License-Identifier: MIT
// Every reader of reference files, and the articles made of them: the first byte picks the format. What is
// read is written again and must be as many works.
#include "article/readers.hpp"
#include "formats/formats.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto& format = formats::formats()[data[0] % formats::formats().size()];
    for (const auto& article : article::read_articles(text, "fuzz")) {
        static_cast<void>(article.has_value());
    }
    formats::recognise_format(text);
    if (format.read == nullptr) {
        return 0;
    }
    const auto read = format.read(text);
    std::vector<formats::Entry> entries;
    for (const auto& entry : read) {
        if (entry && (entry->span.begin > entry->span.end || entry->span.end > text.size())) {
            std::abort();
        }
        if (entry) {
            entries.push_back({entry->key, &entry->item, {}});
        }
    }
    if (format.write != nullptr && format.read(format.write(entries)).size() != entries.size()) {
        std::abort();
    }
    return 0;
}
