// SPDX-License-Identifier: MIT
#include "article/entry_breaks.hpp"
#include "article/formats.hpp"
#include "article/text_lines.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

/// Walks over the lines of a text and makes blocks of them.
class TextBlocks {
  public:
    TextBlocks(std::string_view text, DraftBuilder& builder)
        : text_(text), lines_(split_lines(text)), width_(wrap_width(text, lines_)), builder_(builder) {}

    void read() {
        for (std::size_t at = 0; at < lines_.size();) {
            at = read_block(at);
        }
    }

  private:
    std::string_view line(std::size_t at) const { return lines_[at].of(text_); }
    bool exists(std::size_t at) const { return at < lines_.size(); }
    void put(std::size_t at, std::size_t skip = 0) {
        builder_.append(line(at).substr(skip), lines_[at].begin + skip);
    }

    std::size_t read_block(std::size_t at);
    std::size_t read_table(std::size_t at);
    std::size_t read_run(std::size_t at);
    bool is_table(std::size_t at) const;
    bool is_underlined(std::size_t at) const;
    bool goes_on(std::size_t first, std::size_t at) const;
    std::size_t run_end(std::size_t at) const;
    std::vector<bool> find_entries(std::size_t begin, std::size_t end) const;
    bool is_heading(std::size_t at, int depth) const;
    bool is_label_line(std::size_t at) const { return read_item_label(line(at), last_number_ + 1).size > 0; }
    void heading(std::size_t at, std::uint32_t level, const ItemLabel& label);

    std::string_view text_;
    std::vector<Line> lines_;
    std::size_t width_;
    DraftBuilder& builder_;
    std::uint32_t last_number_ = 0;  ///< of the numbered item that was read last
};

bool TextBlocks::is_table(std::size_t at) const {
    return is_pipe_row(line(at)) && exists(at + 1) && !lines_[at + 1].after_blank &&
           is_pipe_row(line(at + 1));
}

bool TextBlocks::is_underlined(std::size_t at) const {
    return exists(at + 1) && !lines_[at + 1].after_blank && is_rule(line(at + 1)) &&
           (line(at + 1)[0] == '=' || line(at + 1)[0] == '-' || line(at + 1)[0] == '~') &&
           2 * lines_[at + 1].size >= lines_[at].size && looks_like_heading(line(at));
}

/// Whether the line after `at` belongs to the paragraph or item that began at line `first`.
bool TextBlocks::goes_on(std::size_t first, std::size_t at) const {
    if (!exists(at + 1) || lines_[at + 1].after_blank || is_rule(line(at + 1)) || is_table(at + 1)) {
        return false;
    }
    const auto next = line(at + 1);
    const bool full = width_ > 0 && lines_[at].size + 1 + std::min(next.find(' '), next.size()) > width_;
    if (const auto label = read_item_label(next, last_number_ + 1); label.size > 0) {
        // A wrapped sentence may have "12. " at the start of a line by chance; a list counts on, or starts
        // at 1.
        return full && label.ordered && label.number > 1 && label.number != last_number_ + 1 &&
               lines_[at + 1].indent == lines_[at].indent;
    }
    std::size_t start = 0;
    const bool continues = !ends_sentence(line(at)) && text::is_lower(text::next_code_point(next, start));
    const bool hangs = width_ > 0 && lines_[at + 1].indent > lines_[first].indent;
    return full || hangs || (continues && (width_ > 0 || lines_[at].size >= 40));
}

std::size_t TextBlocks::run_end(std::size_t at) const {
    std::size_t end = at;
    while (goes_on(at, end)) {
        ++end;
    }
    return end + 1;
}

/// A heading has text below it that is none: a column of short lines is a menu, except that a title may have
/// a subtitle (depth 1).
bool TextBlocks::is_heading(std::size_t at, int depth) const {
    if (!looks_like_heading(line(at)) || goes_on(at, at) || !exists(at + 1) || is_table(at)) {
        return false;
    }
    if (is_label_line(at) &&
        !(lines_[at].after_blank && lines_[at + 1].after_blank && !is_label_line(at + 1))) {
        return false;
    }
    if (!looks_like_heading(line(at + 1)) || goes_on(at + 1, at + 1) || is_table(at + 1)) {
        return true;
    }
    if (is_label_line(at + 1)) {
        return !is_label_line(at);
    }
    return depth > 0 && lines_[at].after_blank && lines_[at + 1].after_blank && is_heading(at + 1, depth - 1);
}

void TextBlocks::heading(std::size_t at, std::uint32_t level, const ItemLabel& label) {
    Block block;
    block.kind = BlockKind::heading;
    block.level = level;
    block.label = label.label;
    block.ordered = label.ordered;
    builder_.begin_block(std::move(block));
    put(at, label.size);
    builder_.end_block();
}

std::size_t TextBlocks::read_table(std::size_t at) {
    for (std::size_t row = at;
         exists(row) && is_pipe_row(line(row)) && (row == at || !lines_[row].after_blank); ++row) {
        const auto cells = line(row);
        const std::size_t size = is_pipe_rule(cells) ? 0 : cells.size();
        for (std::size_t begin = 0; begin < size;) {
            const std::size_t end = std::min(cells.find('|', begin), cells.size());
            Block block;
            block.kind = BlockKind::table_cell;
            builder_.begin_block(std::move(block));
            builder_.append(cells.substr(begin, end - begin), lines_[row].begin + begin);
            begin = end + 1;
        }
        at = row + 1;
    }
    builder_.end_block();
    return at;
}

/// Where references begin among lines that fill the page's width, each as full as a paragraph's.
std::vector<bool> TextBlocks::find_entries(std::size_t begin, std::size_t end) const {
    std::vector<std::string_view> lines;
    for (std::size_t at = begin; at < end; ++at) {
        lines.push_back(line(at));
    }
    return entry_breaks(lines);
}

std::size_t TextBlocks::read_run(std::size_t at) {
    const auto label = read_item_label(line(at), last_number_ + 1);
    Block block;
    if (label.size > 0) {
        block.kind = BlockKind::list_item;
        block.level = 1;
        block.label = label.label;
        block.ordered = label.ordered;
        last_number_ = label.number;
    }
    builder_.begin_block(std::move(block));
    const std::size_t end = run_end(at);
    const std::vector<bool> entries = label.size > 0 ? std::vector<bool>{} : find_entries(at, end);
    put(at, label.size);
    for (std::size_t next = at + 1; next < end; ++next) {
        if (!entries.empty() && entries[next - at]) {
            builder_.begin_block({});
            put(next);
            continue;
        }
        const auto before = line(next - 1);
        const bool hyphened = before.size() > 1 && before.back() == '-' &&
                              text::is_ascii_letter(before[before.size() - 2]) &&
                              text::is_ascii_lower(line(next)[0]);
        if (!hyphened) {
            builder_.append_blank();
        }
        put(next);
    }
    builder_.end_block();
    return end;
}

std::size_t TextBlocks::read_block(std::size_t at) {
    if (is_rule(line(at)) || is_pipe_rule(line(at))) {
        return at + 1;
    }
    if (is_table(at)) {
        return read_table(at);
    }
    const std::size_t marks = std::min(line(at).find_first_not_of('#'), line(at).size());
    if (marks >= 1 && marks <= 6 && marks < line(at).size() && line(at)[marks] == ' ') {
        heading(at, static_cast<std::uint32_t>(marks), {{}, marks, 0, false});
        return at + 1;
    }
    if (is_underlined(at)) {
        heading(at, line(at + 1)[0] == '=' ? 1 : 2, {});
        return at + 2;
    }
    if (is_heading(at, 1)) {
        heading(at, builder_.block_count() == 0 ? 1 : 2, read_item_label(line(at)));
        return at + 1;
    }
    return read_run(at);
}

/// "Home | Clinic | Blog": words that lead to other pages.
bool is_menu(std::string_view line) {
    std::size_t bars = 0;
    for (const char c : line) {
        bars += c == '|' ? 1U : 0U;
    }
    return bars >= 2;
}

/// The first block that is no menu, when it reads as a title.
std::string title_of(const Draft& draft) {
    constexpr std::size_t kLongest = 300;
    for (const Block& block : draft.blocks) {
        const std::string_view line = block.span.of(draft.text);
        if (is_menu(line)) {
            continue;
        }
        const bool titled = block.kind == BlockKind::heading || looks_like_heading(line);
        return titled && line.size() <= kLongest ? std::string(line) : std::string();
    }
    return {};
}

}  // namespace

void append_text_blocks(std::string_view text, DraftBuilder& builder) { TextBlocks(text, builder).read(); }

bool looks_like_text(std::string_view head) { return head.find('\0') == std::string_view::npos; }

Result<Draft> read_text(std::string_view bytes) {
    const auto decoded = text::decode(bytes);
    DraftBuilder builder(decoded.text());
    append_text_blocks(decoded.text(), builder);
    if (decoded.malformed() > 0) {
        builder.warn("Some bytes are no " + decoded.encoding() + " text; each stands as U+FFFD.");
    }
    Draft draft = builder.finish();
    draft.format = "text";
    draft.title = title_of(draft);
    return draft;
}

}  // namespace whereof::article
