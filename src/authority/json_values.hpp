// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::authority {

/// How the records of a JSON file lie in it.
enum class JsonShape : std::uint8_t {
    lines,     ///< one value a line
    elements,  ///< in one array: of the whole file, or under "items"
    whole,     ///< the file is one value
};

/// The shape, by the first bytes of a file.
[[nodiscard]] JsonShape json_shape(std::string_view head);

/// One value cut out of a stream. `text` is valid until the next call.
struct JsonValue {
    std::string_view text;
    std::uint64_t line = 0;    ///< from 1
    std::uint64_t offset = 0;  ///< of its first byte in the stream
    bool too_long = false;     ///< longer than allowed: `text` is only its beginning
    bool cut_off = false;      ///< the stream ended inside it
};

/// Cuts the elements of one large array out of a stream, without reading the array as a whole. Only brackets
/// and strings are looked at: whether an element is JSON is for its reader to find out.
class JsonElements {
  public:
    explicit JsonElements(ByteSource& source, std::size_t longest) : source_(source), longest_(longest) {}

    /// False after the array's end, or the stream's. Starts at the first '[' of the stream.
    bool next(JsonValue& value);

  private:
    bool fill();  ///< more bytes, dropping those before start_; false at the end
    bool to_array();
    bool skip_between();

    ByteSource& source_;
    std::size_t longest_;
    std::string buffer_;
    std::size_t start_ = 0;      ///< of what is still needed in buffer_
    std::size_t at_ = 0;         ///< the next byte to look at
    std::uint64_t dropped_ = 0;  ///< bytes of the stream before buffer_
    std::uint64_t line_ = 1;     ///< of at_
    bool in_array_ = false;
    bool end_ = false;
};

}  // namespace whereof::authority
