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

/// Whether cmark can be let loose on the tables of a text: it takes the square of a row's cells in time, and
/// fills up every short row to the width of the head.
bool has_sane_tables(std::string_view text) {
    constexpr std::size_t kMostColumns = 256;
    constexpr std::size_t kMostCells = 2'000'000;
    std::size_t widest = 0;
    std::size_t rows = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
        const auto line = text.substr(at, end - at);
        const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
        widest = std::max(widest, pipes);
        ++rows;
        at = end + 1;
    }
    return widest <= kMostColumns && widest * rows <= kMostCells;
}

/// cmark takes a comment with two hyphens in it for text, as SGML did: "<!-- whereof:ignore mismatch -- why
/// -->". Puts other signs for them, one for one, so that every place stays.
void take_hyphens_from_comments(std::string& text) {
    constexpr std::string_view kOpen = "<!--";
    for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
        const std::size_t end = text.find("-->", at + kOpen.size());
        if (end == std::string::npos) {
            return;
        }
        const auto inner = text.begin() + static_cast<std::ptrdiff_t>(at + kOpen.size());
        const auto close = text.begin() + static_cast<std::ptrdiff_t>(end);
        if (std::string_view(text).substr(at + kOpen.size(), end - at - kOpen.size()).find("--") !=
            std::string_view::npos) {
            std::replace(inner, close, '-', '=');
        }
        at = end;
    }
}

std::unique_ptr<cmark_node, FreeNode> parse(std::string_view text, bool with_tables) {
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(registered ? CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE : 0));
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    for (const char* name : {"table", "strikethrough", "autolink"}) {
        if (with_tables || std::string_view(name) != "table") {
            cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
        }
    }
    auto kept = with_footnotes_kept(text);
    take_hyphens_from_comments(kept);
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
    const bool with_tables = has_sane_tables(source);
    if (!with_tables) {
        builder.warn("The file has more table cells than an article can have; its tables were read as text.");
    }
    const auto document = parse(source.substr(body), with_tables);
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
