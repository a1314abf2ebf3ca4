// SPDX-License-Identifier: MIT
#include "authority/pubmed_record.hpp"
#include "authority/record_sink.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::authority {
namespace {

/// Elements that are one record, outermost first.
constexpr std::array<std::string_view, 4> kRecords{"PubmedArticle", "PubmedBookArticle", "MedlineCitation",
                                                   "DeleteCitation"};

struct Tag {
    std::size_t at = 0;     ///< of its '<'
    std::size_t which = 0;  ///< into kRecords
};

/// The first opening tag of a record at or after `from`. `from` moves to where the search has to go on when
/// there is none and more bytes come.
std::optional<Tag> find_record(std::string_view text, std::size_t& from) {
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
        for (std::size_t which = 0; which < kRecords.size(); ++which) {
            const std::string_view name = kRecords[which];
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

/// Cuts one record after the other out of a stream.
class RecordCutter {
  public:
    explicit RecordCutter(ByteSource& source) : source_(source) {}

    struct Record {
        std::string_view text;
        std::string_view name;
        std::uint64_t offset = 0;
        std::string problem;  ///< why it is not whole; empty when it is
    };

    /// False at the end of the stream.
    bool next(Record& record) {
        std::optional<Tag> tag = find_record(buffer_, at_);
        while (!tag) {
            if (!fill()) {
                return false;
            }
            tag = find_record(buffer_, at_);
        }
        record.name = kRecords[tag->which];
        record.offset = dropped_ + at_;
        record.problem.clear();
        return cut(record);
    }

  private:
    /// From the opening tag at at_ to its closing tag; a second opening tag before it ends the first record,
    /// broken.
    bool cut(Record& record) {
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
            if (rest.size() > kLargestRecord) {
                record.text = rest;
                record.problem = fmt::format("expected a record of at most {} MB, found a longer one",
                                             kLargestRecord >> 20U);
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

    static std::size_t next_opening(std::string_view text, std::string_view open, std::size_t from) {
        for (std::size_t at = text.find(open, from); at != std::string_view::npos;
             at = text.find(open, at + 1)) {
            const std::size_t after = at + open.size();
            if (after < text.size() && (text[after] == '>' || text::is_ascii_space(text[after]))) {
                return at;
            }
        }
        return std::string_view::npos;
    }

    bool fill() {
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

    ByteSource& source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t dropped_ = 0;
};

}  // namespace

bool looks_like_pubmed(std::string_view head) {
    std::size_t from = 0;
    return head.find("<PubmedArticleSet") != std::string_view::npos ||
           head.find("<MedlineCitationSet") != std::string_view::npos ||
           head.find("<PubmedBookArticleSet") != std::string_view::npos ||
           find_record(head, from).has_value();
}

void read_pubmed_file(ByteSource& source, RecordSink& sink) {
    sink.kind("pubmed");
    RecordCutter cutter(source);
    RecordCutter::Record record;
    pugi::xml_document document;
    while (cutter.next(record)) {
        if (!record.problem.empty()) {
            sink.skipped(0, record.offset, record.problem);
            continue;
        }
        const auto parsed =
            document.load_buffer(record.text.data(), record.text.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed) {
            sink.skipped(0, record.offset + static_cast<std::uint64_t>(parsed.offset),
                         fmt::format("expected well-formed XML in the {} at byte {}, found: {}", record.name,
                                     record.offset, parsed.description()));
            continue;
        }
        std::string problem = read_pubmed_record(document, sink);
        if (!problem.empty()) {
            sink.skipped(0, record.offset, std::move(problem));
        }
    }
}

}  // namespace whereof::authority
