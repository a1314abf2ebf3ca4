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
            }
        } else if (quoted) {
            append(row, c, size);
        } else if (c == '"' && row.back().empty()) {
            quoted = true;
        } else if (c == separator_) {
            row.emplace_back();
        } else if (c == '\n') {
            return true;
        } else if (c != '\r') {
            append(row, c, size);
        }
    }
    return any;
}

bool CsvRows::fill() {
    buffer_.resize(std::size_t{256} << 10U);
    buffer_.resize(source_.read(buffer_.data(), buffer_.size()));
    at_ = 0;
    return !buffer_.empty();
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
