// SPDX-License-Identifier: MIT
#include "authority/index_filing.hpp"

#include "authority/clusters.hpp"
#include "authority/index_builder.hpp"
#include "authority/index_words.hpp"
#include "authority/key_runs.hpp"
#include "authority/say_rows.hpp"
#include "authority/say_text.hpp"

#include <algorithm>

namespace whereof::authority {
namespace {

constexpr std::int64_t kRowsARead = 5'000;
constexpr std::int64_t kRowsATransaction = 100'000;  // FTS5 makes a segment of each commit
constexpr std::size_t kKeysATransaction = 2'000'000;

std::int64_t meta_number(const sqlite::Database& database, std::string_view name) {
    const std::string text = read_meta(database, name);
    return text.empty() ? 0 : std::stoll(text);
}

void set_meta(const sqlite::Database& database, std::string_view name, std::string_view value) {
    database.prepare("INSERT INTO meta VALUES(?,?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .bind(name, value)
        .run();
}

std::int64_t count(const sqlite::Database& database, std::string_view table) {
    auto query = database.prepare("SELECT count(*) FROM " + std::string(table));
    return query.step() ? query.integer(0) : 0;
}

/// Identifiers that may prove two rows to mean one work. An ISBN is shared by the chapters of a book, a PII
/// and an arXiv number are not unique to one record.
bool proves_work(Key key, const Say& say) {
    return key == identifier_key(bib::Field::DOI, say.item.DOI) ||
           key == identifier_key(bib::Field::PMID, say.item.PMID) ||
           key == identifier_key(bib::Field::PMCID, say.item.PMCID);
}

/// One pass over the rows to be filed: words and counts into the database, keys into `runs`.
class RowFiler {
  public:
    RowFiler(const sqlite::Database& database, KeyRuns& runs)
        : database_(database),
          runs_(runs),
          reader_(database),
          counts_(database),
          insert_words_(database.prepare("INSERT INTO title(rowid, words) VALUES(?,?)")),
          indexed_(meta_number(database, "indexed")) {}

    void file(const std::function<void(std::int64_t, std::int64_t)>& progress) {
        std::int64_t after = meta_number(database_, "keyed");
        const std::int64_t first = after;
        const std::int64_t last = meta_number(database_, "last_say");
        while (true) {
            sqlite::Transaction transaction(database_);
            std::int64_t filed = 0;
            bool more = true;
            while (more && filed < kRowsATransaction) {
                const auto rows = reader_.read_after(after, kRowsARead);
                more = !rows.empty();
                for (const auto& row : rows) {
                    file_row(row);
                    after = row.id;
                }
                filed += static_cast<std::int64_t>(rows.size());
                if (progress) {
                    progress(after - first, last - first);
                }
            }
            counts_.write();
            indexed_ = std::max(indexed_, after);
            set_meta(database_, "indexed", std::to_string(indexed_));
            transaction.commit();
            if (!more) {
                return;
            }
        }
    }

  private:
    void file_row(const SayReader::Row& row) {
        const Filing filing = filing_of(row.say, journal_of(row));
        for (const Key key : filing.keys) {
            runs_.add({key, row.id, proves_work(key, row.say) ? KeyRole::work : KeyRole::plain});
        }
        runs_.add({filing.identity, row.id, KeyRole::identity});
        if (row.id > indexed_) {
            insert_words_.bind(row.id, words_text(filing.words)).run();
            counts_.count_words(filing, 1);
            counts_.count_work(filing, 1);
        }
    }

    const std::string& journal_of(const SayReader::Row& row) {
        constexpr std::size_t kMostKept = 500'000;
        if (journals_.size() > kMostKept) {
            journals_.clear();
        }
        const auto [at, fresh] = journals_.try_emplace(row.container);
        if (fresh && row.container != 0) {
            at->second = journal_fact(row.say.item);
        }
        return at->second;
    }

    const sqlite::Database& database_;
    KeyRuns& runs_;
    SayReader reader_;
    CountChanges counts_;
    sqlite::Statement insert_words_;
    std::int64_t indexed_;
    std::unordered_map<std::int64_t, std::string> journals_;  ///< by container
};

/// Writes the sorted keys; hands rows that share an identity or an identifier to `clusters`.
class KeyLoader {
  public:
    KeyLoader(const sqlite::Database& database, Clusters& clusters)
        : database_(database),
          clusters_(clusters),
          insert_(database.prepare("INSERT OR IGNORE INTO key VALUES(?,?)")),
          held_(database.prepare("SELECT id FROM key WHERE h = ?")),
          extends_(database.prepare("SELECT 1 FROM key LIMIT 1").step()) {}

    void load(KeyRuns& runs) {
        auto transaction = std::make_unique<sqlite::Transaction>(database_);
        KeyEntry entry;
        std::size_t written = 0;
        while (runs.next(entry)) {
            if (entry.key != group_.key) {
                end_group();
                group_ = entry;
            }
            ids_.push_back(entry.id);
            insert_.bind(static_cast<std::int64_t>(entry.key), entry.id);
            insert_.run();
            if (++written % kKeysATransaction == 0) {
                transaction->commit();
                transaction.reset();
                transaction = std::make_unique<sqlite::Transaction>(database_);
            }
        }
        end_group();
        transaction->commit();
    }

  private:
    void end_group() {
        if (group_.role != KeyRole::plain && (extends_ || ids_.size() > 1)) {
            if (extends_) {
                held_.bind(static_cast<std::int64_t>(group_.key));
                while (held_.step()) {
                    ids_.push_back(held_.integer(0));
                }
                held_.reset();
            }
            std::ranges::sort(ids_);
            ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
            if (ids_.size() > 1 && group_.role == KeyRole::identity) {
                clusters_.same(ids_);
            } else if (ids_.size() > 1) {
                clusters_.share_identifier(ids_);
            }
        }
        ids_.clear();
    }

    const sqlite::Database& database_;
    Clusters& clusters_;
    sqlite::Statement insert_;
    sqlite::Statement held_;
    bool extends_;
    KeyEntry group_;
    std::vector<RecordId> ids_;
};

}  // namespace

std::string words_text(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) {
            out.push_back(' ');
        }
        out += word;
    }
    return out;
}

Filing filing_of(const Say& say, std::string_view journal_fact) {
    Filing out;
    out.words = title_words(say.item.title);
    append_keys(say.item, journal_fact, out.words, out.keys);
    std::ranges::sort(out.words);
    out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
    std::string all = std::to_string(static_cast<int>(say.source)) + '\x1f' + std::to_string(say.revision);
    for (const bib::Field field : {bib::Field::title, bib::Field::container_title, bib::Field::volume,
                                   bib::Field::issue, bib::Field::page, bib::Field::DOI, bib::Field::PMID,
                                   bib::Field::PMCID, bib::Field::ISSN, bib::Field::publisher}) {
        all += '\x1f' + say.item.text(field);
    }
    all += '\x1f' + encode_names(say.item.author) + '\x1f' + say.item.container_title_short + '\x1f' +
           std::to_string(encode_date(say.item.issued)) + '\x1f' +
           std::to_string(encode_date(say.item.epub)) + '\x1f' + std::to_string(say.flags) + '\x1f' +
           std::to_string(static_cast<int>(say.item.type)) + '\x1f' + encode_rest(say);
    out.identity = text_hash(all);
    if (!journal_fact.empty()) {
        out.journal = text_hash(journal_fact);
        out.year = say.item.issued.year;
        const std::string volume = number_fact(say.item.volume);
        out.volume = volume.empty() ? 0 : text_hash(volume);
    }
    return out;
}

CountChanges::CountChanges(const sqlite::Database& database)
    : change_word_(
          database.prepare("INSERT INTO df(h, n) VALUES(?,?) ON CONFLICT DO UPDATE SET n = n + excluded.n")),
      change_coverage_(database.prepare("INSERT INTO coverage(journal, year, volume, n) VALUES(?,?,?,?) "
                                        "ON CONFLICT DO UPDATE SET n = n + excluded.n")) {}

void CountChanges::count_words(const Filing& filing, std::int64_t by) {
    for (const std::string& word : filing.words) {
        words_[text_hash(word)] += by;
    }
}

void CountChanges::count_work(const Filing& filing, std::int64_t by) {
    if (filing.journal != 0) {
        coverage_[{filing.journal, filing.year, filing.volume}] += by;
    }
}

void CountChanges::write() {
    std::vector<std::pair<Key, std::int64_t>> words(words_.begin(), words_.end());
    std::ranges::sort(words);
    for (const auto& [hash, change] : words) {
        change_word_.bind(static_cast<std::int64_t>(hash), change).run();
    }
    for (const auto& [slot, change] : coverage_) {
        change_coverage_
            .bind(static_cast<std::int64_t>(slot.journal), slot.year, static_cast<std::int64_t>(slot.volume),
                  change)
            .run();
    }
    words_.clear();
    coverage_.clear();
}

void file_rows(const sqlite::Database& database,
               const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const bool in_memory = database.path().empty();
    KeyRuns runs(in_memory ? std::filesystem::path()
                           : std::filesystem::absolute(database.path()).parent_path());
    Clusters clusters(database);
    RowFiler(database, runs).file(progress);
    KeyLoader(database, clusters).load(runs);
    sqlite::Transaction transaction(database);
    clusters.apply();
    set_meta(database, "keyed", std::to_string(meta_number(database, "indexed")));
    set_meta(database, "works", std::to_string(count(database, "say") - count(database, "merged")));
    set_meta(database, "events", std::to_string(count(database, "event")));
    set_meta(database, "complete", "1");
    transaction.commit();
}

}  // namespace whereof::authority
