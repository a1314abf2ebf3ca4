// SPDX-License-Identifier: MIT
#include "verify/coverage.hpp"

#include "authority/keys.hpp"
#include "bib/journal.hpp"
#include "verify/compare.hpp"
#include "verify/page_range.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// Records of the journal in the cited year and its neighbours, and in the cited volume, from which on a gap
/// is taken for an absence. An index with fewer may be a selection.
constexpr std::int64_t kDenseYears = 300;
constexpr std::int64_t kDenseVolume = 60;
/// Below this first page a place is too common: many journals begin every issue at page 1.
constexpr int kFirstTellingPage = 40;

/// Does a work other than the cited one begin on that page of that volume?
bool is_occupant(const Citation& citation, const authority::Record& record) {
    const auto& item = record.item;
    const auto title = compare_title(citation.item.title, item.title);
    const auto authors = compare_authors(citation.item, item, true);
    const auto year = compare_year(citation.item, item);
    const auto issue = compare_issue(citation.item.issue, item.issue);
    const auto journal = compare_container(citation.item, item);
    return title.agreement == Agreement::different && title.closeness < 0.4 &&
           authors.agreement == Agreement::different && authors.closeness == 0.0 &&
           year.agreement != Agreement::different && issue.agreement != Agreement::different &&
           (journal.agreement == Agreement::same || journal.agreement == Agreement::variant);
}

}  // namespace

std::optional<Attested> attested_coverage(authority::Authority& authority, const Citation& citation) {
    const auto& item = citation.item;
    const auto& journal = item.container_title;
    if (authority.info().sample || journal.empty() || item.title.empty() || item.author.empty()) {
        return std::nullopt;
    }
    const auto journal_key = bib::journal_key(journal);
    const auto volumes = page_numbers(item.volume);
    const auto page = page_range(item.page).first;
    if (!volumes.empty() && !page.empty() && std::atoi(page.c_str()) >= kFirstTellingPage) {
        const authority::Key key = authority::slot_key(journal_key, volumes.front(), page);
        const auto ids = authority.by_keys({&key, 1}, 8);
        for (auto& record : authority.records(ids.front())) {
            if (is_occupant(citation, record)) {
                Attested out;
                out.reason = fmt::format("{} {}, page {}, is “{}”", journal, item.volume, page, record.item.title);
                out.occupant = std::move(record);
                return out;
            }
        }
    }
    if (item.issued.year == 0 || volumes.empty()) {
        return std::nullopt;
    }
    const auto coverage = authority.coverage(journal_key, item.issued.year, volumes.front());
    if (coverage.year_records >= kDenseYears && coverage.volume_records >= kDenseVolume) {
        return Attested{fmt::format("{} of {} are held, {} of them from volume {}, and this is not among them",
                                    coverage.year_records, journal, coverage.volume_records, item.volume),
                        std::nullopt};
    }
    return std::nullopt;
}

}  // namespace whereof::verify
