// SPDX-License-Identifier: MIT
#include "authority/index_reader.hpp"

#include "authority/index_builder.hpp"
#include "authority/index_words.hpp"
#include "authority/keys.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

std::int64_t number_of(const std::string& text) { return text.empty() ? 0 : std::stoll(text); }

/// The same event told by two sources is one event: the first teller in this order keeps it.
int rank(std::string_view source) {
    if (source == "crossref") {
        return 0;
    }
    return source == "pubmed" ? 1 : 2;
}

void keep_each_once(std::vector<StatusEvent>& events) {
    std::ranges::sort(events, [](const StatusEvent& a, const StatusEvent& b) {
        return std::tuple(a.kind, a.notice_DOI, a.notice_PMID, rank(a.source), a.source, a.date) <
               std::tuple(b.kind, b.notice_DOI, b.notice_PMID, rank(b.source), b.source, b.date);
    });
    const auto same = [](const StatusEvent& a, const StatusEvent& b) {
        return std::tie(a.kind, a.notice_DOI, a.notice_PMID) == std::tie(b.kind, b.notice_DOI, b.notice_PMID);
    };
    events.erase(std::unique(events.begin(), events.end(), same), events.end());
    // "Retracted", without saying by what, adds nothing where a notice is known.
    const auto nameless = [](const StatusEvent& event) {
        return event.notice_DOI.empty() && event.notice_PMID.empty();
    };
    std::array<bool, 8> named{};
    for (const StatusEvent& event : events) {
        named[static_cast<std::size_t>(event.kind)] |= !nameless(event);
    }
    std::erase_if(events, [&](const StatusEvent& event) {
        return nameless(event) && named[static_cast<std::size_t>(event.kind)];
    });
}

}  // namespace

IndexReader::IndexReader(sqlite::Database database)
    : database_(std::move(database)),
      last_(number_of(read_meta(database_, "keyed"))),
      reader_(database_),
      begin_(database_.prepare("BEGIN")),
      commit_(database_.prepare("COMMIT")),
      by_key_(database_.prepare("SELECT coalesce(m.work, k.id) FROM key k LEFT JOIN merged m ON m.id = k.id "
                                "WHERE k.h = ? AND k.id <= ? ORDER BY k.id")),
      merged_(database_),
      matches_(database_.prepare("SELECT rowid FROM title WHERE title MATCH ? AND rowid <= ? LIMIT ?")),
      frequency_(database_.prepare("SELECT n FROM df WHERE h = ?")),
      events_(
          database_.prepare("SELECT kind, notice_doi, notice_pmid, date, source FROM event WHERE h = ?")) {
    const std::string name = read_meta(database_, "name");
    info_.name = name.empty() ? database_.path().filename().string() : name;
    info_.date = read_meta(database_, "imported");
    info_.records = number_of(read_meta(database_, "works"));
    info_.events = number_of(read_meta(database_, "events"));
    info_.abstracts = number_of(read_meta(database_, "abstracts"));
    if (info_.abstracts > 0) {
        abstracts_.emplace(database_, info_.abstracts);
    }
    info_.sample = read_meta(database_, "sample") == "1";
    info_.unfinished = read_meta(database_, "complete") != "1";
}

void IndexReader::begin_reading() {
    if (readings_ == 0) {
        begin_.run();
    }
    ++readings_;
}

void IndexReader::end_reading() noexcept {
    if (--readings_ > 0) {
        return;
    }
    try {
        commit_.run();
    } catch (const sqlite::DbError&) {
        // Nothing was written: closing the file ends the transaction too.
    }
}

std::vector<std::vector<RecordId>> IndexReader::by_keys(std::span<const Key> keys, std::size_t limit) {
    std::vector<std::vector<RecordId>> out(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) {
            continue;
        }
        by_key_.bind(static_cast<std::int64_t>(keys[i]), last_);
        while (out[i].size() < limit && by_key_.step()) {
            const RecordId id = by_key_.integer(0);
            if (std::ranges::find(out[i], id) == out[i].end()) {
                out[i].push_back(id);
            }
        }
        by_key_.reset();
        std::ranges::sort(out[i]);
    }
    return out;
}

std::vector<Record> IndexReader::records(std::span<const RecordId> ids) {
    std::vector<Record> out;
    for (const RecordId id : ids) {
        std::vector<Say> says;
        bool called_retracted = false;
        for (const RecordId row : merged_.rows_of(id)) {
            Say say;
            if (reader_.read(row, say)) {
                called_retracted |= (say.flags & kFlagRetractedTitle) != 0;
                says.push_back(std::move(say));
            }
        }
        if (says.empty()) {
            continue;
        }
        Record& record = out.emplace_back(merge_says(std::move(says)));
        record.id = id;
        std::ranges::move(events(record.item.DOI, record.item.PMID), std::back_inserter(record.events));
        keep_each_once(record.events);
        const auto is_retraction = [](const StatusEvent& event) {
            return event.kind == EventKind::retraction;
        };
        if (called_retracted && std::ranges::none_of(record.events, is_retraction)) {
            record.events.push_back({EventKind::retraction, "", "", "", record.sources.front()});
        }
    }
    return out;
}

std::vector<std::int64_t> IndexReader::document_frequencies(std::span<const std::string> words) {
    std::vector<std::int64_t> out;
    for (const std::string& word : words) {
        frequency_.bind(static_cast<std::int64_t>(text_hash(word)));
        out.push_back(frequency_.step() ? frequency_.integer(0) : 0);
        frequency_.reset();
    }
    return out;
}

std::vector<RecordId> IndexReader::candidates(std::span<const std::string> words, std::size_t limit) {
    constexpr std::int64_t kTooCommon = 50'000;  // time is the sum of the frequencies
    constexpr std::size_t kRarest = 6;  // measured: 97-99 % found with up to 25 % of the words mistyped
    const auto frequencies = document_frequencies(words);
    std::vector<std::pair<std::int64_t, std::string_view>> rare;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (frequencies[i] > 0 && frequencies[i] <= kTooCommon) {
            rare.emplace_back(frequencies[i], words[i]);
        }
    }
    std::ranges::sort(rare);
    rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
    rare.resize(std::min(rare.size(), kRarest));
    // Pair by pair, the rarest first: where there are more candidates than wanted, those that share most
    // pairs stay.
    std::unordered_map<RecordId, int> pairs;
    const std::size_t enough = 4 * limit;
    for (std::size_t b = 1; b < rare.size() && pairs.size() < enough; ++b) {
        for (std::size_t a = 0; a < b && pairs.size() < enough; ++a) {
            matches_.bind(fmt::format("\"{}\" AND \"{}\"", rare[a].second, rare[b].second), last_,
                          static_cast<std::int64_t>(enough));
            while (matches_.step()) {
                ++pairs[matches_.integer(0)];
            }
            matches_.reset();
        }
    }
    std::vector<std::pair<int, RecordId>> best;
    for (const auto& [id, count] : pairs) {
        best.emplace_back(-count, id);
    }
    std::ranges::sort(best);
    best.resize(std::min(best.size(), limit));
    std::vector<RecordId> out;
    std::unordered_set<RecordId> seen;
    for (const auto& [count, id] : best) {
        if (const auto work = merged_.work_of(id); seen.insert(work).second) {
            out.push_back(work);
        }
    }
    return out;
}

std::vector<RecordId> IndexReader::about(std::span<const std::string> terms, std::size_t limit) {
    std::vector<RecordId> out;
    if (abstracts_) {
        for (const RecordId id : abstracts_->about(terms, last_, limit)) {
            if (const RecordId work = merged_.work_of(id); std::ranges::find(out, work) == out.end()) {
                out.push_back(work);
            }
        }
    }
    return out;
}

std::vector<std::string> IndexReader::abstracts(std::span<const RecordId> ids) {
    std::vector<std::string> out(ids.size());
    for (std::size_t i = 0; abstracts_ && i < ids.size(); ++i) {
        for (const RecordId row : merged_.rows_of(ids[i])) {
            if (std::string one = abstracts_->abstract(row); one.size() > out[i].size()) {
                out[i] = std::move(one);
            }
        }
    }
    return out;
}

std::vector<YearCount> IndexReader::years(std::string_view journal_key) {
    // Asked for now and then: prepared when it is.
    auto query = database_.prepare(
        journal_key.empty() ? "SELECT year, sum(n), 0 FROM coverage WHERE n > 0 GROUP BY year"
                            : "SELECT year, sum(n), count(*) FILTER (WHERE volume <> 0) FROM coverage "
                              "WHERE journal = ? AND n > 0 GROUP BY year");
    if (!journal_key.empty()) {
        query.bind(static_cast<std::int64_t>(text_hash(journal_key)));
    }
    std::vector<YearCount> out;
    while (query.step()) {
        out.push_back({static_cast<int>(query.integer(0)), query.integer(1), query.integer(2)});
    }
    return out;
}

std::vector<SourceFile> IndexReader::source_files() {
    auto query = database_.prepare(
        "SELECT name, kind, records, skipped, imported FROM file ORDER BY imported DESC, last_say DESC, "
        "name");
    std::vector<SourceFile> out;
    while (query.step()) {
        out.push_back({std::string(query.text(0)), std::string(query.text(1)), query.integer(2),
                       query.integer(3), std::string(query.text(4))});
    }
    return out;
}

void IndexReader::append_events(Key key, std::vector<StatusEvent>& out) {
    if (key == 0) {
        return;
    }
    events_.bind(static_cast<std::int64_t>(key));
    while (events_.step()) {
        if (events_.integer(0) > static_cast<int>(EventKind::replacement)) {
            continue;  // a damaged file
        }
        StatusEvent& event = out.emplace_back();
        event.kind = static_cast<EventKind>(events_.integer(0));
        event.notice_DOI = events_.text(1);
        event.notice_PMID = events_.text(2);
        event.date = events_.text(3);
        event.source = events_.text(4);
    }
    events_.reset();
}

std::vector<StatusEvent> IndexReader::events(std::string_view DOI, std::string_view PMID) {
    std::vector<StatusEvent> out;
    append_events(identifier_key(bib::Field::DOI, DOI), out);
    append_events(identifier_key(bib::Field::PMID, PMID), out);
    keep_each_once(out);
    return out;
}

}  // namespace whereof::authority
