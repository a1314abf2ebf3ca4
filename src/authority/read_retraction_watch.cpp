// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/record_sink.hpp"
#include "authority/update_kinds.hpp"
#include "base/csv_rows.hpp"
#include "bib/names.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// "8/21/2023 0:00" or "2023-08-21"; empty when it is neither.
bib::Date date_in_column(std::string_view text) {
    text = text::trim(text.substr(0, text.find(' ')));
    bib::Date date;
    if (text.find('-') != std::string_view::npos) {
        date = date_of_text(text);
        return date.year != 0 ? date : bib::Date();
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
    date.month = parts[0];
    date.day = parts[1];
    date.year = parts[2];
    return date.month >= 1 && date.month <= 12 && date.year > 1600 ? date : bib::Date();
}

/// The columns without which it is another file; then those that may be absent.
constexpr std::array<std::string_view, 12> kColumns{"RetractionDOI",
                                                    "RetractionPubMedID",
                                                    "OriginalPaperDOI",
                                                    "OriginalPaperPubMedID",
                                                    "RetractionDate",
                                                    "RetractionNature",
                                                    "Title",
                                                    "Author",
                                                    "Journal",
                                                    "OriginalPaperDate",
                                                    "ArticleType",
                                                    "Reason"};
enum Column : std::uint8_t {
    notice_doi,
    notice_pmid,
    work_doi,
    work_pmid,
    date,
    nature,
    title,
    author,
    journal,
    work_date,
    article_type,
    reason
};
constexpr std::size_t kNeeded = 6;

/// "unavailable" and "0" are Retraction Watch's words for none.
std::string_view known(std::string_view text) {
    text = text::trim(text);
    const std::string lower = text::ascii_lower(text);
    return lower == "0" || lower == "unavailable" || lower == "unknown" ? std::string_view() : text;
}

/// Where the columns stand, by the first row.
class Places {
  public:
    explicit Places(const std::vector<std::string>& header) {
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            const auto found = std::ranges::find_if(header, [&](const std::string& name) {
                return std::string_view(text::trim(name)) == kColumns[i] ||
                       (i < kNeeded && name.ends_with(kColumns[i]));
            });
            at_[i] = static_cast<std::size_t>(found - header.begin());
        }
        needed_ = 1 + *std::max_element(at_.begin(), at_.begin() + kNeeded);
    }
    [[nodiscard]] std::size_t needed() const noexcept { return needed_; }  ///< columns of a row
    [[nodiscard]] std::string_view text(const std::vector<std::string>& row, Column column) const {
        return at_[column] < row.size() ? known(row[at_[column]]) : std::string_view();
    }

  private:
    std::array<std::size_t, kColumns.size()> at_{};
    std::size_t needed_ = 0;
};

bib::ItemType type_of(std::string_view article_type, std::string_view journal) {
    if (article_type.starts_with("Conference")) {
        return bib::ItemType::paper_conference;
    }
    if (article_type.starts_with("Book")) {
        return bib::ItemType::chapter;
    }
    return journal.empty() ? bib::ItemType::document : bib::ItemType::article_journal;
}

/// What the list says of the work itself. Its date is of one appearance, online or in print: `epub`.
Say say_of(const Places& places, const std::vector<std::string>& row, std::string DOI, std::string PMID) {
    Say say;
    say.source = Source::retraction_watch;
    bib::Item& item = say.item;
    item.title = places.text(row, title);
    item.container_title = places.text(row, journal);
    item.type = type_of(places.text(row, article_type), item.container_title);
    item.epub = date_in_column(places.text(row, work_date));
    bib::NameList authors = bib::parse_names(places.text(row, author));
    item.author = std::move(authors.names);
    item.DOI = std::move(DOI);
    item.PMID = std::move(PMID);
    if (item.author.empty() || authors.elided) {
        say.flags |= kFlagAuthorsIncomplete;
    }
    return say;
}

void read_row(const Places& places, const std::vector<std::string>& row, const CsvRows& rows,
              RecordSink& sink) {
    std::string DOI = canonical_DOI(places.text(row, work_doi));
    std::string PMID = canonical_PMID(places.text(row, work_pmid));
    const std::string_view word = places.text(row, nature);
    auto kind = event_kind(word, DOI);
    if (kind == EventKind::retraction &&
        places.text(row, reason).find("Retract and Replace") != std::string_view::npos) {
        kind = EventKind::replacement;
    }
    if (!kind) {
        sink.skipped(rows.line(), rows.offset(),
                     fmt::format("expected a known RetractionNature, found \"{}\"", word.substr(0, 60)));
        return;
    }
    Say say = say_of(places, row, DOI, PMID);
    const bool nameless = DOI.empty() && PMID.empty();
    if (nameless && say.item.title.empty()) {
        sink.skipped(rows.line(), rows.offset(),
                     "expected an OriginalPaperDOI, OriginalPaperPubMedID or Title, found none of them");
        return;
    }
    StatusEvent event{*kind, canonical_DOI(places.text(row, notice_doi)),
                      canonical_PMID(places.text(row, notice_pmid)),
                      iso_date(date_in_column(places.text(row, date))), "retraction-watch"};
    if (nameless) {
        say.events.push_back(std::move(event));
    } else {
        sink.event(std::move(DOI), std::move(PMID), std::move(event));
    }
    if (!say.item.title.empty()) {
        sink.record(std::move(say));
    }
}

}  // namespace

bool looks_like_retraction_watch_csv(std::string_view head) {
    const std::string_view first = head.substr(0, head.find('\n'));
    return std::all_of(kColumns.begin(), kColumns.begin() + kNeeded,
                       [&](std::string_view name) { return first.find(name) != std::string_view::npos; });
}

void read_retraction_watch_csv(ByteSource& source, RecordSink& sink) {
    sink.kind("retractions");
    CsvRows rows(source, kLargestRecord);
    std::vector<std::string> row;
    if (!rows.next(row)) {
        return;
    }
    const Places places(row);
    while (rows.next(row)) {
        if (row.size() == 1 && row[0].empty()) {
            continue;
        }
        if (row.size() < places.needed()) {
            sink.skipped(rows.line(), rows.offset(),
                         fmt::format("expected at least {} columns, found {}", places.needed(), row.size()));
            continue;
        }
        read_row(places, row, rows, sink);
    }
}

}  // namespace whereof::authority
