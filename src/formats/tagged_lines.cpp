// SPDX-License-Identifier: MIT
#include "formats/tagged_lines.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace whereof::formats {
namespace {

struct Tag {
    std::string_view name;
    std::string_view value;
};

/// "TI  - x", "TY  -  JOUR", "ER  -", "6. TY  - JOUR" (a number that Ovid sets before a record); without
/// dashes "TI x", "ER".
std::optional<Tag> read_tag(std::string_view line, const TaggedSyntax& syntax) {
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
    return line.find_first_not_of(' ') >= syntax.tag_columns + 2;
}

}  // namespace

std::string_view next_line(std::string_view& file) {
    const std::size_t end = std::min(file.find_first_of("\r\n"), file.size());
    const std::string_view line = file.substr(0, end);
    const bool pair = file.substr(std::min(end, file.size())).starts_with("\r\n");
    file.remove_prefix(std::min(end + (pair ? 2 : 1), file.size()));
    return line;
}

std::vector<TaggedRecord> read_tagged(std::string_view file, const TaggedSyntax& syntax) {
    std::vector<TaggedRecord> out;
    const char* begin = file.data();
    file.remove_prefix(file.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    bool open = false;
    bool ended = false;
    while (!file.empty()) {
        const auto offset = static_cast<std::size_t>(file.data() - begin);
        const std::string_view line = next_line(file);
        const std::optional<Tag> tag = read_tag(line, syntax);
        if (tag && tag->name == syntax.first) {
            out.push_back({{offset, offset}, {}, {}});
            open = true;
        }
        if (!open) {
            continue;
        }
        const bool blank = text::trim(line).empty();
        ended = !tag && (ended || (blank && syntax.blank_ends));
        if (!blank && (tag || !ended || is_wrapped(line, syntax))) {
            out.back().span.end = offset + line.size();
        }
        if (tag && tag->name == syntax.last) {
            open = false;
        } else if (tag) {
            out.back().lines.emplace_back(tag->name, tag->value);
        } else if (!blank && ended && !is_wrapped(line, syntax)) {
            out.back().strays.push_back({offset, offset + line.size()});
        } else if (const std::string_view more = text::trim(line); !more.empty()) {
            std::string& value = out.back().lines.back().second;
            value += value.empty() ? "" : std::string(1, syntax.wrap);
            value += more;
        }
    }
    return out;
}

bool begins_tagged(std::string_view head, const TaggedSyntax& syntax) {
    constexpr std::size_t kMostLinesBefore = 30;
    head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
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
