// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/html_content.hpp"
#include "article/html_elements.hpp"
#include "article/html_feed.hpp"
#include "article/html_lists.hpp"
#include "article/page_facts.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace whereof::article {
namespace {

/// Elements open at one time; in deeper ones the innermost is taken to be closed when the next one opens.
/// Beyond a few hundred, depth is unclosed markup, and the parser's cost of a stray end tag is the depth.
constexpr std::size_t kMaxDepth = 256;

struct OpenElement {
    std::string name;
    HtmlShape shape{};
    bool is_region = false;
    bool has_inline = false;   ///< link without address and the like open none
    bool keeps_block = false;  ///< of an item, cell or definition: its text is still one block
};

/// Turns the events of one page or piece of HTML into blocks.
class HtmlReader final : public HtmlEvents {
  public:
    HtmlReader(DraftBuilder& builder, bool is_page) : builder_(builder), is_page_(is_page) {}

    void start(std::string_view name, const HtmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece, std::size_t source_offset) override;
    void finish();

  private:
    void open_by_shape(const OpenElement& element, const HtmlAttributes& attributes);
    void open_region(OpenElement& element, const HtmlAttributes& attributes);
    void note_ids(const OpenElement& element, const HtmlAttributes& attributes);
    void read_facts(std::string_view name, const HtmlAttributes& attributes);
    void begin_capture(std::string_view name, const HtmlAttributes& attributes);
    void close_by_shape(const OpenElement& element);
    void begin(BlockKind kind, std::uint32_t level = 0);
    void begin_item(const HtmlAttributes& attributes);
    void boundary();
    void close_last();
    OpenElement* holder();
    void break_holder();
    bool in_article() const;
    std::string_view text_since(std::size_t begin) const {
        return std::string_view(builder_.draft.text).substr(begin);
    }

    DraftBuilder& builder_;
    bool is_page_;
    PageFacts facts_;
    std::vector<OpenElement> open_;
    std::vector<std::size_t> holders_;  ///< places in open_ of items, cells and definitions
    std::vector<HtmlRegion> regions_;
    std::vector<std::size_t> open_regions_;
    std::vector<HtmlAnchor> anchors_;
    HtmlLists lists_;
    std::string label_;  ///< of a term or first cell, for the block that follows
    std::string capture_;
    std::size_t unread_ = 0;  ///< open elements that are unread or inside one
    std::size_t quotes_ = 0;
    std::size_t preformatted_ = 0;
    std::size_t heading_begin_ = 0;
    std::size_t last_offset_ = 0;  ///< where the last piece of text ended in the file
    bool capturing_ = false;
    bool json_ = false;
    bool row_started_ = false;
};

void HtmlReader::begin(BlockKind kind, std::uint32_t level) {
    builder_.end_block();
    Block block;
    block.kind = kind;
    block.level = level;
    if (!label_.empty() && kind != BlockKind::heading) {
        block.kind = BlockKind::list_item;
        block.level = 1;
        block.label = std::exchange(label_, {});
        block.ordered = true;
    }
    builder_.begin_block(std::move(block));
}

void HtmlReader::begin_item(const HtmlAttributes& attributes) {
    builder_.end_block();
    Block block;
    block.kind = BlockKind::list_item;
    block.level = std::max(1U, lists_.depth());
    block.ordered = lists_.ordered();
    block.label = lists_.next_label(attributes.value("value"));
    builder_.begin_block(std::move(block));
}

OpenElement* HtmlReader::holder() { return holders_.empty() ? nullptr : &open_[holders_.back()]; }

/// What follows in the same item is no longer its first block.
void HtmlReader::break_holder() {
    if (OpenElement* item = holder()) {
        item->keeps_block = false;
    }
}

/// Where a paragraph begins or ends: inside an item that is one block a line break, else a new block.
void HtmlReader::boundary() {
    const OpenElement* item = holder();
    if (item != nullptr && item->keeps_block) {
        builder_.append_line_break();
    } else {
        begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
    }
}

bool HtmlReader::in_article() const {
    return std::any_of(open_regions_.begin(), open_regions_.end(),
                       [&](std::size_t at) { return regions_[at].is_article; });
}

void HtmlReader::open_region(OpenElement& element, const HtmlAttributes& attributes) {
    if (element.shape != HtmlShape::block && element.shape != HtmlShape::list &&
        element.shape != HtmlShape::table) {
        return;
    }
    const HtmlNames names{element.name, attributes.value("id"), attributes.value("class"),
                          attributes.value("role"), attributes.value("aria-label")};
    HtmlRegion region;
    region.is_article = element.name == "main" || element.name == "article" || names.role == "main";
    region.is_references = names_references(names);
    region.surroundings = region.is_article ? Surroundings::none : surroundings(names);
    // The header and footer of an article are part of it.
    if (region.surroundings == Surroundings::by_element && in_article() &&
        (element.name == "header" || element.name == "footer")) {
        region.surroundings = Surroundings::none;
    }
    if (region.is_article || region.is_references || region.surroundings != Surroundings::none) {
        region.span = {builder_.draft.text.size(), builder_.draft.text.size()};
        open_regions_.push_back(regions_.size());
        regions_.push_back(region);
        element.is_region = true;
        // Text on either side must not share a block.
        builder_.end_block();
        begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
    }
}

void HtmlReader::note_ids(const OpenElement& element, const HtmlAttributes& attributes) {
    constexpr std::size_t kLongest = 256;
    using enum HtmlShape;
    const auto id = attributes.value("id");
    const auto name = element.shape == link ? attributes.value("name") : std::string_view{};
    for (const auto value : {id, name}) {
        if (!value.empty() && value.size() <= kLongest) {
            const bool of_block = element.shape == item || element.shape == definition ||
                                  element.shape == cell || element.name == "p";
            anchors_.push_back({std::string(value), builder_.draft.text.size(), of_block});
        }
    }
}

void HtmlReader::read_facts(std::string_view name, const HtmlAttributes& attributes) {
    const auto content = attributes.value("content");
    if (name == "meta") {
        for (const auto* key : {"name", "property", "itemprop", "http-equiv"}) {
            facts_.add_meta(attributes.value(key), content);
        }
    } else if (name == "link" && text::ascii_lower(attributes.value("rel")) == "canonical") {
        facts_.add_canonical(attributes.value("href"));
    } else if (name == "time") {
        facts_.add_time(attributes.value("datetime"));
    } else if (name == "html") {
        facts_.add_language(attributes.value("lang").empty() ? attributes.value("xml:lang")
                                                             : attributes.value("lang"));
    }
}

void HtmlReader::begin_capture(std::string_view name, const HtmlAttributes& attributes) {
    json_ = name == "script" && text::ascii_lower(attributes.value("type")) == "application/ld+json";
    capturing_ = json_ || name == "title";
    capture_.clear();
}

void HtmlReader::start(std::string_view name, const HtmlAttributes& attributes) {
    if (open_.size() >= kMaxDepth) {
        close_last();
    }
    OpenElement element{std::string(name), html_shape(name)};
    if (unread_ > 0 || element.shape == HtmlShape::unread || element.shape == HtmlShape::title) {
        if (unread_++ == 0) {
            begin_capture(name, attributes);
        }
        open_.push_back(element);
        return;
    }
    if (element.shape == HtmlShape::meta) {
        read_facts(name, attributes);
    }
    note_ids(element, attributes);
    open_region(element, attributes);
    open_by_shape(element, attributes);
    using enum HtmlShape;
    element.has_inline = element.shape != link || !attributes.value("href").empty();
    element.keeps_block = element.shape == item || element.shape == cell || element.shape == definition;
    if (element.keeps_block) {
        holders_.push_back(open_.size());
    }
    open_.push_back(element);
}

void HtmlReader::open_by_shape(const OpenElement& element, const HtmlAttributes& attributes) {
    using enum HtmlShape;
    switch (element.shape) {
        case block:
            boundary();
            break;
        case heading:
            break_holder();
            begin(BlockKind::heading, static_cast<std::uint32_t>(element.name[1] - '0'));
            heading_begin_ = builder_.draft.text.size();
            break;
        case list:
            break_holder();
            builder_.end_block();
            lists_.open(element.name == "ol", attributes);
            break;
        case item:
            begin_item(attributes);
            break;
        case term:
            begin(BlockKind::paragraph);
            break;
        case definition:
            begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
            break;
        case quote:
            break_holder();
            ++quotes_;
            begin(BlockKind::quote);
            break;
        case table:
        case rule:
            break_holder();
            begin(BlockKind::paragraph);
            break;
        case row:
            builder_.end_block();
            row_started_ = true;
            break;
        case cell:
            begin(BlockKind::table_cell);
            break;
        case line_break:
            builder_.append_line_break();
            break;
        case preformatted:
            ++preformatted_;
            boundary();
            break;
        case superscript:
            builder_.begin_inline(InlineKind::superscript);
            break;
        case italic:
            builder_.begin_inline(InlineKind::italic);
            break;
        case bold:
            builder_.begin_inline(InlineKind::bold);
            break;
        case link:
            if (const auto address = text::trim(attributes.value("href"));
                !attributes.value("href").empty()) {
                constexpr std::size_t kLongest = 2048;
                builder_.begin_inline(InlineKind::link, std::string(address.substr(0, kLongest)));
            }
            break;
        case quotation:
            builder_.append("“", last_offset_);
            break;
        case flow:
        case unread:
        case title:
        case meta:
            break;
    }
}

void HtmlReader::close_by_shape(const OpenElement& element) {
    using enum HtmlShape;
    switch (element.shape) {
        case block:
            boundary();
            break;
        case heading:
            builder_.end_block();
            if (element.name == "h1" && builder_.draft.text.size() > heading_begin_) {
                facts_.add_heading(text::trim(text_since(heading_begin_)), in_article());
            }
            begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
            break;
        case list:
            builder_.end_block();
            lists_.close();
            begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
            break;
        case term:
            label_ = builder_.take_label();
            break;
        case cell:
            builder_.end_block();
            if (std::exchange(row_started_, false)) {
                label_ = builder_.take_label();
            }
            break;
        case row:
            label_.clear();
            [[fallthrough]];
        case item:
        case definition:
        case table:
            begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
            break;
        case quote:
            quotes_ -= quotes_ > 0 ? 1U : 0U;
            begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
            break;
        case preformatted:
            preformatted_ -= preformatted_ > 0 ? 1U : 0U;
            boundary();
            break;
        case superscript:
            builder_.end_inline(InlineKind::superscript);
            break;
        case italic:
            builder_.end_inline(InlineKind::italic);
            break;
        case bold:
            builder_.end_inline(InlineKind::bold);
            break;
        case link:
            if (element.has_inline) {
                builder_.end_inline(InlineKind::link);
            }
            break;
        case quotation:
            builder_.append("”", last_offset_);
            break;
        case rule:
        case line_break:
        case flow:
        case unread:
        case title:
        case meta:
            break;
    }
}

void HtmlReader::close_last() {
    const OpenElement element = open_.back();
    open_.pop_back();
    if (unread_ > 0) {
        if (--unread_ == 0 && capturing_) {
            json_ ? facts_.add_json_ld(capture_) : facts_.add_title(capture_);
            capturing_ = false;
        }
        return;
    }
    if (!holders_.empty() && holders_.back() == open_.size()) {
        holders_.pop_back();
    }
    close_by_shape(element);
    if (element.is_region) {
        builder_.end_block();
        begin(quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph);
        regions_[open_regions_.back()].span.end = builder_.draft.text.size();
        open_regions_.pop_back();
    }
}

void HtmlReader::end(std::string_view name) {
    if (!open_.empty() && open_.back().name == name) {
        close_last();
    }
}

void HtmlReader::text(std::string_view piece, std::size_t source_offset) {
    if (unread_ > 0) {
        constexpr std::size_t kLongest = std::size_t{1} << 20U;
        if (capturing_ && capture_.size() < kLongest) {
            capture_ += piece;
        }
        return;
    }
    last_offset_ = source_offset + piece.size();
    for (std::size_t at = 0; preformatted_ > 0 && at < piece.size();) {
        const std::size_t end = std::min(piece.find('\n', at), piece.size());
        builder_.append(piece.substr(at, end - at), source_offset + at);
        if (end < piece.size()) {
            builder_.append_line_break();
        }
        at = end + 1;
    }
    if (preformatted_ == 0) {
        builder_.append(piece, source_offset);
    }
}

void HtmlReader::finish() {
    while (!open_.empty()) {
        close_last();
    }
    builder_.end_block();
    if (!is_page_) {
        name_blocks(anchors_, builder_.draft);
        return;
    }
    builder_.lift_labels();
    settle_anchors(anchors_, facts_.address(), builder_.draft);
    builder_.keep_only(blocks_to_keep(regions_, builder_.draft));
    facts_.write_to(builder_.draft);
}

}  // namespace

void append_html(std::string_view html, std::size_t source_offset, bool is_page, DraftBuilder& builder) {
    HtmlReader reader(builder, is_page);
    feed_html(html, source_offset, kMaxDepth, reader);
    reader.finish();
}

bool looks_like_html(std::string_view head) {
    const auto lower = text::ascii_lower(head);
    std::size_t at = lower.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF");
    while (at != std::string::npos &&
           (lower.compare(at, 4, "<!--") == 0 || lower.compare(at, 5, "<?xml") == 0)) {
        const std::string_view close = lower[at + 1] == '!' ? "-->" : "?>";
        at = lower.find(close, at);
        at = at == std::string::npos ? at : lower.find_first_not_of(" \t\r\n\f", at + close.size());
    }
    if (at == std::string::npos || lower[at] != '<') {
        return false;
    }
    const auto rest = std::string_view(lower).substr(at + 1);
    if (rest.starts_with("!doctype html") || rest.starts_with("html") || rest.starts_with("head") ||
        rest.starts_with("body")) {
        return true;
    }
    const auto name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    return name != rest && html_shape(name) != HtmlShape::flow;
}

Result<Draft> read_html(std::string_view bytes) {
    const auto decoded = text::decode(bytes, text::declared_charset(bytes));
    DraftBuilder builder(decoded.text());
    append_html(decoded.text(), 0, true, builder);
    if (decoded.malformed() > 0) {
        builder.warn("Some bytes are no " + decoded.encoding() + " text; each stands as U+FFFD.");
    }
    Draft draft = builder.finish();
    draft.format = "html";
    return draft;
}

}  // namespace whereof::article
