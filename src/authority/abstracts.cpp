// SPDX-License-Identifier: MIT
#include "authority/abstracts.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::int64_t kRowsATransaction = 100'000;  // FTS5 makes a segment of each commit
/// Rows that are looked at for one question: 50 ms of them. Terms in more are left to the rarer ones.
constexpr std::int64_t kMostLookedAt = 400'000;

std::int64_t number_of(const sqlite::Database& database, std::string_view query) {
    auto statement = database.prepare(query);
    return statement.step() ? statement.integer(0) : 0;
}

}  // namespace

std::string RowTerms::of(std::string_view title, std::string_view abstract) {
    constexpr std::size_t kMostWordsKept = 1'000'000;
    if (reader_.word_count() > kMostWordsKept) {
        reader_.forget();
    }
    words_.clear();
    reader_.read(title, words_);
    reader_.read(abstract, words_);
    std::ranges::sort(words_, {}, &text::TermWord::term);
    std::string out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::string& term = reader_.term(words_[i].term);
        if ((i == 0 || words_[i].term != words_[i - 1].term) && !text::is_stop_term(term)) {
            (out += out.empty() ? "" : " ") += term;
        }
    }
    return out;
}

AbstractWriter::AbstractWriter(const sqlite::Database& database)
    : database_(database),
      insert_(database.prepare("INSERT OR IGNORE INTO abstract(id, text) VALUES(?,?)")),
      find_(database.prepare("SELECT text, filed FROM abstract WHERE id = ?")),
      remove_(database.prepare("DELETE FROM abstract WHERE id = ?")) {}

void AbstractWriter::put(RecordId id, std::string_view abstract) {
    if (!abstract.empty()) {
        insert_.bind(id, text::first_words(abstract, kLongestAbstract)).run();
    }
}

void AbstractWriter::hand_over(RecordId id, std::string_view title, RecordId heir) {
    find_.bind(id);
    if (!find_.step()) {
        find_.reset();
        return;
    }
    const std::string abstract(find_.text(0));
    const bool filed = find_.integer(1) != 0;
    find_.reset();
    if (filed) {
        database_.prepare("INSERT INTO abstract_words(abstract_words, rowid, words) VALUES('delete', ?, ?)")
            .bind(id, words_.of(title, abstract))
            .run();
    }
    remove_.bind(id).run();
    if (heir != 0) {
        put(heir, abstract);
    }
}

void AbstractWriter::drop_after(RecordId last) {
    database_.prepare("DELETE FROM abstract WHERE id > ? AND filed = 0").bind(last).run();
}

void AbstractWriter::file(const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const std::int64_t all = number_of(database_, "SELECT count(*) FROM abstract WHERE filed = 0");
    if (all == 0) {
        return;
    }
    auto next = database_.prepare(
        "SELECT a.id, coalesce(s.title, ''), a.text FROM abstract a JOIN say s ON s.id = a.id "
        "WHERE a.filed = 0 AND a.id > ? ORDER BY a.id LIMIT ?");
    auto insert = database_.prepare("INSERT INTO abstract_words(rowid, words) VALUES(?,?)");
    auto mark = database_.prepare("UPDATE abstract SET filed = 1 WHERE id = ?");
    constexpr std::int64_t kRowsABatch = 1'000;
    RecordId after = 0;
    std::int64_t done = 0;
    for (bool more = true; more;) {
        sqlite::Transaction transaction(database_);
        for (std::int64_t filed = 0; more && filed < kRowsATransaction; filed += kRowsABatch) {
            std::vector<std::pair<RecordId, std::string>> batch;
            next.bind(after, kRowsABatch);
            while (next.step()) {
                batch.emplace_back(next.integer(0), words_.of(next.text(1), next.text(2)));
            }
            next.reset();
            for (const auto& [id, words] : batch) {
                insert.bind(id, words).run();
                mark.bind(id).run();
                after = id;
            }
            done += static_cast<std::int64_t>(batch.size());
            more = !batch.empty();
            if (progress) {
                progress(done, all);
            }
        }
        transaction.commit();
    }
    if (2 * all > count()) {
        database_.execute("INSERT INTO abstract_words(abstract_words) VALUES('optimize')");
    }
}

std::int64_t AbstractWriter::count() const {
    return number_of(database_, "SELECT count(*) FROM abstract WHERE filed = 1");
}

AbstractReader::AbstractReader(const sqlite::Database& database, std::int64_t count)
    : total_(static_cast<double>(count)),
      frequency_(database.prepare("SELECT doc FROM abstract_vocabulary WHERE term = ?")),
      matches_(database.prepare(
          "SELECT rowid FROM abstract_words WHERE abstract_words MATCH ? AND rowid <= ? LIMIT ?")),
      find_(database.prepare("SELECT text FROM abstract WHERE id = ?")) {}

std::vector<RecordId> AbstractReader::about(std::span<const std::string> terms, RecordId last,
                                            std::size_t limit) {
    std::vector<std::pair<std::int64_t, std::string_view>> by_frequency;
    for (const std::string& term : terms) {
        frequency_.bind(term);
        if (frequency_.step()) {
            by_frequency.emplace_back(frequency_.integer(0), term);
        }
        frequency_.reset();
    }
    std::ranges::sort(by_frequency);
    by_frequency.erase(std::unique(by_frequency.begin(), by_frequency.end()), by_frequency.end());
    std::unordered_map<RecordId, double> scores;
    std::int64_t looked_at = 0;
    for (const auto& [frequency, term] : by_frequency) {
        looked_at += frequency;
        if (looked_at > kMostLookedAt && !scores.empty()) {
            break;
        }
        const double weight = std::log1p(total_ / static_cast<double>(std::max<std::int64_t>(frequency, 1)));
        matches_.bind(fmt::format("\"{}\"", term), last, kMostLookedAt);
        while (matches_.step()) {
            scores[matches_.integer(0)] += weight;
        }
        matches_.reset();
    }
    std::vector<std::pair<double, RecordId>> best;
    best.reserve(scores.size());
    for (const auto& [id, score] : scores) {
        best.emplace_back(-score, id);
    }
    const std::size_t wanted = std::min(limit, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(wanted), best.end());
    std::vector<RecordId> out;
    for (std::size_t i = 0; i < wanted; ++i) {
        out.push_back(best[i].second);
    }
    return out;
}

std::string AbstractReader::abstract(RecordId id) {
    find_.bind(id);
    std::string out = find_.step() ? std::string(find_.text(0)) : std::string();
    find_.reset();
    return out;
}

}  // namespace whereof::authority
