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

/// The verdicts kept of references. The caller holds the transaction where there is one.
class SqliteVerdicts {
  public:
    explicit SqliteVerdicts(const sqlite::Database& database);

    std::optional<finding::Verdict> of_state(std::int64_t reference, std::string_view authority_state);
    void put(std::int64_t reference, std::string_view authority_state, const finding::Verdict& verdict);

    std::optional<ToldVerdict> told(std::int64_t reference);
    /// The same as put(), and takes out what was kept of the reference under other states.
    void tell(std::int64_t reference, std::string_view authority_state, const finding::Verdict& verdict);

    /// What was told of an article's references, packed, by their raw strings.
    using ByRaw = std::map<std::string, std::pair<std::string, std::string>, std::less<>>;
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
