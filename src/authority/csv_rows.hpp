// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whereof::authority {

/// Rows of RFC 4180 CSV out of a stream; quoted fields may hold line ends.
class CsvRows {
  public:
    explicit CsvRows(ByteSource& source) : source_(source) {}
    [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }      ///< of the last row, from 1
    [[nodiscard]] std::uint64_t offset() const noexcept { return row_offset_; }  ///< its first byte

    /// False at the end. A row longer than kLargestRecord is given up to there.
    bool next(std::vector<std::string>& row);

  private:
    bool fill();
    bool take(char& c);
    bool peek(char c);

    ByteSource& source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
    std::uint64_t row_line_ = 1;
    std::uint64_t row_offset_ = 0;
};

}  // namespace whereof::authority
