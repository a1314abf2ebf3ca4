// SPDX-License-Identifier: MIT
#include "store/sqlite_references.hpp"

#include "store/codec.hpp"
#include "text/fold.hpp"

#include <bit>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <xxhash.h>

namespace whereof::store {
namespace {

constexpr auto* kInsert =
    "INSERT INTO references_(id, article, work, label, raw, type, author, title, container_title, year, doi, "
    "pmid, "
    "pmcid, parsed) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto* kFindKey = "SELECT work FROM work_keys WHERE key = ?";
constexpr auto* kInsertKey = "INSERT OR IGNORE INTO work_keys(key, work) VALUES(?, ?)";
constexpr auto* kInsertWork = "INSERT INTO works DEFAULT VALUES";
constexpr auto* kSelectArticle =
    "SELECT id, article, work, raw, label, parsed FROM references_ WHERE article = ? ORDER BY id";
constexpr auto* kSelectWork =
    "SELECT id, article, work, raw, label, parsed FROM references_ WHERE work = ? ORDER BY id";
constexpr auto* kSelectOne = "SELECT id, article, work, raw, label, parsed FROM references_ WHERE id = ?";

std::string_view first_author(const bib::Item& item) noexcept {
    if (item.author.empty()) {
        return {};
    }
    const bib::Name& name = item.author.front();
    return name.family.empty() ? std::string_view(name.literal) : std::string_view(name.family);
}

std::int64_t key_of(std::string_view kind, std::string_view value) {
    const std::string text = fmt::format("{}:{}", kind, value);
    return std::bit_cast<std::int64_t>(XXH3_64bits(text.data(), text.size()));
}

/// The keys under which a work is filed, surest first.
std::vector<std::int64_t> work_keys(const bib::Item& item) {
    std::vector<std::int64_t> out;
    if (!item.DOI.empty()) {
        out.push_back(key_of("doi", item.DOI));
    }
    if (!item.PMID.empty()) {
        out.push_back(key_of("pmid", item.PMID));
    }
    if (!item.PMCID.empty()) {
        out.push_back(key_of("pmcid", item.PMCID));
    }
    constexpr std::size_t kShortestTitle = 10;  // "Editorial", "Reply": the same words, other works
    if (const std::string title = text::fold_key(item.title); title.size() >= kShortestTitle) {
        out.push_back(key_of(
            "title", fmt::format("{}|{}|{}", title, item.issued.year, text::fold_key(first_author(item)))));
    }
    return out;
}

std::vector<StoredReference> read(sqlite::Statement& query) {
    std::vector<StoredReference> out;
    while (query.step()) {
        StoredReference reference;
        reference.id = query.integer(0);
        reference.article = query.integer(1);
        reference.index = static_cast<std::uint32_t>(reference.id - reference_id(reference.article, 0));
        reference.work = query.integer(2);
        reference.listed =
            unpack_reference(query.text(5), std::string(query.text(3)), std::string(query.text(4)));
        out.push_back(std::move(reference));
    }
    query.reset();
    return out;
}

}  // namespace

SqliteReferences::SqliteReferences(const sqlite::Database& database)
    : database_(database),
      insert_(database.prepare(kInsert)),
      find_key_(database.prepare(kFindKey)),
      insert_key_(database.prepare(kInsertKey)),
      insert_work_(database.prepare(kInsertWork)),
      select_article_(database.prepare(kSelectArticle)),
      select_work_(database.prepare(kSelectWork)),
      select_one_(database.prepare(kSelectOne)) {}

void SqliteReferences::file_keys(std::int64_t work, std::span<const std::int64_t> keys) {
    for (const std::int64_t key : keys) {
        insert_key_.bind(key, work).run();
    }
}

/// The work that the surest known key names, or a new one; keys not yet known are filed under it. So a
/// reference with a DOI that nobody else gives still finds the work of the same title, year and first author.
std::int64_t SqliteReferences::work_of(const bib::Item& item) {
    const std::vector<std::int64_t> keys = work_keys(item);
    std::optional<std::int64_t> work;
    for (std::size_t i = 0; i < keys.size() && !work; ++i) {
        find_key_.bind(keys[i]);
        if (find_key_.step()) {
            work = find_key_.integer(0);
        }
    }
    find_key_.reset();
    if (!work) {
        insert_work_.run();
        work = database_.last_insert_rowid();
    }
    file_keys(*work, keys);
    return *work;
}

void SqliteReferences::put(std::int64_t article, std::span<const article::ListedReference> references) {
    for (std::size_t i = 0; i < references.size(); ++i) {
        const bib::Reference& reference = references[i].reference;
        const bib::Item& item = reference.item;
        const std::string parsed = pack_reference(references[i]);
        insert_
            .bind(reference_id(article, static_cast<std::uint32_t>(i)), article, work_of(item),
                  reference.label, reference.raw, bib::csl_name(item.type), first_author(item), item.title,
                  item.container_title, item.issued.year, item.DOI, item.PMID, item.PMCID,
                  sqlite::Blob{parsed})
            .run();
    }
}

void SqliteReferences::remove(std::int64_t article) {
    std::vector<std::int64_t> works;
    auto query = database_.prepare("SELECT DISTINCT work FROM references_ WHERE article = ?");
    query.bind(article);
    while (query.step()) {
        works.push_back(query.integer(0));
    }
    database_.prepare("DELETE FROM references_ WHERE article = ?").bind(article).run();
    for (const std::int64_t work : works) {
        database_.prepare("DELETE FROM work_keys WHERE work = ?").bind(work).run();
        const auto left = of_work(work);
        for (const StoredReference& reference : left) {
            file_keys(work, work_keys(reference.listed.reference.item));
        }
        if (left.empty()) {
            database_.prepare("DELETE FROM works WHERE id = ?").bind(work).run();
        }
    }
}

std::vector<StoredReference> SqliteReferences::of_article(std::int64_t article) {
    return read(select_article_.bind(article));
}
std::vector<StoredReference> SqliteReferences::of_work(std::int64_t work) {
    return read(select_work_.bind(work));
}

CitationCounts SqliteReferences::citations(std::int64_t work) {
    auto query =
        database_.prepare("SELECT count(*), count(DISTINCT article) FROM references_ WHERE work = ?");
    query.bind(work);
    return query.step() ? CitationCounts{query.integer(0), query.integer(1)} : CitationCounts{};
}

std::optional<StoredReference> SqliteReferences::one(std::int64_t id) {
    auto found = read(select_one_.bind(id));
    if (found.empty()) {
        return std::nullopt;
    }
    return std::move(found.front());
}

std::vector<std::int64_t> SqliteReferences::works() {
    std::vector<std::int64_t> out;
    auto query = database_.prepare("SELECT id FROM works ORDER BY id");
    while (query.step()) {
        out.push_back(query.integer(0));
    }
    return out;
}

}  // namespace whereof::store
