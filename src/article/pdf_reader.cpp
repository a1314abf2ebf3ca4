// SPDX-License-Identifier: MIT
#include "article/pdf_reader.hpp"

#include "article/reference_section.hpp"
#include "article/text_lines.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace whereof::article {
namespace {

/// Type this much larger than the text is that of a heading.
constexpr double kLarger = 1.12;
/// Of the height of the type: a paragraph's first line is set in by so much.
constexpr double kIndent = 0.6;
/// A line that ends so early, as a share of the column, ends a paragraph when it ends a sentence.
constexpr double kShort = 0.75;

bool starts_lower(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && text::is_lower(text::next_code_point(text, at));
}

/// The bytes of a hyphen at the end of a line that divides a word; 0 when there is none.
std::size_t hyphen_size(std::string_view line) {
    for (const std::string_view hyphen : {"-", "\u00AD", "\u2010"}) {
        if (line.ends_with(hyphen) && line.size() > hyphen.size()) {
            std::size_t before = line.size() - hyphen.size();
            return text::is_letter(text::previous_code_point(line, before)) ? hyphen.size() : 0;
        }
    }
    return 0;
}

/// Whether nothing stands between the end of a line and the beginning of the next: in a divided word, a range
/// of pages, an address.
bool runs_on(std::string_view line, std::string_view next) {
    if (hyphen_size(line) > 0 && starts_lower(next)) {
        return true;
    }
    std::size_t last = line.size();
    const char32_t end = line.empty() ? U' ' : text::previous_code_point(line, last);
    const bool dash = text::is_dash(end);
    if (dash && last > 0 && text::is_ascii_digit(line[last - 1]) && !next.empty() &&
        text::is_ascii_digit(next[0])) {
        return true;
    }
    const auto word = line.substr(line.rfind(' ') + 1);
    const bool is_address =
        word.find("://") != std::string_view::npos || word.find("10.") != std::string_view::npos;
    return is_address && (dash || std::u32string_view(U"/_=&?(").find(end) != std::u32string_view::npos);
}

}  // namespace

PdfReader::PdfReader(std::vector<PdfTextLine> lines, DraftBuilder& builder)
    : lines_(std::move(lines)), builder_(builder) {
    learn_rows();
    learn_sizes();
    learn_lists();
    learn_entries();
    learn_notes();
    divide_notes();
}

bool PdfReader::is_heading(std::size_t at) const {
    return lines_[at].size >= kLarger * body_ && !rows_[at].text.empty();
}

/// A short line alone, in the size of the text: bold or italic, which nobody told us.
bool PdfReader::is_lone_heading(std::size_t at) const {
    const auto& line = lines_[at];
    if (rows_[at].in_list || std::abs(line.size - body_) > 0.05 * body_ ||
        !looks_like_heading(rows_[at].text) || read_item_label(rows_[at].text).size > 0) {
        return false;
    }
    const bool is_short = line.line.box.x1 < line.left + kShort * (line.right - line.left);
    const bool has_text = at + 1 < lines_.size() && lines_[at + 1].column == line.column;
    return is_apart(at) && is_short && has_text;
}

bool PdfReader::starts_in_column(std::size_t at, std::size_t before) const {
    const auto& now = lines_[at];
    const auto& then = lines_[before];
    const double pitch = pitch_ * std::max(1.0, now.size / body_);
    if (now.line.box.y0 - then.line.box.y0 > kApart * pitch) {
        return true;
    }
    const bool ended = ends_sentence(rows_[before].text);
    const bool set_in = now.line.box.x0 - now.left > kIndent * now.size &&
                        then.line.box.x0 - then.left < kIndent * then.size / 2;
    const bool was_short = then.line.box.x1 < then.left + kShort * (then.right - then.left);
    return ended && (set_in || was_short);
}

bool PdfReader::starts_block(std::size_t at, std::size_t before) const {
    if (before == kNone) {
        return true;
    }
    const Row& row = rows_[at];
    if (row.in_list || rows_[before].in_list) {
        return row.in_list != rows_[before].in_list || row.starts_entry;
    }
    const bool as_large = std::abs(lines_[at].size - lines_[before].size) <= 0.08 * body_;
    if (!as_large || is_lone_heading(at) || is_lone_heading(before)) {
        return true;
    }
    if (const auto label = read_item_label(row.text); label.size > 0) {
        if (!label.ordered || label.number == 1 || label.number == last_number_ + 1) {
            return true;
        }
    }
    if (lines_[at].column == lines_[before].column) {
        return starts_in_column(at, before);
    }
    // At the end of a column a paragraph goes on unless it has ended.
    return is_heading(at) || (ends_sentence(rows_[before].text) && !starts_lower(row.text));
}

/// Whether two halves of a word make one: it stands whole elsewhere in the document; else not where its
/// compound with a hyphen does, or both halves are words there ("two-year").
bool PdfReader::is_whole_word(const std::string& first, std::string_view second) const {
    if (words_.contains(text::fold(first + std::string(second)))) {
        return true;
    }
    return !words_.contains(text::fold(first + "-" + std::string(second))) &&
           !(words_.contains(text::fold(first)) && words_.contains(text::fold(second)));
}

void PdfReader::begin(std::size_t at) {
    write_notes();
    Block block;
    if (is_heading(at)) {
        block.kind = BlockKind::heading;
        block.level = lines_[at].size >= 0.97 * largest_ ? 1 : 2;
    } else if (is_lone_heading(at)) {
        block.kind = BlockKind::heading;
        block.level = 3;
    }
    const auto label = read_item_label(rows_[at].text);
    last_number_ = label.ordered ? label.number : last_number_;
    builder_.begin_block(std::move(block));
}

/// Puts a line behind the line `before` of the same block, or first in it (kNone).
void PdfReader::put(std::size_t at, std::size_t before) {
    const Row& row = rows_[at];
    if (before != kNone && !runs_on(rows_[before].text, row.text)) {
        builder_.append_blank();
    }
    std::size_t cut = 0;
    if (at + 1 < rows_.size()) {
        // A hyphen that only the line's end has made goes.
        const std::size_t hyphen = hyphen_size(row.text);
        const std::string_view next = rows_[at + 1].text;
        if (hyphen > 0 && starts_lower(next)) {
            const auto blank = row.text.rfind(' ');
            const std::size_t begin = blank == std::string::npos ? 0 : blank + 1;
            const auto first = row.text.substr(begin, row.text.size() - hyphen - begin);
            std::size_t end = 0;
            while (end < next.size() && (text::is_ascii_letter(next[end]) || (next[end] & 0x80) != 0)) {
                ++end;
            }
            cut = is_whole_word(first, next.substr(0, end)) ? hyphen : 0;
        }
    }
    for (std::size_t i = 0; i < row.pieces.size(); ++i) {
        const Piece& piece = row.pieces[i];
        std::string_view text = piece.text;
        text.remove_suffix(i + 1 == row.pieces.size() ? std::min(cut, text.size()) : 0);
        const auto kind = cited_notes_.contains(piece.text) ? InlineKind::footnote : InlineKind::superscript;
        if (piece.raised) {
            builder_.begin_inline(kind, kind == InlineKind::footnote ? "note-" + piece.text : std::string());
        }
        builder_.append(text, 0);
        if (piece.raised) {
            builder_.end_inline(kind);
        }
    }
}

void PdfReader::read_row(std::size_t at) {
    if (rows_[at].is_note) {
        const auto note = std::lower_bound(notes_.begin(), notes_.end(), at,
                                           [](const Note& n, std::size_t row) { return n.begin < row; });
        if (note != notes_.end() && note->begin == at) {
            waiting_.push_back(static_cast<std::size_t>(note - notes_.begin()));
        }
        return;
    }
    const bool starts = starts_block(at, last_);
    if (starts) {
        builder_.end_block();
        begin(at);
    }
    put(at, starts ? kNone : last_);
    last_ = at;
}

void PdfReader::write_notes() {
    for (const std::size_t note : std::exchange(waiting_, {})) {
        write_note(notes_[note]);
    }
}

void PdfReader::write_note(const Note& note) {
    Block block;
    if (!note.label.empty()) {
        block.is_reference = true;
        block.label = note.label;
        block.id = "note-" + note.label;
        Row& first = rows_[note.begin];
        first.pieces = {{first.text.substr(note.label_size), false}};
    }
    builder_.begin_block(std::move(block));
    for (std::size_t at = note.begin; at < note.end; ++at) {
        put(at, at == note.begin ? kNone : at - 1);
    }
    builder_.end_block();
}

void PdfReader::read() {
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        read_row(at);
    }
    builder_.end_block();
    write_notes();
    builder_.lift_labels();
    for (const Block& block : builder_.draft.blocks) {
        const auto line = block.span.of(builder_.draft.text);
        if (block.kind == BlockKind::heading && block.level == 1 && !heads_reference_list(line)) {
            builder_.draft.title = line;
            return;
        }
    }
}

}  // namespace whereof::article
