// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace whereof {

/// Rows of RFC 4180 CSV out of a stream; quoted fields may hold line ends. `source` must outlive it.
class CsvRows {
  public:
    /// A row longer than `largest` bytes is given up to there.
    CsvRows(ByteSource& source, std::size_t largest, char separator = ',')
        : source_(source), largest_(largest), separator_(separator) {}
    [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }      ///< of the last row, from 1
    [[nodiscard]] std::uint64_t offset() const noexcept { return row_offset_; }  ///< its first byte
    [[nodiscard]] std::uint64_t end() const noexcept { return offset_; }         ///< behind its line end

    /// False at the end.
    bool next(std::vector<std::string>& row);

  private:
    bool fill();
    bool take(char& c);
    bool peek(char c);
    void append(std::vector<std::string>& row, char c, std::size_t& size) const;

    ByteSource& source_;
    std::size_t largest_;
    char separator_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
    std::uint64_t row_line_ = 1;
    std::uint64_t row_offset_ = 0;
};

}  // namespace whereof
