// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.hpp"
#include "store/sqlite_acceptances.hpp"
#include "store/sqlite_articles.hpp"
#include "store/sqlite_index.hpp"
#include "store/sqlite_references.hpp"
#include "store/sqlite_verdicts.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace whereof::store {

/// The store in one SQLite file.
class SqliteStore final : public Store {
  public:
    explicit SqliteStore(sqlite::Database database);

    using Store::put_article;
    PutOutcome put_article(std::string_view path, std::string_view sha256, const article::Article& article,
                           IfUnchanged if_unchanged) override;
    void begin_batch() override;
    void commit_batch() override;
    void abandon_batch() noexcept override;
    bool has_article(std::string_view path, std::string_view sha256) override;
    bool remove_article(std::string_view name) override;
    std::vector<ArticleSummary> articles() override;
    std::optional<ArticleSummary> find_article(std::string_view name) override;
    article::Article article(std::int64_t id) override;
    std::vector<StoredReference> references_of_work(std::int64_t work) override;
    CitationCounts citations_of_work(std::int64_t work) override;
    std::vector<StoredReference> references_of_article(std::int64_t article) override;
    std::optional<StoredReference> reference(std::int64_t id) override;
    std::vector<std::int64_t> works() override;
    std::optional<finding::Verdict> verdict(std::int64_t reference,
                                            std::string_view authority_state) override;
    void put_verdict(std::int64_t reference, std::string_view authority_state,
                     const finding::Verdict& verdict) override;
    std::optional<ToldVerdict> told_verdict(std::int64_t reference) override;
    void tell_verdict(std::int64_t reference, std::string_view authority_state,
                      const finding::Verdict& verdict) override;
    void accept(const Acceptance& acceptance) override;
    std::vector<Acceptance> acceptances() override;
    std::size_t forget_acceptances(std::string_view fingerprint, std::string_view rule) override;
    void begin_reading() override;
    void end_reading() noexcept override;
    Overview overview(std::size_t most) override;
    Index& index() override;
    std::vector<std::string> check_integrity() override;

  private:
    /// Runs `change` in a transaction of its own, or inside the batch as one that can be taken back alone.
    /// `takes_out`: it may remove an article.
    template <typename Change>
    auto in_transaction(bool takes_out, Change change);
    void commit_index(sqlite::Transaction& transaction);
    void commit_pending();
    void drop_pending() noexcept;
    PutOutcome put(std::string_view path, std::string_view sha256, const article::Article& article,
                   IfUnchanged if_unchanged);
    void remove(std::int64_t id);

    sqlite::Database database_;
    SqliteArticles articles_;
    SqliteReferences references_;
    SqliteVerdicts verdicts_;
    SqliteAcceptances acceptances_;
    SqliteIndex index_;
    bool in_batch_ = false;
    std::optional<sqlite::Transaction> batch_;  ///< open while the batch holds something uncommitted
    std::size_t batch_bytes_ = 0;
    std::optional<sqlite::Snapshot> snapshot_;  ///< open while anybody reads
    std::size_t readings_ = 0;
};

}  // namespace whereof::store
