// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/record_sink.hpp"
#include "authority/update_kinds.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// Rows of RFC 4180 CSV out of a stream; quoted fields may hold line ends.
class CsvRows {
  public:
    explicit CsvRows(ByteSource& source) : source_(source) {}
    [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }
    [[nodiscard]] std::uint64_t offset() const noexcept { return row_offset_; }

    /// False at the end. A row longer than kLargestRecord is given up to there.
    bool next(std::vector<std::string>& row) {
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
            } else if (c == ',') {
                row.emplace_back();
            } else if (c == '\n') {
                return true;
            } else if (c != '\r') {
                append(row, c, size);
            }
        }
        return any;
    }

  private:
    static void append(std::vector<std::string>& row, char c, std::size_t& size) {
        if (++size <= kLargestRecord) {
            row.back().push_back(c);
        }
    }
    bool fill() {
        buffer_.resize(std::size_t{256} << 10U);
        buffer_.resize(source_.read(buffer_.data(), buffer_.size()));
        at_ = 0;
        return !buffer_.empty();
    }
    bool take(char& c) {
        if (at_ == buffer_.size() && !fill()) {
            return false;
        }
        c = buffer_[at_++];
        ++offset_;
        return true;
    }
    bool peek(char c) { return (at_ < buffer_.size() || fill()) && buffer_[at_] == c; }

    ByteSource& source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
    std::uint64_t row_line_ = 1;
    std::uint64_t row_offset_ = 0;
};

/// "8/21/2023 0:00" or "2023-08-21": ISO 8601; empty when it is neither.
std::string iso_of(std::string_view text) {
    text = text::trim(text.substr(0, text.find(' ')));
    if (text.find('-') != std::string_view::npos) {
        return iso_date(date_of_text(text));
    }
    std::array<int, 3> parts{};
    for (int& part : parts) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
        if (error != std::errc()) {
            return {};
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        text.remove_prefix(text.empty() ? 0 : 1);
    }
    bib::Date date;
    date.month = parts[0];
    date.day = parts[1];
    date.year = parts[2];
    return date.month >= 1 && date.month <= 12 && date.year > 1600 ? iso_date(date) : std::string();
}

constexpr std::array<std::string_view, 6> kColumns{"RetractionDOI",    "RetractionPubMedID",
                                                   "OriginalPaperDOI", "OriginalPaperPubMedID",
                                                   "RetractionDate",   "RetractionNature"};
enum Column : std::uint8_t { notice_doi, notice_pmid, work_doi, work_pmid, date, nature };

/// "unavailable" and "0" are Retraction Watch's words for none.
std::string_view known(std::string_view text) {
    text = text::trim(text);
    return text == "0" || text::ascii_lower(text) == "unavailable" ? std::string_view() : text;
}

}  // namespace

bool looks_like_retraction_watch_csv(std::string_view head) {
    const std::string_view first = head.substr(0, head.find('\n'));
    return std::ranges::all_of(
        kColumns, [&](std::string_view name) { return first.find(name) != std::string_view::npos; });
}

void read_retraction_watch_csv(ByteSource& source, RecordSink& sink) {
    sink.kind("retractions");
    CsvRows rows(source);
    std::vector<std::string> row;
    if (!rows.next(row)) {
        return;
    }
    std::array<std::size_t, kColumns.size()> place{};
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const auto found =
            std::ranges::find_if(row, [&](const std::string& name) { return name.ends_with(kColumns[i]); });
        place[i] = static_cast<std::size_t>(found - row.begin());
    }
    const std::size_t last = std::ranges::max(place);
    while (rows.next(row)) {
        if (row.size() == 1 && row[0].empty()) {
            continue;
        }
        if (row.size() <= last) {
            sink.skipped(rows.line(), rows.offset(),
                         fmt::format("expected at least {} columns, found {}", last + 1, row.size()));
            continue;
        }
        std::string DOI = canonical_DOI(known(row[place[work_doi]]));
        std::string PMID = canonical_PMID(known(row[place[work_pmid]]));
        const auto kind = event_kind(row[place[nature]], DOI);
        if (!kind || (DOI.empty() && PMID.empty())) {
            continue;  // a work without identifiers cannot be looked up; an unknown nature says nothing
        }
        sink.event(
            std::move(DOI), std::move(PMID),
            {*kind, canonical_DOI(known(row[place[notice_doi]])),
             canonical_PMID(known(row[place[notice_pmid]])), iso_of(row[place[date]]), "retraction-watch"});
    }
}

}  // namespace whereof::authority
