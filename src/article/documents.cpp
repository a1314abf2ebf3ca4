// SPDX-License-Identifier: MIT
#include "article/documents.hpp"

#include "article/document_lines.hpp"
#include "article/entries.hpp"

namespace whereof::article {

DocumentReferences find_references(std::span<const std::string> lines) {
    const std::vector<LineFacts> facts = read_line_facts(lines);
    DocumentReferences found;
    found.is_reference = label_lines(facts);
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> indents;
    const auto flush = [&] {
        const std::vector<bool> starts = entry_starts(texts, indents);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (starts[i]) {
                found.references.emplace_back(texts[i]);
            } else {
                append_wrapped(found.references.back(), texts[i]);
            }
        }
        texts.clear();
        indents.clear();
    };
    constexpr std::size_t kApart = 25;
    std::size_t gap = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (found.is_reference[i] != 0) {
            if (gap > kApart) {
                flush();
            }
            texts.push_back(facts[i].text);
            indents.push_back(facts[i].indent);
            gap = 0;
        } else {
            ++gap;
        }
    }
    flush();
    return found;
}

}  // namespace whereof::article
