// SPDX-License-Identifier: MIT
#include "authority/say_rows.hpp"

#include "authority/index_words.hpp"
#include "authority/say_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO say(id, source, revision, flags, type, title, author, container, issued, epub, volume, "
    "issue, page, doi, "
    "pmid, pmcid, rest) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr std::string_view kSelect =
    "SELECT s.id, s.source, s.revision, s.flags, s.type, s.title, s.author, s.issued, s.epub, s.volume, "
    "s.issue, "
    "s.page, s.doi, s.pmid, s.pmcid, s.rest, c.title, c.short, c.issn, c.publisher, c.id "
    "FROM say s LEFT JOIN container c ON c.id = s.container ";

std::optional<std::string_view> text_or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}
std::optional<std::int64_t> number_or_null(std::int64_t number) {
    return number == 0 ? std::nullopt : std::optional(number);
}
/// The number that `digits` is, NULL when it is none.
std::optional<std::int64_t> digits_or_null(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number <= 0) {
        return std::nullopt;
    }
    return number;
}
std::string_view without_pmc(std::string_view pmcid) {
    return pmcid.substr(pmcid.starts_with("PMC") ? 3 : 0);
}

enum class Authors : std::uint8_t { all, first };

void fill(const sqlite::Statement& row, Authors authors, Say& say) {
    say = Say();
    say.source = row.integer(1) <= static_cast<int>(Source::retraction_watch)
                     ? static_cast<Source>(row.integer(1))
                     : Source::csl;
    say.revision = row.integer(2);
    say.flags = static_cast<std::uint32_t>(row.integer(3));
    say.item.type = row.integer(4) <= static_cast<int>(bib::ItemType::webpage)
                        ? static_cast<bib::ItemType>(row.integer(4))
                        : bib::ItemType::document;
    say.item.title = row.text(5);
    say.item.author = authors == Authors::all ? decode_names(row.text(6)) : decode_first_name(row.text(6));
    decode_date(row.integer(7), say.item.issued);
    decode_date(row.integer(8), say.item.epub);
    say.item.volume = row.text(9);
    say.item.issue = row.text(10);
    say.item.page = row.text(11);
    say.item.DOI = row.text(12);
    if (!row.is_null(13)) {
        say.item.PMID = std::to_string(row.integer(13));
    }
    if (!row.is_null(14)) {
        say.item.PMCID = fmt::format("PMC{}", row.integer(14));
    }
    decode_rest(row.text(15), say);
    say.item.container_title = row.text(16);
    say.item.container_title_short = row.text(17);
    say.item.ISSN = row.text(18);
    say.item.publisher = row.text(19);
}

}  // namespace

SayWriter::SayWriter(const sqlite::Database& database, std::int64_t first_id)
    : insert_(database.prepare(kInsert)),
      insert_container_(
          database.prepare("INSERT INTO container(h, title, short, issn, publisher) VALUES(?,?,?,?,?)")),
      find_container_(database.prepare("SELECT id FROM container WHERE h = ?")),
      database_(database),
      next_id_(first_id) {}

std::int64_t SayWriter::container_of(const bib::Item& item) {
    if (item.container_title.empty() && item.container_title_short.empty() && item.ISSN.empty() &&
        item.publisher.empty()) {
        return 0;
    }
    const std::string all = item.container_title + '\x1f' + item.container_title_short + '\x1f' + item.ISSN +
                            '\x1f' + item.publisher;
    const Key hash = text_hash(all);
    const auto known = containers_.find(hash);
    if (known != containers_.end()) {
        return known->second;
    }
    constexpr std::size_t kMostKept = 500'000;  // about 20 MB
    if (containers_.size() >= kMostKept) {
        containers_.clear();
    }
    const auto stored = static_cast<std::int64_t>(hash);
    std::int64_t id = 0;
    find_container_.bind(stored);
    if (find_container_.step()) {
        id = find_container_.integer(0);
    } else {
        insert_container_
            .bind(stored, item.container_title, text_or_null(item.container_title_short),
                  text_or_null(item.ISSN), text_or_null(item.publisher))
            .run();
        id = database_.last_insert_rowid();
    }
    find_container_.reset();
    containers_.emplace(hash, id);
    return id;
}

void SayWriter::append(const Say& say) {
    const bib::Item& item = say.item;
    const auto container = number_or_null(container_of(item));
    insert_
        .bind(next_id_++, static_cast<int>(say.source), say.revision, static_cast<std::int64_t>(say.flags),
              static_cast<int>(item.type), text_or_null(item.title), text_or_null(encode_names(item.author)),
              container, number_or_null(encode_date(item.issued)), number_or_null(encode_date(item.epub)),
              text_or_null(item.volume), text_or_null(item.issue), text_or_null(item.page),
              text_or_null(item.DOI), digits_or_null(item.PMID), digits_or_null(without_pmc(item.PMCID)),
              text_or_null(encode_rest(say)))
        .run();
}

SayReader::SayReader(const sqlite::Database& database)
    : by_id_(database.prepare(std::string(kSelect) + "WHERE s.id = ?")),
      after_(database.prepare(std::string(kSelect) + "WHERE s.id > ? ORDER BY s.id LIMIT ?")) {}

bool SayReader::read(std::int64_t id, Say& say) {
    by_id_.bind(id);
    const bool found = by_id_.step();
    if (found) {
        fill(by_id_, Authors::all, say);
    }
    by_id_.reset();
    return found;
}

std::vector<SayReader::Row> SayReader::read_after(std::int64_t after, std::int64_t limit) {
    std::vector<Row> out;
    after_.bind(after, limit);
    while (after_.step()) {
        Row& row = out.emplace_back();
        row.id = after_.integer(0);
        row.container = after_.integer(20);
        fill(after_, Authors::first, row.say);
    }
    after_.reset();
    return out;
}

}  // namespace whereof::authority
