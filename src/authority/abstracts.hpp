// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "sqlite/database.hpp"
#include "text/terms.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// What is kept of an abstract: no journal allows as much.
inline constexpr std::size_t kLongestAbstract = std::size_t{20'000};

/// The terms of title and abstract together as the full-text table has them: each once, without stop terms.
class RowTerms {
  public:
    std::string of(std::string_view title, std::string_view abstract);

  private:
    text::TermReader reader_;
    std::vector<text::TermWord> words_;
};

/// Writes the abstracts of rows of `say`, and makes their words searchable. The caller holds the transaction
/// but for file(). Throws sqlite::DbError.
class AbstractWriter {
  public:
    explicit AbstractWriter(const sqlite::Database& database);

    /// Keeps whole words of the first kLongestAbstract bytes, whole code points where no blank divides them.
    void put(RecordId id, std::string_view abstract);

    /// Row `id`, which has this title, goes; the row that stays in its place gets the abstract unless it has
    /// one. `heir` 0: none stays.
    void hand_over(RecordId id, std::string_view title, RecordId heir);

    /// Those of rows after `last`, whose words are not filed yet, go.
    void drop_after(RecordId last);

    /// Files the words of the abstracts that are not filed yet; may be cut off and called again. `progress`
    /// hears how many of how many.
    void file(const std::function<void(std::int64_t, std::int64_t)>& progress);

    /// Of those whose words are filed.
    [[nodiscard]] std::int64_t count() const;

  private:
    const sqlite::Database& database_;
    sqlite::Statement insert_;
    sqlite::Statement find_;
    sqlite::Statement remove_;
    RowTerms words_;
};

/// Looks for words in titles and abstracts. Throws sqlite::DbError.
class AbstractReader {
  public:
    /// `database` has the tables of schema 2 with so many abstracts, and outlives the object.
    AbstractReader(const sqlite::Database& database, std::int64_t count);

    /// Rows up to `last` that have most of these terms (text::telling_terms) in title and abstract, by the
    /// sum of the terms' inverse frequencies, equal ones by id; at most `limit`. Each term counts once. The
    /// commonest terms are passed over when the others have rows enough to look at; of a term that is common
    /// and alone, the oldest rows are found.
    std::vector<RecordId> about(std::span<const std::string> terms, RecordId last, std::size_t limit);

    /// The abstract of a row; empty without one.
    std::string abstract(RecordId id);

  private:
    double total_;  ///< abstracts
    sqlite::Statement frequency_;
    sqlite::Statement matches_;
    sqlite::Statement find_;
};

}  // namespace whereof::authority
