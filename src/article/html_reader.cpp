// SPDX-License-Identifier: MIT
#include "article/html_reader.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace whereof::article {

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
    if (open_.size() >= kMaxHtmlDepth) {
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

}  // namespace whereof::article
