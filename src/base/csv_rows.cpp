// SPDX-License-Identifier: MIT
#include "base/csv_rows.hpp"

namespace whereof {

void CsvRows::append(std::vector<std::string>& row, char c, std::size_t& size) const {
    if (++size <= largest_) {
        row.back().push_back(c);
    }
}

bool CsvRows::next(std::vector<std::string>& row) {
    row.assign(1, "");
    row_line_ = line_;
    row_offset_ = offset_;
    unclosed_ = false;
    quote_line_.reset();
    bool quoted = false;
    bool any = false;
    std::size_t size = 0;
    char c = 0;
    while (take(c)) {
        any = true;
        if (c == '\n') {
            ++line_;
        }
        if (quoted && c == '"') {
            quoted = peek('"');
            if (quoted) {
                take(c);
                row.back().push_back('"');
            } else if (quote_line_ && !ends_field()) {
                end_with_the_line();
                return true;
            }
        } else if (quoted) {
            append(row, c, size);
            if (c == '\n' && !quote_line_) {
                quote_line_ = LineEnd{at_, line_, offset_};
            }
        } else if (c == '"' && row.back().empty()) {
            quoted = true;
            quote_line_.reset();
        } else if (c == separator_) {
            row.emplace_back();
        } else if (c == '\n') {
            return true;
        } else if (c != '\r') {
            append(row, c, size);
        }
    }
    if (quoted) {
        end_with_the_line();
    }
    return any;
}

void CsvRows::end_with_the_line() {
    unclosed_ = true;
    if (quote_line_) {
        at_ = quote_line_->at;
        line_ = quote_line_->line;
        offset_ = quote_line_->offset;
        quote_line_.reset();
    }
}

bool CsvRows::fill() {
    constexpr std::size_t kChunk = std::size_t{256} << 10U;
    // What stands behind the line of an open quote may have to be read again, unless that is too much to
    // keep.
    if (quote_line_ && at_ - quote_line_->at > largest_) {
        quote_line_.reset();
    }
    const std::size_t done = quote_line_ ? quote_line_->at : at_;
    buffer_.erase(0, done);
    at_ -= done;
    if (quote_line_) {
        quote_line_->at = 0;
    }
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + kChunk);
    buffer_.resize(kept + source_.read(buffer_.data() + kept, kChunk));
    return buffer_.size() > kept;
}

bool CsvRows::ends_field() {
    const bool at_end = at_ == buffer_.size() && !fill();
    return at_end || peek(separator_) || peek('\n') || peek('\r');
}

bool CsvRows::take(char& c) {
    if (at_ == buffer_.size() && !fill()) {
        return false;
    }
    c = buffer_[at_++];
    ++offset_;
    return true;
}

bool CsvRows::peek(char c) { return (at_ < buffer_.size() || fill()) && buffer_[at_] == c; }

}  // namespace whereof
