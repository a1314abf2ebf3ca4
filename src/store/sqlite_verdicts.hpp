// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whereof::store {

/// The design of the record that a verdict is on, by its publication types; unknown where they tell none.
bib::StudyDesign record_design(const finding::Verdict& verdict);

/// The verdicts kept of references. The caller holds the transaction where there is one.
class SqliteVerdicts {
  public:
    explicit SqliteVerdicts(const sqlite::Database& database);

    std::optional<finding::Verdict> of_state(std::int64_t reference, std::string_view authority_state);
    void put(std::int64_t reference, std::string_view authority_state, const finding::Verdict& verdict);

    std::optional<ToldVerdict> told(std::int64_t reference);
    /// The same as put(), and takes out what was kept of the reference under other states.
    void tell(std::int64_t reference, std::string_view authority_state, const finding::Verdict& verdict);

    struct Packed {
        std::string headline;
        std::string verdict;
    };
    /// What was told of an article's references, by their raw strings.
    using ByRaw = std::map<std::string, Packed, std::less<>>;
    ByRaw told_of_article(std::int64_t article);
    /// Files them under the article's new references that are the same strings.
    void carry_over(std::int64_t article, const ByRaw& told);

  private:
    const sqlite::Database& database_;
    sqlite::Statement select_;
    sqlite::Statement put_;
    sqlite::Statement select_told_;
    sqlite::Statement drop_others_;
    sqlite::Statement select_article_;
    sqlite::Statement select_raws_;
};

}  // namespace whereof::store
