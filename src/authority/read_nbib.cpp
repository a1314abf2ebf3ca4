// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/notice_sources.hpp"
#include "authority/record_sink.hpp"
#include "authority/say_text.hpp"
#include "formats/nbib.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::size_t kTagColumns = 6;  // "PMID- "

/// Tags that refer to editorial notices, of PubMed's "MEDLINE/PubMed Data Element Descriptions".
struct NoticeTag {
    std::string_view tag;
    EventKind kind;
    bool on_notice;  ///< this record is the notice, the other the work
};
constexpr std::array kNoticeTags{
    NoticeTag{"RIN ", EventKind::retraction, false}, NoticeTag{"ECI ", EventKind::concern, false},
    NoticeTag{"EIN ", EventKind::correction, false}, NoticeTag{"CRI ", EventKind::correction, false},
    NoticeTag{"RPI ", EventKind::correction, false}, NoticeTag{"UIN ", EventKind::new_version, false},
    NoticeTag{"ROF ", EventKind::retraction, true},  NoticeTag{"ECF ", EventKind::concern, true},
    NoticeTag{"EFR ", EventKind::correction, true},  NoticeTag{"CRF ", EventKind::correction, true},
    NoticeTag{"RPF ", EventKind::correction, true},  NoticeTag{"UOF ", EventKind::new_version, true},
};

/// Calls each(tag, value) for the fields of a record, wrapped values joined.
template <typename Each>
void for_each_field(std::string_view record, Each each) {
    std::string tag;
    std::string value;
    while (!record.empty()) {
        const std::size_t end = std::min(record.find('\n'), record.size());
        const std::string_view line = text::trim(record.substr(0, end)).empty() ? "" : record.substr(0, end);
        record.remove_prefix(std::min(end + 1, record.size()));
        if (line.size() >= kTagColumns && line[4] == '-' && line.front() != ' ') {
            if (!tag.empty()) {
                each(std::string_view(tag), text::trim(value));
            }
            tag = line.substr(0, 4);
            value = line.substr(kTagColumns);
        } else if (!text::trim(line).empty()) {
            (value += ' ') += text::trim(line);
        }
    }
    if (!tag.empty()) {
        each(std::string_view(tag), text::trim(value));
    }
}

/// "… PMID: 22558090"
std::string pmid_in_source(std::string_view text) {
    const std::size_t at = text.rfind("PMID: ");
    return at == std::string_view::npos ? std::string() : canonical_PMID(text.substr(at + 6));
}

bool tell_notice(std::string_view tag, std::string_view value, const bib::Item& item, RecordSink& sink) {
    const auto found = std::ranges::find(kNoticeTags, tag, &NoticeTag::tag);
    if (found == kNoticeTags.end()) {
        return false;
    }
    std::string DOI = doi_in_source(value);
    std::string PMID = pmid_in_source(value);
    if (found->on_notice) {
        sink.event(std::move(DOI), std::move(PMID),
                   {found->kind, item.DOI, item.PMID, iso_date(item.issued), "pubmed"});
        return false;
    }
    sink.event(item.DOI, item.PMID,
               {found->kind, std::move(DOI), std::move(PMID), iso_date(date_in_source(value)), "pubmed"});
    return found->kind == EventKind::retraction;
}

void read_record(std::string_view text, std::uint64_t line, std::uint64_t offset, RecordSink& sink) {
    auto items = formats::read_nbib(text);
    if (items.empty()) {
        sink.skipped(line, offset, "expected a record that begins with \"PMID- \", found none");
        return;
    }
    if (!items.front()) {
        sink.skipped(line, offset, items.front().error().what);
        return;
    }
    Say say;
    say.source = Source::pubmed;
    say.item = std::move(items.front()->item);
    if (say.item.PMID.empty() && say.item.title.empty()) {
        sink.skipped(line, offset, "expected a PMID or a title (TI), found neither");
        return;
    }
    say.revision = 100'000'000;  // version 1; its last revision below, as in PubMed's XML
    bool retraction_told = false;
    bool called_retracted = false;
    for_each_field(text, [&](std::string_view tag, std::string_view value) {
        if (tag == "PT  ") {
            say.publication_types.emplace_back(value);
            say.flags |= value == "Retraction of Publication" ? kFlagRetractionNotice : 0;
            called_retracted |= value == "Retracted Publication";
        } else if (tag == "LR  ") {
            std::int64_t date = 0;
            std::from_chars(value.data(), value.data() + value.size(), date);
            say.revision = 100'000'000 + date;
        } else {
            retraction_told |= tell_notice(tag, value, say.item, sink);
        }
    });
    if (called_retracted && !retraction_told) {
        sink.event(say.item.DOI, say.item.PMID, {EventKind::retraction, "", "", "", "pubmed"});
    }
    sink.record(std::move(say));
}

}  // namespace

bool looks_like_nbib(std::string_view head) {
    head = text::trim(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    return head.starts_with("PMID- ") || head.starts_with("PMID -");
}

void read_nbib_file(ByteSource& source, RecordSink& sink) {
    sink.kind("nbib");
    LineReader lines(source, kLargestRecord);
    std::string record;
    std::uint64_t first_line = 0;
    std::uint64_t offset = 0;
    const auto end_record = [&] {
        if (!record.empty()) {
            read_record(record, first_line, offset, sink);
            record.clear();
        }
    };
    std::string_view line;
    while (lines.next(line)) {
        line.remove_prefix(lines.number() == 1 && line.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        if (line.starts_with("PMID-")) {
            end_record();
        }
        if (record.size() + line.size() > kLargestRecord) {
            sink.skipped(
                first_line, offset,
                fmt::format("expected a record of at most {} MB, found a longer one", kLargestRecord >> 20U));
            record.clear();
        }
        if (record.empty()) {
            if (!line.starts_with("PMID-")) {
                continue;  // blank lines, and what is left of a record that was too long
            }
            first_line = lines.number();
            offset = lines.offset();
        }
        (record += line) += '\n';
    }
    end_record();
}

}  // namespace whereof::authority
