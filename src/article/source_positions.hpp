// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace whereof::article {

/// Lines and columns of byte offsets in a text. Asking in rising order costs one pass over the text in all;
/// an offset behind the last one costs at most kStep bytes. Lines end with LF, CR LF or a CR alone.
class SourcePositions {
  public:
    explicit SourcePositions(std::string_view source) : source_(source) {}

    /// Of the character at `offset`; offsets past the end count as the end.
    [[nodiscard]] Position at(std::size_t offset);

  private:
    static constexpr std::size_t kStep = 4096;
    struct Mark {
        std::size_t offset = 0;
        Position position;
    };
    void advance(std::size_t offset);

    std::string_view source_;
    Mark now_;
    std::vector<Mark> marks_;  ///< one at least every kStep bytes up to the furthest offset asked for
};

}  // namespace whereof::article
