// SPDX-License-Identifier: MIT
#include "store/sqlite_acceptances.hpp"

namespace whereof::store {
namespace {

constexpr auto* kPut =
    "INSERT OR REPLACE INTO accepted(fingerprint, rule, reason, accepted_on, text) "
    "VALUES(?1, ?2, ?3, coalesce(nullif(?4, ''), date('now')), ?5)";
constexpr auto* kSelectAll =
    "SELECT fingerprint, rule, reason, accepted_on, text FROM accepted ORDER BY accepted_on, text, rule";
constexpr auto* kRemove =
    "DELETE FROM accepted WHERE fingerprint = ?1 AND (?2 = '' OR rule = ?2) RETURNING rule";

}  // namespace

SqliteAcceptances::SqliteAcceptances(const sqlite::Database& database)
    : put_(database.prepare(kPut)),
      select_all_(database.prepare(kSelectAll)),
      remove_(database.prepare(kRemove)) {}

void SqliteAcceptances::put(const Acceptance& acceptance) {
    put_.bind(acceptance.fingerprint, acceptance.rule, acceptance.reason, acceptance.accepted_on,
              acceptance.text)
        .run();
}

std::vector<Acceptance> SqliteAcceptances::all() {
    std::vector<Acceptance> out;
    select_all_.bind();
    while (select_all_.step()) {
        out.push_back({std::string(select_all_.text(0)), std::string(select_all_.text(1)),
                       std::string(select_all_.text(2)), std::string(select_all_.text(4)),
                       std::string(select_all_.text(3))});
    }
    select_all_.reset();
    return out;
}

std::size_t SqliteAcceptances::remove(std::string_view fingerprint, std::string_view rule) {
    std::size_t out = 0;
    remove_.bind(fingerprint, rule);
    while (remove_.step()) {
        ++out;
    }
    remove_.reset();
    return out;
}

}  // namespace whereof::store
