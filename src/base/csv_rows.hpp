// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whereof {

/// Rows of RFC 4180 CSV out of a stream; quoted fields may hold line ends. A field that runs over its line
/// and whose quote then ends in the middle of a field, or never, was not meant to: its row ends with the line
/// in which the quote opens. `source` must outlive it.
class CsvRows {
  public:
    /// A row longer than `largest` bytes is given up to there.
    CsvRows(ByteSource& source, std::size_t largest, char separator = ',')
        : source_(source), largest_(largest), separator_(separator) {}
    [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }      ///< of the last row, from 1
    [[nodiscard]] std::uint64_t offset() const noexcept { return row_offset_; }  ///< its first byte
    [[nodiscard]] std::uint64_t end() const noexcept { return offset_; }         ///< behind its line end
    [[nodiscard]] bool is_unclosed() const noexcept { return unclosed_; }        ///< it has such a quote

    /// False at the end.
    bool next(std::vector<std::string>& row);

  private:
    bool fill();
    bool take(char& c);
    bool peek(char c);
    bool ends_field();
    void end_with_the_line();
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
    bool unclosed_ = false;
    /// Behind the line in which the quoted field began, once that is passed: in buffer_, in lines, in bytes.
    struct LineEnd {
        std::size_t at;
        std::uint64_t line;
        std::uint64_t offset;
    };
    std::optional<LineEnd> quote_line_;
};

}  // namespace whereof
