// SPDX-License-Identifier: MIT
#pragma once

#include "authority/import.hpp"
#include "authority/local_index.hpp"
#include "authority/say_text.hpp"
#include "sqlite/database.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace whereof::authority {

inline ImportReport import_into(const std::filesystem::path& index,
                                const std::vector<std::filesystem::path>& files) {
    ImportOptions options;
    options.date = "2026-01-02";
    return import_files(index, files, options);
}

/// A record as one line of text, without its id.
inline std::string told(const Record& record) {
    const auto item_text = [](const bib::Item& item) {
        return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", encode_names(item.author), item.title,
                           item.container_title, item.container_title_short, encode_date(item.issued),
                           encode_date(item.epub), item.volume, item.page, item.DOI, item.PMID, item.PMCID,
                           bib::csl_name(item.type));
    };
    std::string out = item_text(record.item);
    for (const bib::Item& variant : record.variants) {
        out += " ~ " + item_text(variant);
    }
    for (const std::string& source : record.sources) {
        out += " @" + source;
    }
    for (const StatusEvent& event : record.events) {
        out += fmt::format(" !{} {} {} {} {}", static_cast<int>(event.kind), event.notice_DOI,
                           event.notice_PMID, event.date, event.source);
    }
    return out + (record.authors_incomplete ? " incomplete" : "") +
           (record.is_retraction_notice ? " notice" : "");
}

/// Everything an index says, in an order of its own: its records, how many rows each of its tables has, and
/// what the counts amount to.
inline std::vector<std::string> contents(const std::filesystem::path& index) {
    std::vector<std::string> out;
    const auto authority = open_index(index);
    const sqlite::Database database(index, sqlite::OpenMode::read_only);
    auto works = database.prepare("SELECT id FROM say WHERE id NOT IN (SELECT id FROM merged)");
    while (works.step()) {
        for (const Record& record : authority->records(std::vector<RecordId>{works.integer(0)})) {
            out.push_back(told(record));
        }
    }
    std::ranges::sort(out);
    for (const char* sql :
         {"SELECT count(*) FROM say", "SELECT count(DISTINCT h) FROM key", "SELECT count(*) FROM key",
          "SELECT sum(n) FROM df", "SELECT count(*) FROM df WHERE n > 0", "SELECT sum(n) FROM coverage",
          "SELECT count(*) FROM event", "SELECT count(*) FROM merged",
          "SELECT value FROM meta WHERE name = 'works'"}) {
        auto query = database.prepare(sql);
        (void)query.step();
        out.push_back(fmt::format("{}: {}", sql, query.text(0)));
    }
    return out;
}

}  // namespace whereof::authority
