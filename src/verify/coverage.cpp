// SPDX-License-Identifier: MIT
#include "verify/coverage.hpp"

#include "authority/keys.hpp"
#include "bib/journal.hpp"
#include "verify/compare.hpp"
#include "verify/page_range.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// How many pages before the cited one a work that covers it may begin.
constexpr long kLongestWork = 40;
/// Issues hardly ever have so many pages: from here on a volume is paged through, and a page is one work's
/// alone. Below it every issue of a journal may have that page.
constexpr long kThroughPaged = 300;

struct Pages {
    long first = 0;
    long last = 0;  ///< the first again where there is one page
};

/// Pages as numbers; none of "e302", "iv" and what is too long to be a page.
std::optional<Pages> numbered_pages(std::string_view text) {
    constexpr std::size_t kMostDigits = 9;
    const auto range = page_range(text);
    if (!range.prefix.empty() || range.first.empty() || range.first.size() > kMostDigits ||
        range.last.size() > kMostDigits) {
        return std::nullopt;
    }
    const long first = std::stol(range.first);
    return Pages{first, range.last.empty() ? first : std::stol(range.last)};
}

/// Short pieces share their pages (letters, abstracts, book reviews), and a work's last page may be the next
/// one's first; only a work of three pages or more has its first and its inner pages to itself.
bool begins_on(const Pages& work, long page) { return work.first == page && work.last >= page + 2; }
bool runs_over(const Pages& work, long page) { return work.first < page && page < work.last; }

/// Does another work than the cited one stand there? Volumes begin anew with every year or half-year in some
/// journals, so the year must be the same; "e302" is no page 302.
bool is_occupant(const Citation& citation, const authority::Record& record, long page) {
    const auto& item = record.item;
    const auto pages = numbered_pages(item.page);
    if (!pages || (!begins_on(*pages, page) && !runs_over(*pages, page)) ||
        compare_year(citation.item, item).agreement != Agreement::same) {
        return false;
    }
    const auto issue = compare_issue(citation.item.issue, item.issue).agreement;
    if (issue != Agreement::same && (issue == Agreement::different || page < kThroughPaged)) {
        return false;
    }
    const auto title = compare_title(citation.item.title, item.title);
    const auto authors = compare_authors(citation.item, item, true);
    const auto journal = compare_container(citation.item, item);
    return title.differs() && title.closeness < 0.4 && authors.differs() && authors.closeness == 0.0 &&
           journal.agrees();
}

}  // namespace

std::optional<Attested> attested_coverage(authority::Authority& authority, const Citation& citation) {
    const auto& item = citation.item;
    const auto& journal = item.container_title;
    if (authority.info().sample || journal.empty() || item.title.empty() || item.author.empty()) {
        return std::nullopt;
    }
    const auto volumes = page_numbers(item.volume);
    const auto pages = numbered_pages(item.page);
    if (volumes.empty() || !pages || pages->first <= 1) {
        return std::nullopt;
    }
    const long page = pages->first;
    const auto journal_key = bib::journal_key(journal);
    std::vector<authority::Key> keys;
    for (auto first = page; first > std::max(0L, page - kLongestWork); --first) {
        keys.push_back(authority::slot_key(journal_key, volumes.front(), std::to_string(first)));
    }
    std::vector<authority::RecordId> ids;
    for (const auto& holders : authority.by_keys(keys, 4)) {
        ids.insert(ids.end(), holders.begin(), holders.end());
    }
    for (auto& record : authority.records(ids)) {
        if (is_occupant(citation, record, page)) {
            Attested out;
            out.reason = fmt::format("page {} of {} {} belongs to “{}” ({})", page, journal, item.volume,
                                     record.item.title, record.item.page);
            out.occupant = std::move(record);
            return out;
        }
    }
    return std::nullopt;
}

}  // namespace whereof::verify
