// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace whereof::store {

/// Articles but for their references: text, sections, sentences, markers, claims. The caller holds the
/// transaction.
class SqliteArticles {
  public:
    explicit SqliteArticles(const sqlite::Database& database);

    /// Gives the new article's id: `id` itself where one is asked for.
    std::int64_t put(std::optional<std::int64_t> id, std::string_view path, std::string_view sha256,
                     const article::Article& article);
    void remove(std::int64_t id);

    /// Id and sha256 of the article of that path.
    struct Known {
        std::int64_t id = 0;
        std::string sha256;
    };
    std::optional<Known> known(std::string_view path);
    std::optional<ArticleSummary> find(std::string_view name);
    std::vector<ArticleSummary> all();
    /// Without its references; throws sqlite::DbError when there is none.
    article::Article load(std::int64_t id);
    std::uint64_t digest(std::int64_t id);

  private:
    void put_claim(std::int64_t id, std::size_t index, const article::Claim& claim);
    void load_text(std::int64_t id, article::Article& out);
    void load_claims(std::int64_t id, article::Article& out);

    const sqlite::Database& database_;
    sqlite::Statement insert_article_;
    sqlite::Statement insert_text_;
    sqlite::Statement insert_section_;
    sqlite::Statement insert_sentence_;
    sqlite::Statement insert_marker_;
    sqlite::Statement insert_claim_;
    sqlite::Statement insert_claim_reference_;
    sqlite::Statement insert_clause_;
    sqlite::Statement select_known_;
};

}  // namespace whereof::store
