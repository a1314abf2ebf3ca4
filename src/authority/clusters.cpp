// SPDX-License-Identifier: MIT
#include "authority/clusters.hpp"

#include "authority/index_words.hpp"
#include "authority/say_text.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace whereof::authority {
namespace {

std::vector<std::string> sorted_words(std::string_view title) {
    auto words = title_words(title);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// Share most of their words, or the shorter (a title without its subtitle) is nearly all in the longer.
bool titles_alike(std::string_view a, std::string_view b) {
    const auto words_a = sorted_words(a);
    const auto words_b = sorted_words(b);
    std::vector<std::string> shared;
    std::ranges::set_intersection(words_a, words_b, std::back_inserter(shared));
    const std::size_t longer = std::max(words_a.size(), words_b.size());
    const std::size_t shorter = std::min(words_a.size(), words_b.size());
    constexpr std::size_t kTellingWords = 3;
    return 2 * shared.size() >= longer || (shorter >= kTellingWords && 5 * shared.size() >= 4 * shorter);
}

std::string first_surname(const bib::Item& item) {
    if (item.author.empty()) {
        return {};
    }
    const bib::Name& name = item.author.front();
    return text::fold_key(name.family.empty() ? name.literal : name.family);
}

bool agree(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

}  // namespace

bool may_be_one_work(const bib::Item& a, const bib::Item& b) {
    if (!a.PMID.empty() && !b.PMID.empty() && a.PMID != b.PMID) {
        return false;
    }
    if (a.title.empty() || b.title.empty() || titles_alike(a.title, b.title)) {
        return true;
    }
    if (!a.DOI.empty() && !b.DOI.empty() && a.DOI != b.DOI) {
        return false;
    }
    const int others = agree(first_surname(a), first_surname(b)) +
                       (a.issued.year != 0 && std::abs(a.issued.year - b.issued.year) <= 1) +
                       agree(number_fact(a.volume), number_fact(b.volume)) +
                       agree(number_fact(a.page), number_fact(b.page));
    constexpr int kEnough = 3;  // a title in another language
    return others >= kEnough;
}

Clusters::Clusters(const sqlite::Database& database)
    : database_(database),
      reader_(database),
      counts_(database),
      merged_(database),
      set_work_(database.prepare("INSERT OR REPLACE INTO merged(id, work) VALUES(?,?)")),
      unset_work_(database.prepare("DELETE FROM merged WHERE id = ?")),
      abstracts_(database) {}

void Clusters::share_title(const std::vector<RecordId>& ids) {
    std::map<std::string, RecordId> seen;
    for (const RecordId id : ids) {  // in order: the first of two that are equal stays
        Say say;
        constexpr std::size_t kMostKept = 20'000;  // of "Editorial" there may be more
        if (seen.size() >= kMostKept || !reader_.read(id, say)) {
            continue;
        }
        if (const auto [first, is_new] = seen.try_emplace(whole_text(say), id); !is_new) {
            dropped_.try_emplace(id, first->second);
        }
    }
}

void Clusters::share_identifier(const std::vector<RecordId>& ids) {
    // So many rows under one identifier are no work but a slip repeated; comparing all of them would be
    // quadratic.
    constexpr std::size_t kMostCompared = 64;
    std::vector<std::pair<RecordId, Say>> rows;
    for (const RecordId id : ids) {
        Say say;
        if (rows.size() < kMostCompared && reader_.read(id, say)) {
            rows.emplace_back(id, std::move(say));
        }
    }
    const auto replaces = [](const Say& later, const Say& earlier) {
        const bool pubmed = agree(later.item.PMID, earlier.item.PMID) && later.source == Source::pubmed;
        const bool other = agree(later.item.DOI, earlier.item.DOI) && later.source != Source::pubmed;
        return later.source == earlier.source && later.revision > earlier.revision && (pubmed || other);
    };
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = a + 1; b < rows.size(); ++b) {
            if (replaces(rows[a].second, rows[b].second) || rows[a].second == rows[b].second) {
                dropped_.try_emplace(rows[b].first, rows[a].first);
            } else if (replaces(rows[b].second, rows[a].second)) {
                dropped_.try_emplace(rows[a].first, rows[b].first);
            } else if (may_be_one_work(rows[a].second.item, rows[b].second.item)) {
                edges_.emplace_back(rows[a].first, rows[b].first);
            }
        }
    }
}

void Clusters::count_work(RecordId id, std::int64_t by) {
    Say say;
    if (reader_.read(id, say)) {
        counts_.count_work(filing_of(say, journal_fact(say.item)), by);
    }
}

void Clusters::join(RecordId a, RecordId b) {
    const RecordId into = std::min(merged_.work_of(a), merged_.work_of(b));
    const RecordId from = std::max(merged_.work_of(a), merged_.work_of(b));
    if (into == from) {
        return;
    }
    for (const RecordId id : merged_.rows_of(from)) {
        set_work_.bind(id, into).run();
    }
    count_work(from, -1);
}

/// The row that stays where `id` goes: of three revisions the middle one goes too.
RecordId Clusters::heir_of(RecordId id) const {
    for (auto next = dropped_.find(id); next != dropped_.end(); next = dropped_.find(id)) {
        id = next->second;
    }
    return id;
}

void Clusters::drop_deleted() {
    auto query = database_.prepare(
        "SELECT s.id FROM deleted d, key k, say s WHERE k.h = ? AND s.id = k.id AND s.source = ? "
        "AND d.pmid = ? AND s.pmid = d.pmid");
    auto all = database_.prepare("SELECT pmid FROM deleted");
    while (all.step()) {
        const Key key = identifier_key(bib::Field::PMID, std::to_string(all.integer(0)));
        query.bind(static_cast<std::int64_t>(key), static_cast<int>(Source::pubmed), all.integer(0));
        while (query.step()) {
            dropped_[query.integer(0)] = 0;
        }
    }
}

/// Takes one row out of every table. Its cluster is dissolved first, and the rest of it joined anew: the row
/// may have been the link that held it together.
void Clusters::drop(RecordId id) {
    Say say;
    if (!reader_.read(id, say)) {
        return;
    }
    const RecordId work = merged_.work_of(id);
    const auto members = merged_.rows_of(work);
    for (const RecordId member : members) {
        if (member != work) {
            unset_work_.bind(member).run();
            count_work(member, 1);
        }
    }
    std::vector<RecordId> rest;
    std::ranges::copy_if(members, std::back_inserter(rest), [&](RecordId one) { return one != id; });
    for (std::size_t a = 0; a < rest.size(); ++a) {
        for (std::size_t b = a + 1; b < rest.size(); ++b) {
            edges_.emplace_back(rest[a], rest[b]);
        }
    }
    const Filing filing = filing_of(say, journal_fact(say.item));
    counts_.count_words(filing, -1);
    counts_.count_work(filing, -1);
    auto unkey = database_.prepare("DELETE FROM key WHERE h = ? AND id = ?");
    for (const auto& [key, role] : filing.keys) {
        unkey.bind(static_cast<std::int64_t>(key), id).run();
    }
    database_.prepare("INSERT INTO title(title, rowid, words) VALUES('delete', ?, ?)")
        .bind(id, filing.words)
        .run();
    abstracts_.hand_over(id, say.item.title, heir_of(id));
    database_.prepare("DELETE FROM say WHERE id = ?").bind(id).run();
}

void Clusters::apply() {
    drop_deleted();
    for (const auto& dropped : dropped_) {
        drop(dropped.first);
    }
    const auto shares_identifier = [](const bib::Item& a, const bib::Item& b) {
        return agree(a.DOI, b.DOI) || agree(a.PMID, b.PMID) || agree(a.PMCID, b.PMCID);
    };
    for (const auto& [a, b] : edges_) {
        Say first;
        Say second;
        if (reader_.read(a, first) && reader_.read(b, second) && shares_identifier(first.item, second.item) &&
            may_be_one_work(first.item, second.item)) {
            join(a, b);
        }
    }
    counts_.write();
}

}  // namespace whereof::authority
