// SPDX-License-Identifier: MIT
#include "authority/filing.hpp"

#include "authority/index_words.hpp"

#include <algorithm>

namespace whereof::authority {
namespace {

/// Identifiers that may prove two rows to mean one work. An ISBN is shared by the chapters of a book; a PII
/// and an arXiv number are not unique to one record.
constexpr bib::Field kProving[] = {bib::Field::DOI, bib::Field::PMID, bib::Field::PMCID};

/// The words of a title once each, in order, and their hashes.
void file_words(std::vector<std::string> words, Filing& out) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words) {
        if (!out.words.empty()) {
            out.words.push_back(' ');
        }
        out.words += word;
        out.word_hashes.push_back(text_hash(word));
    }
}

}  // namespace

Filing filing_of(const Say& say, std::string_view journal_fact) {
    Filing out;
    std::vector<std::string> words = title_words(say.item.title);
    std::vector<Key> keys;
    append_keys(say.item, journal_fact, words, keys);
    std::vector<Key> proving;
    for (const bib::Field field : kProving) {
        if (!say.item.text(field).empty()) {
            proving.push_back(identifier_key(field, say.item.text(field)));
        }
    }
    const Key title = proving.empty() ? whole_title_key(words) : 0;
    out.keys.reserve(keys.size());
    for (const Key key : keys) {
        const bool proves = std::ranges::find(proving, key) != proving.end();
        out.keys.emplace_back(key, proves ? KeyRole::work : key == title ? KeyRole::title : KeyRole::plain);
    }
    file_words(std::move(words), out);
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
    for (const Key word : filing.word_hashes) {
        words_[word] += by;
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
    std::vector<std::pair<Slot, std::int64_t>> slots(coverage_.begin(), coverage_.end());
    std::ranges::sort(slots);
    for (const auto& [slot, change] : slots) {
        change_coverage_
            .bind(static_cast<std::int64_t>(slot.journal), slot.year, static_cast<std::int64_t>(slot.volume),
                  change)
            .run();
    }
    words_.clear();
    coverage_.clear();
}

}  // namespace whereof::authority
