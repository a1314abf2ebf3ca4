// SPDX-License-Identifier: MIT
#include "article/html_reader.hpp"
#include "text/utf8.hpp"

#include <string>
#include <utility>

namespace whereof::article {

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

}  // namespace whereof::article
