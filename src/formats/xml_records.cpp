// SPDX-License-Identifier: MIT
#include "formats/xml_records.hpp"

#include "text/utf8.hpp"

#include <optional>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::formats {
namespace {

struct Tag {
    std::size_t at = 0;     ///< of its '<'
    std::size_t which = 0;  ///< into the names of records
};

/// The first opening tag of a record at or after `from`. `from` moves to where the search has to go on when
/// there is none and more bytes come.
std::optional<Tag> find_record(std::string_view text, std::span<const std::string_view> names,
                               std::size_t& from) {
    constexpr std::size_t kLongestName = 20;
    while (from < text.size()) {
        const std::size_t at = text.find('<', from);
        if (at == std::string_view::npos) {
            from = text.size();
            return std::nullopt;
        }
        if (text.size() - at < kLongestName) {
            from = at;
            return std::nullopt;
        }
        for (std::size_t which = 0; which < names.size(); ++which) {
            const std::string_view name = names[which];
            if (text.substr(at + 1).starts_with(name)) {
                const char after = text[at + 1 + name.size()];
                if (after == '>' || text::is_ascii_space(after)) {
                    from = at;
                    return Tag{at, which};
                }
            }
        }
        from = at + 1;
    }
    return std::nullopt;
}

std::size_t next_opening(std::string_view text, std::string_view open, std::size_t from) {
    for (std::size_t at = text.find(open, from); at != std::string_view::npos; at = text.find(open, at + 1)) {
        const std::size_t after = at + open.size();
        if (after < text.size() && (text[after] == '>' || text::is_ascii_space(text[after]))) {
            return at;
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool XmlRecords::next(XmlRecord& record) {
    std::optional<Tag> tag = find_record(buffer_, names_, at_);
    while (!tag) {
        if (!fill()) {
            return false;
        }
        tag = find_record(buffer_, names_, at_);
    }
    record.name = names_[tag->which];
    record.offset = dropped_ + at_;
    record.problem.clear();
    return cut(record);
}

/// From the opening tag at at_ to its closing tag; a second opening tag before it ends the first record,
/// broken.
bool XmlRecords::cut(XmlRecord& record) {
    const std::string close = fmt::format("</{}>", record.name);
    const std::string open = fmt::format("<{}", record.name);
    std::size_t searched = 1;
    while (true) {
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        const std::size_t end = rest.find(close, searched);
        const std::size_t limit = end == std::string_view::npos ? rest.size() : end;
        const std::size_t second = next_opening(rest.substr(0, limit), open, searched);
        if (second != std::string_view::npos) {
            record.text = rest.substr(0, second);
            record.problem = fmt::format("expected {}, found the next record", close);
            at_ += second;
            return true;
        }
        if (end != std::string_view::npos) {
            record.text = rest.substr(0, end + close.size());
            at_ += record.text.size();
            return true;
        }
        if (rest.size() > largest_) {
            record.text = rest;
            record.problem =
                fmt::format("expected a record of at most {} MB, found a longer one", largest_ >> 20U);
            at_ = buffer_.size();
            return true;
        }
        searched = rest.size() > close.size() ? rest.size() - close.size() : 1;
        if (!fill()) {
            record.text = std::string_view(buffer_).substr(at_);
            record.problem = fmt::format("expected {}, found the end of the file", close);
            at_ = buffer_.size();
            return true;
        }
    }
}

bool XmlRecords::fill() {
    buffer_.erase(0, at_);
    dropped_ += at_;
    at_ = 0;
    const std::size_t before = buffer_.size();
    constexpr std::size_t kBlock = std::size_t{512} << 10U;
    buffer_.resize(before + kBlock);
    const std::size_t got = source_.read(buffer_.data() + before, kBlock);
    buffer_.resize(before + got);
    return got > 0;
}

bool XmlRecords::holds_record(std::string_view head, std::span<const std::string_view> names) {
    std::size_t from = 0;
    return find_record(head, names, from).has_value();
}

Items read_xml_records(std::string_view file, std::span<const std::string_view> names,
                       Result<ReadEntry> (*read)(const pugi::xml_node& record)) {
    constexpr std::size_t kLargest = std::size_t{16} << 20U;
    const auto source = open_bytes(file, {});
    XmlRecords records(*source, names, kLargest);
    XmlRecord record;
    pugi::xml_document document;
    Items out;
    while (records.next(record)) {
        const auto offset = static_cast<std::size_t>(record.offset);
        if (!record.problem.empty()) {
            out.emplace_back(Error{record.problem, {}, offset});
            continue;
        }
        const auto parsed =
            document.load_buffer(record.text.data(), record.text.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed) {
            out.emplace_back(Error{fmt::format("expected well-formed XML in the {}, found: {}", record.name,
                                               parsed.description()),
                                   {},
                                   offset});
            continue;
        }
        auto entry = read(document.document_element());
        if (entry) {
            entry->span = {offset, offset + record.text.size()};
        } else {
            entry = Error{entry.error().what, {}, offset};
        }
        out.push_back(std::move(entry));
    }
    return out;
}

std::string xml_text(const pugi::xml_node& node) {
    constexpr std::size_t kLongest = 20'000;
    std::string out;
    pugi::xml_node at = node.first_child();
    while (at && out.size() < kLongest) {
        if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) {
            out += at.value();
        }
        pugi::xml_node next = at.first_child();
        while (!next && at && at != node) {
            next = at.next_sibling();
            at = at.parent();
        }
        at = next;
        if (at == node) {
            break;
        }
    }
    return out;
}

}  // namespace whereof::formats
