// SPDX-License-Identifier: MIT
#include "authority/json_values.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::authority {
namespace {

/// Follows brackets and strings byte by byte.
struct Nesting {
    int depth = 0;
    bool in_string = false;
    bool escaped = false;

    void take(char c) noexcept {
        if (in_string) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                in_string = false;
            }
            return;
        }
        if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
};

std::string_view without_bom(std::string_view text) {
    return text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

bool only_blanks(std::string_view text) { return std::ranges::all_of(text, text::is_ascii_space); }

}  // namespace

JsonShape json_shape(std::string_view head) {
    head = text::trim(without_bom(head));
    if (head.starts_with('[')) {
        return JsonShape::elements;
    }
    Nesting nesting;
    std::size_t key_begin = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const bool was_string = nesting.in_string;
        nesting.take(head[i]);
        if (head[i] == '\n') {
            // A line that ends inside a string is a broken record of a file of lines.
            const std::string_view rest = head.substr(i + 1);
            const char before = text::trim(head.substr(0, i)).back();
            const bool new_record = rest.starts_with('{') && before != ',' && before != '[' && before != ':';
            if (nesting.in_string || new_record) {
                return JsonShape::lines;
            }
        }
        if (nesting.depth == 1 && nesting.in_string && !was_string) {
            key_begin = i;
        }
        if (nesting.depth == 2 && head[i] == '[' && !nesting.in_string && i > key_begin) {
            const std::string_view key = text::trim(head.substr(key_begin, i - key_begin));
            if (key.starts_with("\"items\"")) {
                return JsonShape::elements;
            }
        }
        if (nesting.depth == 0 && i > 0) {
            const std::string_view rest = head.substr(i + 1);
            const std::size_t line = head.substr(0, i).find('\n');
            if (line == std::string_view::npos && !only_blanks(rest)) {
                return JsonShape::lines;
            }
            return only_blanks(rest) ? JsonShape::whole : JsonShape::lines;
        }
    }
    return head.find('\n') == std::string_view::npos && head.find("\"retractions\"") == std::string_view::npos
               ? JsonShape::lines
               : JsonShape::whole;
}

bool JsonElements::fill() {
    if (end_) {
        return false;
    }
    buffer_.erase(0, start_);
    dropped_ += start_;
    at_ -= start_;
    start_ = 0;
    const std::size_t before = buffer_.size();
    constexpr std::size_t kBlock = std::size_t{256} << 10U;
    buffer_.resize(before + kBlock);
    const std::size_t got = source_.read(buffer_.data() + before, kBlock);
    buffer_.resize(before + got);
    end_ = got == 0;
    return got > 0;
}

bool JsonElements::to_array() {
    while (true) {
        while (at_ < buffer_.size()) {
            const char c = buffer_[at_++];
            line_ += c == '\n' ? 1 : 0;
            if (c == '[') {
                start_ = at_;
                return true;
            }
        }
        start_ = at_;
        if (!fill()) {
            return false;
        }
    }
}

/// To the first byte of the next element; false at the end of the array.
bool JsonElements::skip_between() {
    while (true) {
        while (at_ < buffer_.size()) {
            const char c = buffer_[at_];
            if (c == ']') {
                return false;
            }
            if (c != ',' && !text::is_ascii_space(c)) {
                start_ = at_;
                return true;
            }
            line_ += c == '\n' ? 1 : 0;
            ++at_;
        }
        start_ = at_;
        if (!fill()) {
            return false;
        }
    }
}

bool JsonElements::next(JsonValue& value) {
    if (!in_array_) {
        if (!to_array()) {
            return false;
        }
        in_array_ = true;
    }
    start_ = at_;
    if (!skip_between()) {
        return false;
    }
    value = JsonValue();
    value.line = line_;
    value.offset = dropped_ + start_;
    Nesting nesting;
    while (true) {
        while (at_ < buffer_.size()) {
            const char c = buffer_[at_];
            if (nesting.depth == 0 && !nesting.in_string && (c == ',' || c == ']')) {
                value.too_long |= at_ - start_ > longest_;
                value.text = std::string_view(buffer_).substr(start_, std::min(at_ - start_, longest_));
                return true;
            }
            nesting.take(c);
            line_ += c == '\n' ? 1 : 0;
            ++at_;
        }
        if (at_ - start_ > longest_) {
            value.too_long = true;
            buffer_.erase(start_ + longest_);  // only its beginning is kept; nesting remembers the rest
            dropped_ += at_ - buffer_.size();
            at_ = buffer_.size();
        }
        if (!fill()) {
            value.cut_off = true;
            value.text = std::string_view(buffer_).substr(start_);
            return at_ > start_;
        }
    }
}

}  // namespace whereof::authority
