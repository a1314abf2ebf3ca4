// SPDX-License-Identifier: MIT
#include "formats/tagged_lines.hpp"

#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

struct Tag {
    std::string_view name;
    std::string_view value;
};

/// "TI  - x", "TY  -  JOUR", "ER  -", "6. TY  - JOUR" (a number that Ovid sets before a record); without
/// dashes "TI x", "ER".
std::optional<Tag> read_sound_tag(std::string_view line, const TaggedSyntax& syntax) {
    std::string_view rest = line;
    if (const std::size_t digits = rest.find_first_not_of("0123456789");
        digits != 0 && digits != std::string_view::npos) {
        if (rest.substr(digits).starts_with(". ") && rest.substr(digits + 2).starts_with(syntax.first)) {
            rest.remove_prefix(digits + 2);
        }
    }
    std::size_t size = 0;
    while (size < rest.size() && size < syntax.tag_columns &&
           (text::is_ascii_upper(rest[size]) || (size > 0 && text::is_ascii_digit(rest[size])))) {
        ++size;
    }
    if (size < 2) {
        return std::nullopt;
    }
    if (!syntax.dashed) {
        const bool ends = size == syntax.tag_columns && (size == rest.size() || rest[size] == ' ');
        return ends ? std::optional(Tag{rest.substr(0, size), text::trim(rest.substr(size))}) : std::nullopt;
    }
    const std::size_t dash = rest.find_first_not_of(' ', size);
    const bool dashed = dash != std::string_view::npos && rest[dash] == '-' &&
                        dash <= syntax.tag_columns + 2 &&
                        dash >= std::max<std::size_t>(size, syntax.tag_columns);
    const bool glued =
        dash + 1 < rest.size() && rest[dash + 1] != ' ' && rest.substr(0, size) != syntax.first;
    if (!dashed || glued) {
        return std::nullopt;
    }
    return Tag{rest.substr(0, size), text::trim(rest.substr(dash + 1))};
}

/// Does the line stand where values do, behind the columns of the tag?
bool is_wrapped(std::string_view line, const TaggedSyntax& syntax) {
    return line.find_first_not_of(' ') >= syntax.tag_columns + (syntax.dashed ? 2 : 1);
}

/// " TY  - JOUR", "ty  - JOUR", "TY<tab>- JOUR": the first tag as editors and pasting leave it, with the one
/// word that stands behind it, so that no prose is taken for it.
std::optional<Tag> read_damaged_first(std::string_view line, const TaggedSyntax& syntax) {
    std::string_view rest = text::trim(line);
    const std::size_t size = syntax.first.size();
    if (is_wrapped(line, syntax) || rest.size() <= size ||
        text::ascii_lower(rest.substr(0, size)) != text::ascii_lower(syntax.first)) {
        return std::nullopt;
    }
    rest.remove_prefix(size);
    if (syntax.dashed) {
        rest = text::trim(rest);
        if (!rest.starts_with('-') || (rest.size() > 1 && !text::is_ascii_space(rest[1]))) {
            return std::nullopt;
        }
        rest.remove_prefix(1);
    } else if (!text::is_ascii_space(rest.front()) || text::trim(rest).size() != 1) {
        return std::nullopt;
    }
    const std::string_view value = text::trim(rest);
    const bool is_word = std::ranges::none_of(value, text::is_ascii_space);
    return is_word ? std::optional(Tag{syntax.first, value}) : std::nullopt;
}

std::optional<Tag> read_tag(std::string_view line, const TaggedSyntax& syntax) {
    const auto tag = read_sound_tag(line, syntax);
    return tag ? tag : read_damaged_first(line, syntax);
}

/// "AU  - Smith, J", for a message.
std::string shown(const Span& span, std::string_view file) {
    constexpr std::size_t kShown = 60;
    std::string_view rest = span.of(file);
    return on_one_line(next_line(rest).substr(0, kShown));
}

/// Does the file break off in this record, its last? Hand-made RIS leaves the last tag out, but not of one
/// record alone and in the middle of a line.
bool is_cut(const std::vector<TaggedRecord>& records, std::string_view file, const TaggedSyntax& syntax) {
    if (syntax.last.empty() || records.back().ended) {
        return false;
    }
    const bool in_line = !file.ends_with('\n') && !file.ends_with('\r');
    return syntax.must_end || (in_line && std::ranges::any_of(records, &TaggedRecord::ended));
}

/// Takes lines, one after the other, and puts them into records.
class RecordDivider {
  public:
    explicit RecordDivider(const TaggedSyntax& syntax) : syntax_(syntax) {}

    void take(std::string_view line, std::size_t offset) {
        const std::optional<Tag> tag = read_tag(line, syntax_);
        const bool is_first = tag && tag->name == syntax_.first;
        const bool is_last = tag && tag->name == syntax_.last;
        const bool is_around = tag && std::ranges::find(syntax_.around, tag->name) != syntax_.around.end();
        if (is_first || (tag && !open_ && !is_last && !is_around)) {
            begin(offset, !is_first);
        }
        if (!open_) {
            return;
        }
        const Span span{offset, offset + line.size()};
        if (is_last || is_around) {
            TaggedRecord& record = records_.back();
            record.span.end = is_last ? span.end : record.span.end;
            record.ended = true;
            open_ = false;
        } else if (tag) {
            take_tag(*tag, span);
        } else {
            take_rest(line, span);
        }
    }

    [[nodiscard]] std::vector<TaggedRecord> records() && { return std::move(records_); }

  private:
    void begin(std::size_t offset, bool headless) {
        records_.push_back({{offset, offset}, {}, {}, headless, false});
        open_ = true;
        blank_before_ = false;
        block_ = {offset, 0, offset};
        before_block_ = in_block_ = 0;
    }

    void take_tag(const Tag& tag, Span span) {
        TaggedRecord& record = records_.back();
        if (blank_before_) {
            block_ = {span.begin, record.lines.size(), record.span.end};
            before_block_ |= std::exchange(in_block_, 0);
        }
        blank_before_ = ended_ = false;
        const auto place = std::ranges::find(syntax_.once, tag.name) - syntax_.once.begin();
        const std::uint64_t bit = place < std::ssize(syntax_.once) ? std::uint64_t{1} << place : 0U;
        in_block_ |= bit;
        if ((before_block_ & bit) != 0) {
            divide();
        }
        records_.back().lines.emplace_back(tag.name, tag.value);
        records_.back().span.end = span.end;
    }

    /// Makes the block behind the last blank line a record of its own.
    void divide() {
        TaggedRecord& record = records_.back();
        const auto first = record.lines.begin() + static_cast<std::ptrdiff_t>(block_.first_line);
        TaggedRecord next{{block_.begin, block_.begin}, {}, {}, true, false};
        next.lines.assign(std::make_move_iterator(first), std::make_move_iterator(record.lines.end()));
        record.lines.erase(first, record.lines.end());
        record.span.end = block_.end_before;
        records_.push_back(std::move(next));
        before_block_ = 0;
    }

    /// A line without a tag.
    void take_rest(std::string_view line, Span span) {
        TaggedRecord& record = records_.back();
        const std::string_view rest = text::trim(line);
        ended_ = ended_ || (rest.empty() && syntax_.blank_ends);
        if (rest.empty()) {
            blank_before_ = true;
        } else if (ended_ && !is_wrapped(line, syntax_)) {
            record.strays.push_back(span);
        } else {
            std::string& value = record.lines.back().second;
            value += value.empty() ? "" : std::string(1, syntax_.wrap);
            value += rest;
            record.span.end = span.end;
        }
    }

    /// The lines behind the last blank one.
    struct Block {
        std::size_t begin = 0;       ///< byte of the file
        std::size_t first_line = 0;  ///< of the record's lines
        std::size_t end_before = 0;  ///< where the record ended before
    };

    const TaggedSyntax& syntax_;
    std::vector<TaggedRecord> records_;
    bool open_ = false;
    bool ended_ = false;  ///< the value: what follows belongs to none
    bool blank_before_ = false;
    Block block_;
    std::uint64_t before_block_ = 0;  ///< tags of syntax_.once that the record has, a bit each
    std::uint64_t in_block_ = 0;
};

}  // namespace

std::string_view next_line(std::string_view& file) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    file.remove_prefix(file.starts_with(kMark) ? kMark.size() : 0);
    const std::size_t end = std::min(file.find_first_of("\r\n"), file.size());
    const std::string_view line = file.substr(0, end);
    const bool pair = file.substr(std::min(end, file.size())).starts_with("\r\n");
    file.remove_prefix(std::min(end + (pair ? 2 : 1), file.size()));
    return line;
}

std::vector<TaggedRecord> read_tagged(std::string_view file, const TaggedSyntax& syntax) {
    RecordDivider divider(syntax);
    const char* begin = file.data();
    while (!file.empty()) {
        const std::string_view line = next_line(file);
        divider.take(line, static_cast<std::size_t>(line.data() - begin));
    }
    return std::move(divider).records();
}

Items read_records(const std::vector<TaggedRecord>& records, std::string_view file,
                   const TaggedSyntax& syntax, Result<ReadEntry> (*read)(const TaggedRecord& record)) {
    Items out;
    const bool cut = !records.empty() && is_cut(records, file, syntax);
    for (const TaggedRecord& record : records) {
        if (record.headless) {
            out.emplace_back(Error{fmt::format("expected a record that begins with \"{}\", found \"{}\"",
                                               syntax.first, shown(record.span, file)),
                                   {},
                                   record.span.begin});
        } else if (cut && &record == &records.back()) {
            out.emplace_back(Error{
                fmt::format("expected \"{}\" at the record's end, found the end of the file, which seems "
                            "to be cut; export it again",
                            syntax.last),
                {},
                record.span.begin});
        } else {
            out.push_back(read(record));
        }
        for (const Span& stray : record.strays) {
            out.emplace_back(Error{fmt::format("expected a line such as \"TI{}A title\", found \"{}\"",
                                               syntax.dashed ? "  - " : " ", shown(stray, file)),
                                   {},
                                   stray.begin});
        }
    }
    return out;
}

bool begins_tagged(std::string_view head, const TaggedSyntax& syntax) {
    constexpr std::size_t kMostLinesBefore = 30;
    bool open = false;
    for (std::size_t lines = 0; lines < kMostLinesBefore && !head.empty();) {
        const std::string_view line = next_line(head);
        if (text::trim(line).empty()) {
            continue;
        }
        const std::optional<Tag> tag = read_tag(line, syntax);
        if (open) {
            return tag.has_value();
        }
        open = tag && tag->name == syntax.first;
        ++lines;
    }
    return false;
}

}  // namespace whereof::formats
