// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/front_matter.hpp"
#include "article/markdown_reader.hpp"
#include "article/text_lines.hpp"
#include "text/encoding.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace whereof::article {
namespace {

/// cmark drops footnotes that nothing refers to. Behind the end of the text, one paragraph for each of its
/// footnotes refers to it, so that none is lost; the reader stops before them.
std::string with_footnotes_kept(std::string_view text) {
    std::string out(text);
    out += "\n\n";
    for (const Line& line : split_lines(text)) {
        const auto name = footnote_name(line.of(text));
        if (!name.empty() && line.indent < 4 && line.of(text).substr(name.size() + 3).starts_with(':')) {
            out.append("[^").append(name).append("]\n\n");
        }
    }
    return out;
}

struct FreeParser {
    void operator()(cmark_parser* parser) const noexcept { cmark_parser_free(parser); }
};
struct FreeNode {
    void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};

std::unique_ptr<cmark_node, FreeNode> parse(std::string_view text) {
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(registered ? CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE : 0));
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    for (const char* name : {"table", "strikethrough", "autolink"}) {
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    const auto kept = with_footnotes_kept(text);
    cmark_parser_feed(parser.get(), kept.data(), kept.size());
    return std::unique_ptr<cmark_node, FreeNode>(cmark_parser_finish(parser.get()));
}

}  // namespace

bool looks_like_markdown(std::string_view head) {
    if (front_matter_size(head) > 0) {
        return true;
    }
    std::size_t bold = 0;
    for (const Line& line : split_lines(head)) {
        const auto text = line.of(head);
        const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
        const auto name = footnote_name(text);
        if ((marks >= 1 && marks <= 6 && text.substr(marks).starts_with(' ')) || text.starts_with("```") ||
            (!name.empty() && text.substr(name.size() + 3).starts_with(':'))) {
            return true;
        }
        for (const std::string_view sign : {"](http", "](#", "](/", "](./", "[^"}) {
            if (text.find(sign) != std::string_view::npos && text.find(']') != std::string_view::npos) {
                return true;
            }
        }
        const auto first = text.find("**");
        bold +=
            first != std::string_view::npos && text.find("**", first + 3) != std::string_view::npos ? 1U : 0U;
    }
    return bold >= 2;
}

Result<Draft> read_markdown(std::string_view bytes) {
    const auto decoded = text::decode(bytes);
    const auto source = decoded.text();
    DraftBuilder builder(source);
    const std::size_t body = read_front_matter(source, builder.draft);
    const auto document = parse(source.substr(body));
    MarkdownReader(source, body, builder).read(document.get());
    if (decoded.malformed() > 0) {
        builder.warn("Some bytes are no " + decoded.encoding() + " text; each stands as U+FFFD.");
    }
    builder.lift_labels();
    Draft draft = builder.finish();
    draft.format = "markdown";
    const auto heading = std::find_if(draft.blocks.begin(), draft.blocks.end(), [](const Block& b) {
        return b.kind == BlockKind::heading && b.level == 1;
    });
    if (draft.title.empty() && heading != draft.blocks.end()) {
        draft.title = heading->span.of(draft.text);
    }
    return draft;
}

}  // namespace whereof::article
