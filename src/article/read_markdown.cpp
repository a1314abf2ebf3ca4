// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/front_matter.hpp"
#include "article/text_lines.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace whereof::article {
namespace {

std::string_view view(const char* text) noexcept { return text == nullptr ? std::string_view{} : text; }

/// "[^name]" at the start of `text`: the name, or empty.
std::string_view footnote_name(std::string_view text) {
    if (!text.starts_with("[^")) {
        return {};
    }
    const auto end = text.substr(0, 1024).find_first_of("]\n");
    return end == std::string_view::npos || text[end] != ']' ? std::string_view{} : text.substr(2, end - 2);
}

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

/// One tag of HTML inside a line of Markdown.
struct InlineTag {
    std::string name;
    bool closes = false;
    std::string address, id;
};

std::string attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        std::size_t value = at + name.size();
        if (at == 0 || !text::is_ascii_space(tag[at - 1]) || value + 1 >= tag.size() || tag[value] != '=') {
            continue;
        }
        ++value;
        const char quote = tag[value] == '"' || tag[value] == '\'' ? tag[value++] : ' ';
        return std::string(tag.substr(
            value,
            std::min(tag.find_first_of(quote == ' ' ? " >" : std::string(1, quote), value), tag.size()) -
                value));
    }
    return {};
}

InlineTag read_tag(std::string_view tag) {
    InlineTag found;
    std::size_t at = 1;
    if (tag.size() > 1 && tag[1] == '/') {
        found.closes = true;
        at = 2;
    }
    const std::size_t end = std::min(tag.find_first_of(" \t\n/>", at), tag.size());
    found.name = text::ascii_lower(tag.substr(std::min(at, end), end - std::min(at, end)));
    found.address = attribute(tag, "href");
    found.id = attribute(tag, "id");
    found.id = found.id.empty() && found.name == "a" ? attribute(tag, "name") : found.id;
    return found;
}

/// Walks over cmark's tree, which is as deep as the text nests quotes and lists; its iterator does not
/// recurse.
class MarkdownReader {
  public:
    /// cmark read `source` from `body` on.
    MarkdownReader(std::string_view source, std::size_t body, DraftBuilder& builder)
        : source_(source), builder_(builder), line_starts_{body} {
        for (std::size_t at = source.find_first_of("\n\r", body); at != std::string_view::npos;
             at = source.find_first_of("\n\r", at)) {
            at += source.substr(at).starts_with("\r\n") ? 2U : 1U;
            line_starts_.push_back(at);
        }
    }

    void read(cmark_node* document);

  private:
    struct Item {
        std::string label;
        std::uint32_t level = 1;
        bool ordered = false;
        bool used = false;
    };
    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void enter_inline(cmark_node* node);
    void enter_paragraph();
    void enter_item(cmark_node* node);
    void code_block(cmark_node* node);
    void html_block(cmark_node* node);
    void html_inline(std::string_view tag);
    void put(cmark_node* node, std::string_view literal);
    void begin(BlockKind kind, std::uint32_t level = 0);
    void see_id(std::string id);
    std::size_t place_of(cmark_node* node, std::string_view literal);
    std::size_t start_of(cmark_node* node) const;
    bool starts_entry(cmark_node* next);
    bool is_numbered_link(cmark_node* node, std::size_t& open) const;

    std::string_view source_;
    DraftBuilder& builder_;
    std::vector<std::size_t> line_starts_;
    std::vector<Item> items_;
    std::vector<int> next_number_;  ///< of each open list
    std::string pending_id_;
    std::string footnote_;  ///< name of the open definition
    std::size_t last_ = 0;  ///< where in the source the last text ended
    std::size_t quotes_ = 0;
    bool skipping_ = false;  ///< inside the paragraphs that were added
    bool in_footnote_ = false;
};

std::size_t MarkdownReader::start_of(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    if (line < 1 || column < 1 || static_cast<std::size_t>(line) > line_starts_.size()) {
        return source_.size();
    }
    return std::min(line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::size_t>(column) - 1,
                    source_.size());
}

/// cmark counts columns of later lines without their indentation, and gives none to links that it found
/// itself; so its word is checked against the source, and else the text is looked for a little further on.
std::size_t MarkdownReader::place_of(cmark_node* node, std::string_view literal) {
    constexpr std::size_t kReach = 512;
    const auto probe = literal.substr(0, 64);
    std::size_t at = start_of(node);
    if (source_.compare(at, probe.size(), probe) != 0) {
        const std::size_t from = at < source_.size() && at >= last_ ? at : last_;
        const auto found = source_.substr(std::min(from, source_.size()), kReach + probe.size()).find(probe);
        at = found == std::string_view::npos ? std::min(from, source_.size()) : from + found;
    }
    return at;
}

void MarkdownReader::put(cmark_node* node, std::string_view literal) {
    const std::size_t at = place_of(node, literal);
    builder_.append(literal, at);
    last_ = at + literal.size();
}

void MarkdownReader::begin(BlockKind kind, std::uint32_t level) {
    Block block;
    block.kind = kind;
    block.level = level;
    block.id = std::exchange(pending_id_, {});
    builder_.begin_block(std::move(block));
}

void MarkdownReader::see_id(std::string id) {
    if (builder_.in_block() && builder_.last_block().id.empty()) {
        builder_.last_block().id = std::move(id);
    } else if (!builder_.in_block()) {
        pending_id_ = std::move(id);
    }
}

void MarkdownReader::enter_paragraph() {
    if (in_footnote_) {
        if (builder_.in_block()) {
            builder_.append_line_break();
            return;
        }
        Block block;
        block.is_reference = true;
        block.id = footnote_;
        builder_.begin_block(std::move(block));
    } else if (!items_.empty()) {
        Item& item = items_.back();
        Block block;
        block.kind = BlockKind::list_item;
        block.level = item.level;
        block.label = item.used ? std::string() : item.label;
        block.ordered = item.ordered;
        block.id = std::exchange(pending_id_, {});
        item.used = true;
        builder_.begin_block(std::move(block));
    } else {
        begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
    }
}

void MarkdownReader::enter_item(cmark_node* node) {
    Item item;
    item.ordered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
    item.label = item.ordered ? std::to_string(next_number_.back()++) : "•";
    item.level = static_cast<std::uint32_t>(next_number_.size());
    items_.push_back(std::move(item));
}

void MarkdownReader::code_block(cmark_node* node) {
    begin(BlockKind::paragraph);
    const auto literal = view(cmark_node_get_literal(node));
    int fence_length = 0;
    int fence_offset = 0;
    char fence_character = 0;
    const int fence =
        cmark_node_get_fenced(node, &fence_length, &fence_offset, &fence_character) != 0 ? 1 : 0;
    std::size_t line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)) - 1 + fence);
    for (std::size_t at = 0; at < literal.size(); ++line) {
        const std::size_t end = std::min(literal.find('\n', at), literal.size());
        const auto piece = literal.substr(at, end - at);
        const std::size_t start = line < line_starts_.size() ? line_starts_[line] : source_.size();
        const auto indent = source_.substr(start, 64).find(piece.substr(0, 16));
        builder_.append(piece, start + (indent == std::string_view::npos ? 0 : indent));
        builder_.append_line_break();
        at = end + 1;
    }
    builder_.end_block();
}

void MarkdownReader::html_block(cmark_node* node) {
    const auto literal = view(cmark_node_get_literal(node));
    const std::size_t at = place_of(node, literal.substr(0, literal.find('\n')));
    append_html(literal, at, false, builder_);
    last_ = std::min(at + literal.size(), source_.size());
}

void MarkdownReader::html_inline(std::string_view literal) {
    auto tag = read_tag(literal);
    if (!tag.id.empty()) {
        see_id(std::move(tag.id));
    }
    if (tag.name == "br") {
        builder_.append_line_break();
        return;
    }
    struct Row {
        std::string_view name;
        InlineKind kind;
    };
    constexpr Row kTags[] = {{"sup", InlineKind::superscript}, {"a", InlineKind::link},
                             {"i", InlineKind::italic},        {"em", InlineKind::italic},
                             {"cite", InlineKind::italic},     {"b", InlineKind::bold},
                             {"strong", InlineKind::bold}};
    const auto row =
        std::find_if(std::begin(kTags), std::end(kTags), [&](const Row& r) { return r.name == tag.name; });
    if (row != std::end(kTags)) {
        tag.closes ? builder_.end_inline(row->kind)
                   : builder_.begin_inline(row->kind, std::move(tag.address));
    }
}

/// "[12]" as the text of a link: `open` is where the bracket stands. Its brackets are part of how it is read.
bool MarkdownReader::is_numbered_link(cmark_node* node, std::size_t& open) const {
    cmark_node* child = cmark_node_first_child(node);
    const auto literal = child == nullptr ? std::string_view{} : view(cmark_node_get_literal(child));
    open = start_of(node);
    return child != nullptr && cmark_node_next(child) == nullptr && !literal.empty() &&
           literal.size() <= 16 && literal.find_first_not_of("0123456789,;-– ") == std::string_view::npos &&
           source_.substr(open).starts_with("[" + std::string(literal) + "]");
}

/// Entries set line by line below each other are no wrapped paragraph, whatever Markdown says: the block
/// begins with a list label, and so does the line at `next`.
bool MarkdownReader::starts_entry(cmark_node* next) {
    constexpr std::size_t kReach = 32;
    if (next == nullptr || !builder_.in_block()) {
        return false;
    }
    const std::size_t begin = builder_.last_block().span.begin;
    const auto block = std::string_view(builder_.draft.text).substr(begin, kReach);
    return read_item_label(block).ordered && read_item_label(source_.substr(start_of(next), kReach)).ordered;
}

void MarkdownReader::enter_inline(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    const auto literal = view(cmark_node_get_literal(node));
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        put(node, literal);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        starts_entry(cmark_node_next(node)) ? builder_.append_line_break() : builder_.append_blank();
    } else if (type == CMARK_NODE_LINEBREAK) {
        builder_.append_line_break();
    } else if (type == CMARK_NODE_HTML_INLINE) {
        html_inline(literal);
    } else if (type == CMARK_NODE_EMPH) {
        builder_.begin_inline(InlineKind::italic);
    } else if (type == CMARK_NODE_STRONG) {
        builder_.begin_inline(InlineKind::bold);
    } else if (type == CMARK_NODE_LINK) {
        builder_.begin_inline(InlineKind::link, std::string(view(cmark_node_get_url(node))));
        if (std::size_t open = 0; is_numbered_link(node, open)) {
            builder_.append("[", open);
        }
    } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
        const std::size_t at = start_of(node);
        const auto name = footnote_name(source_.substr(at));
        if (!name.empty()) {
            builder_.begin_inline(InlineKind::footnote, std::string(name));
            builder_.append(source_.substr(at, name.size() + 3), at);
            builder_.end_inline(InlineKind::footnote);
            last_ = at + name.size() + 3;
        }
    }
}

void MarkdownReader::enter(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
        begin(BlockKind::heading, static_cast<std::uint32_t>(cmark_node_get_heading_level(node)));
    } else if (type == CMARK_NODE_PARAGRAPH) {
        enter_paragraph();
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        ++quotes_;
    } else if (type == CMARK_NODE_LIST) {
        next_number_.push_back(cmark_node_get_list_start(node));
    } else if (type == CMARK_NODE_ITEM) {
        enter_item(node);
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        const int line = cmark_node_get_start_line(node);
        const bool known = line >= 1 && static_cast<std::size_t>(line) <= line_starts_.size();
        const auto start =
            known ? source_.substr(line_starts_[static_cast<std::size_t>(line) - 1]) : std::string_view{};
        footnote_ = footnote_name(start.substr(std::min(start.substr(0, 1024).find("[^"), start.size())));
        in_footnote_ = true;
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        code_block(node);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        html_block(node);
    } else if (view(cmark_node_get_type_string(node)) == "table_cell") {
        begin(BlockKind::table_cell);
    } else {
        enter_inline(node);
    }
}

void MarkdownReader::leave(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH) {
        builder_.end_inline(InlineKind::italic);
    } else if (type == CMARK_NODE_STRONG) {
        builder_.end_inline(InlineKind::bold);
    } else if (type == CMARK_NODE_LINK) {
        if (std::size_t open = 0; is_numbered_link(node, open)) {
            builder_.append("]", last_);
        }
        builder_.end_inline(InlineKind::link);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        --quotes_;
    } else if (type == CMARK_NODE_LIST) {
        next_number_.pop_back();
    } else if (type == CMARK_NODE_ITEM) {
        items_.pop_back();
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        builder_.end_block();
        in_footnote_ = false;
    } else if (type == CMARK_NODE_HEADING || (type == CMARK_NODE_PARAGRAPH && !in_footnote_) ||
               view(cmark_node_get_type_string(node)) == "table_cell") {
        builder_.end_block();
    }
}

void MarkdownReader::read(cmark_node* document) {
    struct Free {
        void operator()(cmark_iter* iterator) const noexcept { cmark_iter_free(iterator); }
    };
    const std::unique_ptr<cmark_iter, Free> iterator(cmark_iter_new(document));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const bool added =
            cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
            static_cast<std::size_t>(std::max(0, cmark_node_get_start_line(node))) > line_starts_.size();
        if (added) {
            skipping_ = event == CMARK_EVENT_ENTER;
        } else if (!skipping_) {
            event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
        }
    }
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
