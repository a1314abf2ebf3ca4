// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"
#include "formats/formats.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}

namespace whereof::formats {

/// One record of an XML file, by its own tags.
struct XmlRecord {
    std::string_view text;     ///< from its opening to its closing tag; dies at the next call of next()
    std::string_view name;     ///< of its element
    std::uint64_t offset = 0;  ///< bytes into the stream
    std::string problem;       ///< why it is not whole; empty when it is
};

/// Cuts one record after the other out of a stream of any size, so that a broken one costs no other.
class XmlRecords {
  public:
    /// `names` are the elements that are one record, the outermost first; both must outlive this object.
    /// A record over `largest` bytes is given up.
    XmlRecords(ByteSource& source, std::span<const std::string_view> names, std::size_t largest)
        : source_(source), names_(names), largest_(largest) {}

    /// False at the end of the stream.
    bool next(XmlRecord& record);

    /// Is there an opening tag of a record in `head`?
    static bool holds_record(std::string_view head, std::span<const std::string_view> names);

  private:
    bool cut(XmlRecord& record);
    bool fill();

    ByteSource& source_;
    std::span<const std::string_view> names_;
    std::size_t largest_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t dropped_ = 0;
};

/// The records of a whole file, each by `read`, which sees the element; the places in the file are filled in
/// here. A record that is not whole or not well-formed is an Error.
Items read_xml_records(std::string_view file, std::span<const std::string_view> names,
                       Result<ReadEntry> (*read)(const pugi::xml_node& record));

/// All text below a node, whatever marks it up (<i>, <style>, MathML), to 20,000 bytes. Walks without
/// recursion.
std::string xml_text(const pugi::xml_node& node);

}  // namespace whereof::formats
