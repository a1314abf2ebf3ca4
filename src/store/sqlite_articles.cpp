// SPDX-License-Identifier: MIT
#include "store/sqlite_articles.hpp"

#include "store/codec.hpp"

#include <bit>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace whereof::store {
namespace {

constexpr auto* kInsertArticle =
    "INSERT INTO articles(id, path, key, sha256, own_id, title, site, url, doi, date, language, format, "
    "references_count, markers_count, claims_count, digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?)";
constexpr auto* kInsertText =
    "INSERT INTO article_texts(article, anchors, warnings, text) VALUES(?, ?, ?, ?)";
constexpr auto* kInsertSection = "INSERT INTO sections(article, idx, heading, level) VALUES(?, ?, ?, ?)";
constexpr auto* kInsertSentence =
    "INSERT INTO sentences(article, idx, first, past, section, block) VALUES(?, ?, ?, ?, ?, ?)";
constexpr auto* kInsertMarker =
    "INSERT INTO markers(article, idx, kind, first, past, references_, dangling) VALUES(?, ?, ?, ?, ?, ?, ?)";
constexpr auto* kInsertClaim =
    "INSERT INTO claims(article, idx, sentence, text, markers, evidence, cited, comparisons) VALUES(?, ?, ?, "
    "?, ?, "
    "?, ?, ?)";
constexpr auto* kInsertClaimReference =
    "INSERT INTO claim_references(article, claim, position, reference) VALUES(?, ?, ?, ?)";
constexpr auto* kInsertClause =
    "INSERT INTO clauses(article, claim, idx, first, past, references_) VALUES(?, ?, ?, ?, ?, ?)";
constexpr auto* kSelectKnown = "SELECT id, sha256 FROM articles WHERE path = ?";
constexpr std::string_view kSummary =
    "SELECT id, path, key, title, format, sha256, references_count, markers_count, claims_count FROM "
    "articles ";

std::int64_t number(std::size_t value) noexcept { return static_cast<std::int64_t>(value); }

ArticleSummary read_summary(const sqlite::Statement& row) {
    ArticleSummary out;
    out.id = row.integer(0);
    out.path = row.text(1);
    out.key = row.text(2);
    out.title = row.text(3);
    out.format = row.text(4);
    out.sha256 = row.text(5);
    out.references = row.integer(6);
    out.markers = row.integer(7);
    out.claims = row.integer(8);
    return out;
}

Span read_span(const sqlite::Statement& row, int column) noexcept {
    return {static_cast<std::size_t>(row.integer(column)), static_cast<std::size_t>(row.integer(column + 1))};
}

}  // namespace

SqliteArticles::SqliteArticles(const sqlite::Database& database)
    : database_(database),
      insert_article_(database.prepare(kInsertArticle)),
      insert_text_(database.prepare(kInsertText)),
      insert_section_(database.prepare(kInsertSection)),
      insert_sentence_(database.prepare(kInsertSentence)),
      insert_marker_(database.prepare(kInsertMarker)),
      insert_claim_(database.prepare(kInsertClaim)),
      insert_claim_reference_(database.prepare(kInsertClaimReference)),
      insert_clause_(database.prepare(kInsertClause)),
      select_known_(database.prepare(kSelectKnown)) {}

std::int64_t SqliteArticles::put(std::optional<std::int64_t> wanted, std::string_view path,
                                 std::string_view sha256, const article::Article& article) {
    insert_article_
        .bind(wanted, path, article.id.empty() ? path : std::string_view(article.id), sha256, article.id,
              article.title, article.site, article.url, article.DOI, article.date, article.language,
              article.format, number(article.references.size()), number(article.markers.size()),
              number(article.claims.size()), std::bit_cast<std::int64_t>(digest_of(article)))
        .run();
    const std::int64_t id = database_.last_insert_rowid();
    const std::string anchors = pack_anchors(article.anchors);
    const std::string warnings = pack_texts(article.warnings);
    insert_text_.bind(id, sqlite::Blob{anchors}, sqlite::Blob{warnings}, article.text).run();
    for (std::size_t i = 0; i < article.sections.size(); ++i) {
        const article::Section& section = article.sections[i];
        insert_section_.bind(id, number(i), section.heading, std::int64_t{section.level}).run();
    }
    for (std::size_t i = 0; i < article.sentences.size(); ++i) {
        const article::Sentence& sentence = article.sentences[i];
        insert_sentence_
            .bind(id, number(i), number(sentence.span.begin), number(sentence.span.end),
                  std::int64_t{sentence.section}, static_cast<int>(sentence.block))
            .run();
    }
    for (std::size_t i = 0; i < article.markers.size(); ++i) {
        const article::Marker& marker = article.markers[i];
        const std::string dangling = pack_texts(marker.dangling);
        insert_marker_
            .bind(id, number(i), static_cast<int>(marker.kind), number(marker.span.begin),
                  number(marker.span.end), list_of_numbers(marker.references), sqlite::Blob{dangling})
            .run();
    }
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        put_claim(id, i, article.claims[i]);
    }
    return id;
}

void SqliteArticles::put_claim(std::int64_t id, std::size_t index, const article::Claim& claim) {
    const std::string comparisons = pack_comparisons(claim.comparisons);
    insert_claim_
        .bind(id, number(index), std::int64_t{claim.sentence}, claim.text, list_of_numbers(claim.markers),
              claim.evidence, claim.cited, sqlite::Blob{comparisons})
        .run();
    for (std::size_t i = 0; i < claim.references.size(); ++i) {
        insert_claim_reference_.bind(id, number(index), number(i), std::int64_t{claim.references[i]}).run();
    }
    for (std::size_t i = 0; i < claim.clauses.size(); ++i) {
        const article::Clause& clause = claim.clauses[i];
        insert_clause_
            .bind(id, number(index), number(i), number(clause.span.begin), number(clause.span.end),
                  list_of_numbers(clause.references))
            .run();
    }
}

void SqliteArticles::remove(std::int64_t id) {
    database_.prepare("DELETE FROM articles WHERE id = ?").bind(id).run();
}

std::optional<SqliteArticles::Known> SqliteArticles::known(std::string_view path) {
    select_known_.bind(path);
    std::optional<Known> out;
    if (select_known_.step()) {
        out = Known{select_known_.integer(0), std::string(select_known_.text(1))};
    }
    select_known_.reset();
    return out;
}

std::optional<ArticleSummary> SqliteArticles::find(std::string_view name) {
    auto query = database_.prepare(
        fmt::format("{} WHERE path = ?1 OR key = ?1 OR (id = CAST(?1 AS INTEGER) AND CAST(id AS TEXT) = ?1) "
                    "ORDER BY path = ?1 DESC, key = ?1 DESC, id LIMIT 1",
                    kSummary));
    query.bind(name);
    if (!query.step()) {
        return std::nullopt;
    }
    return read_summary(query);
}

std::vector<ArticleSummary> SqliteArticles::all() {
    auto query = database_.prepare(fmt::format("{} ORDER BY path", kSummary));
    std::vector<ArticleSummary> out;
    while (query.step()) {
        out.push_back(read_summary(query));
    }
    return out;
}

article::Article SqliteArticles::load(std::int64_t id) {
    article::Article out;
    load_text(id, out);
    auto sections = database_.prepare("SELECT heading, level FROM sections WHERE article = ? ORDER BY idx");
    sections.bind(id);
    while (sections.step()) {
        out.sections.push_back(
            {std::string(sections.text(0)), static_cast<std::uint32_t>(sections.integer(1))});
    }
    auto sentences =
        database_.prepare("SELECT first, past, section, block FROM sentences WHERE article = ? ORDER BY idx");
    sentences.bind(id);
    while (sentences.step()) {
        out.sentences.push_back({read_span(sentences, 0), static_cast<std::uint32_t>(sentences.integer(2)),
                                 static_cast<article::BlockKind>(sentences.integer(3))});
    }
    auto markers = database_.prepare(
        "SELECT kind, first, past, references_, dangling FROM markers WHERE article = ? ORDER BY idx");
    markers.bind(id);
    while (markers.step()) {
        out.markers.push_back({static_cast<article::MarkerKind>(markers.integer(0)), read_span(markers, 1),
                               numbers_of_list(markers.text(3)), unpack_texts(markers.text(4))});
    }
    load_claims(id, out);
    return out;
}

void SqliteArticles::load_text(std::int64_t id, article::Article& out) {
    auto query = database_.prepare(
        "SELECT own_id, title, site, url, doi, date, language, format, text, anchors, warnings FROM articles "
        "JOIN "
        "article_texts ON article = id WHERE id = ?");
    query.bind(id);
    if (!query.step()) {
        throw sqlite::DbError(fmt::format("{} has no article {}", database_.path().string(), id), 0);
    }
    int column = 0;
    for (std::string* field : {&out.id, &out.title, &out.site, &out.url, &out.DOI, &out.date, &out.language,
                               &out.format, &out.text}) {
        *field = query.text(column++);
    }
    out.anchors = unpack_anchors(query.text(9));
    out.warnings = unpack_texts(query.text(10));
}

void SqliteArticles::load_claims(std::int64_t id, article::Article& out) {
    auto claims = database_.prepare(
        "SELECT sentence, text, markers, evidence, cited, comparisons, comparisons IS NULL FROM claims WHERE "
        "article = ? "
        "ORDER BY idx");
    claims.bind(id);
    while (claims.step()) {
        article::Claim claim;
        claim.sentence = static_cast<std::uint32_t>(claims.integer(0));
        claim.text = claims.text(1);
        claim.markers = numbers_of_list(claims.text(2));
        claim.evidence = claims.text(3);
        claim.cited = claims.integer(4) != 0;
        claim.comparisons =
            claims.integer(6) != 0 ? claim::find_comparisons(claim.text) : unpack_comparisons(claims.text(5));
        out.claims.push_back(std::move(claim));
    }
    auto references = database_.prepare(
        "SELECT claim, reference FROM claim_references WHERE article = ? ORDER BY claim, position");
    references.bind(id);
    while (references.step()) {
        out.claims.at(static_cast<std::size_t>(references.integer(0)))
            .references.push_back(static_cast<std::uint32_t>(references.integer(1)));
    }
    auto clauses = database_.prepare(
        "SELECT claim, first, past, references_ FROM clauses WHERE article = ? ORDER BY claim, idx");
    clauses.bind(id);
    while (clauses.step()) {
        out.claims.at(static_cast<std::size_t>(clauses.integer(0)))
            .clauses.push_back({read_span(clauses, 1), numbers_of_list(clauses.text(3))});
    }
}

std::uint64_t SqliteArticles::digest(std::int64_t id) {
    auto query = database_.prepare("SELECT digest FROM articles WHERE id = ?");
    query.bind(id);
    return query.step() ? std::bit_cast<std::uint64_t>(query.integer(0)) : 0;
}

}  // namespace whereof::store
