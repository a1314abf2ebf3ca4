// SPDX-License-Identifier: MIT
// Any text, as lines and as blocks with inlines at any place, through assemble() and find_references().
#include "article/documents.hpp"
#include "article/draft.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace whereof::article;

/// Blocks end at "\n\n"; a first byte of a block below 16 says what it is.
Draft draft_of(std::string_view text) {
    Draft draft;
    draft.text = text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        Block block;
        block.span = {at, end};
        const auto kind = static_cast<unsigned char>(at < end ? text[at] : 0);
        if (kind < 16) {
            block.kind = static_cast<BlockKind>(kind % 5);
            block.is_reference = kind >= 10;
            block.id = std::to_string(kind);
            draft.inlines.push_back(
                {static_cast<InlineKind>(kind % 6), {at, (at + end) / 2}, "#" + block.id});
        }
        draft.blocks.push_back(std::move(block));
        at = end + 2;
    }
    return draft;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Article article = assemble(draft_of(text));
    for (const Marker& marker : article.markers) {
        if (marker.span.end > article.text.size() || marker.span.begin >= marker.span.end) {
            std::abort();
        }
    }
    for (const Claim& claim : article.claims) {
        if (claim.sentence >= article.sentences.size()) {
            std::abort();
        }
    }
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (find_references(lines).is_reference.size() != lines.size()) {
        std::abort();
    }
    return 0;
}
