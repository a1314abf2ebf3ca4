// SPDX-License-Identifier: MIT
#include "store/sqlite_overview.hpp"

#include "bib/journal.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace whereof::store {
namespace {

// Of the rows of a group SQLite gives the columns of the one that has the maximum
// (sqlite.org/lang_select.html).
constexpr auto* kNewest =
    "SELECT v.reference, v.headline, max(v.id), r.work, r.year, r.container_title FROM verdicts v "
    "JOIN references_ r ON r.id = v.reference GROUP BY v.reference";
constexpr auto* kSites = "SELECT id, site FROM articles";
constexpr auto* kMostCited =
    "SELECT work, min(id), count(*), count(DISTINCT id >> 24) AS articles FROM references_ GROUP BY work "
    "HAVING articles > 1 ORDER BY articles DESC, work LIMIT ?";

bool is_graver(finding::Headline a, finding::Headline b) noexcept {
    return finding::level_of(a) != finding::level_of(b) ? finding::level_of(a) > finding::level_of(b) : a < b;
}

/// The largest `most` of the tallies; those without a name among the others.
std::vector<VerdictTally> largest(std::vector<VerdictTally> tallies, std::size_t most) {
    for (VerdictTally& tally : tallies) {
        for (const auto& [headline, count] : tally.counts) {
            tally.references += count;
        }
    }
    std::ranges::sort(tallies, [](const VerdictTally& a, const VerdictTally& b) {
        return a.references != b.references ? a.references > b.references : a.name < b.name;
    });
    tallies.resize(std::min(tallies.size(), most));
    return tallies;
}

/// Forms of one journal's title together, under its full title where that is known.
std::vector<VerdictTally> by_journal(const std::unordered_map<std::string, HeadlineCounts>& titles) {
    std::unordered_map<std::string, VerdictTally> merged;
    for (const auto& [title, counts] : titles) {
        VerdictTally& tally = merged[bib::journal_key(title)];
        const auto known = bib::find_journal(title);
        const std::string& name = known ? known->title : title;
        if (tally.name.empty() || name < tally.name) {
            tally.name = name;
        }
        for (const auto& [headline, count] : counts) {
            tally.counts[headline] += count;
        }
    }
    std::vector<VerdictTally> out;
    for (auto& [key, tally] : merged) {
        out.push_back(std::move(tally));
    }
    return out;
}

/// What is counted on the way through the verdicts.
struct Counting {
    std::unordered_map<std::int64_t, HeadlineCounts> articles;
    std::map<std::int64_t, HeadlineCounts> years;
    std::unordered_map<std::string, HeadlineCounts> journals;
    std::unordered_map<std::int64_t, CitedWork> works;  ///< those with something to flag
};

void count_verdicts(const sqlite::Database& database, Overview& out, Counting& counting) {
    auto newest = database.prepare(kNewest);
    while (newest.step()) {
        const auto headline = finding::headline_of_name(newest.text(1));
        if (!headline) {
            continue;
        }
        const std::int64_t reference = newest.integer(0);
        ++out.checked;
        ++out.counts[*headline];
        ++counting.articles[reference >> kReferenceBits][*headline];
        ++counting.years[newest.integer(4)][*headline];
        if (const std::string_view journal = newest.text(5); !journal.empty()) {
            ++counting.journals[std::string(journal)][*headline];
        }
        if (finding::level_of(*headline) < finding::Level::warning) {
            continue;
        }
        auto [at, first] = counting.works.try_emplace(newest.integer(3));
        CitedWork& work = at->second;
        ++work.flagged;
        if (first || is_graver(*headline, work.headline)) {
            work.work = at->first;
            work.reference = reference;
            work.headline = *headline;
        }
    }
}

std::vector<VerdictTally> by_site(const sqlite::Database& database, const Counting& counting) {
    std::unordered_map<std::string, VerdictTally> sites;
    auto query = database.prepare(kSites);
    while (query.step()) {
        const auto counts = counting.articles.find(query.integer(0));
        if (counts == counting.articles.end()) {
            continue;
        }
        VerdictTally& tally = sites[std::string(query.text(1))];
        tally.name = query.text(1);
        for (const auto& [headline, count] : counts->second) {
            tally.counts[headline] += count;
        }
    }
    std::vector<VerdictTally> out;
    for (auto& [name, tally] : sites) {
        out.push_back(std::move(tally));
    }
    return out;
}

/// The flagged works that most articles cite.
std::vector<CitedWork> most_cited_flagged(const sqlite::Database& database, const Counting& counting,
                                          std::size_t most) {
    auto query =
        database.prepare("SELECT count(*), count(DISTINCT id >> 24) FROM references_ WHERE work = ?");
    std::vector<CitedWork> out;
    for (const auto& [id, work] : counting.works) {
        out.push_back(work);
        query.bind(id);
        if (query.step()) {
            out.back().citations = query.integer(0);
            out.back().articles = query.integer(1);
        }
        query.reset();
    }
    std::ranges::sort(out, [](const CitedWork& a, const CitedWork& b) {
        return a.articles != b.articles     ? a.articles > b.articles
               : a.citations != b.citations ? a.citations > b.citations
                                            : a.work < b.work;
    });
    out.resize(std::min(out.size(), most));
    return out;
}

std::vector<CitedWork> most_cited(const sqlite::Database& database, std::size_t most) {
    auto query = database.prepare(kMostCited);
    query.bind(static_cast<std::int64_t>(most));
    std::vector<CitedWork> out;
    while (query.step()) {
        CitedWork& work = out.emplace_back();
        work.work = query.integer(0);
        work.reference = query.integer(1);
        work.citations = query.integer(2);
        work.articles = query.integer(3);
    }
    return out;
}

}  // namespace

Overview read_overview(const sqlite::Database& database, std::size_t most) {
    Overview out;
    Counting counting;
    count_verdicts(database, out, counting);
    out.by_site = largest(by_site(database, counting), most);
    out.by_journal = largest(by_journal(counting.journals), most);
    std::vector<VerdictTally> years;
    for (const auto& [year, counts] : counting.years) {
        years.push_back({year == 0 ? "" : std::to_string(year), counts});
    }
    out.by_year = largest(std::move(years), ~std::size_t{0});
    std::ranges::sort(out.by_year, std::ranges::greater(), &VerdictTally::name);
    out.flagged = most_cited_flagged(database, counting, most);
    out.most_cited = most_cited(database, most);
    return out;
}

}  // namespace whereof::store
