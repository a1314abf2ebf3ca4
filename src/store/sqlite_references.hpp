// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace whereof::store {

/// References and the works that link them across articles. The caller holds the transaction.
class SqliteReferences {
  public:
    explicit SqliteReferences(const sqlite::Database& database);

    void put(std::int64_t article, std::span<const article::ListedReference> references);
    /// Takes an article's references out, and the works that nothing else means.
    void remove(std::int64_t article);

    std::vector<StoredReference> of_article(std::int64_t article);
    std::vector<StoredReference> of_work(std::int64_t work);
    CitationCounts citations(std::int64_t work);
    std::optional<StoredReference> one(std::int64_t id);
    std::vector<std::int64_t> works();

  private:
    std::int64_t work_of(const bib::Item& item);
    void file_keys(std::int64_t work, std::span<const std::int64_t> keys);

    const sqlite::Database& database_;
    sqlite::Statement insert_;
    sqlite::Statement find_key_;
    sqlite::Statement insert_key_;
    sqlite::Statement insert_work_;
    sqlite::Statement select_article_;
    sqlite::Statement select_work_;
    sqlite::Statement select_one_;
};

}  // namespace whereof::store
