// SPDX-License-Identifier: MIT
#include "store/sqlite_verdicts.hpp"

#include "store/codec.hpp"

#include <utility>
#include <vector>

namespace whereof::store {
namespace {

constexpr auto* kSelect = "SELECT verdict FROM verdicts WHERE reference = ? AND authority_state = ?";
// What was told stays told when the same state is asked again.
constexpr auto* kPut =
    "INSERT OR REPLACE INTO verdicts(reference, authority_state, headline, verdict, told, design) "
    "VALUES(?1, ?2, ?3, ?4, max(?5, coalesce((SELECT told FROM verdicts WHERE reference = ?1 AND "
    "authority_state = ?2), 0)), ?6)";
constexpr auto* kSelectTold =
    "SELECT authority_state, verdict FROM verdicts WHERE reference = ? AND told = 1 ORDER BY id DESC LIMIT 1";
constexpr auto* kDropOthers = "DELETE FROM verdicts WHERE reference = ? AND authority_state <> ?";
constexpr auto* kSelectArticle =
    "SELECT r.raw, v.headline, v.verdict FROM references_ r JOIN verdicts v ON v.reference = r.id "
    "WHERE r.article = ? AND v.told = 1 ORDER BY v.id";
constexpr auto* kSelectRaws = "SELECT id, raw FROM references_ WHERE article = ? ORDER BY id";

std::string_view kept_design(const finding::Verdict& verdict) {
    const bib::StudyDesign design = record_design(verdict);
    return design == bib::StudyDesign::unknown ? std::string_view() : bib::name(design);
}

}  // namespace

bib::StudyDesign record_design(const finding::Verdict& verdict) {
    if (!verdict.record || verdict.publication_types.empty()) {
        return bib::StudyDesign::unknown;
    }
    const bib::NamedDesign named = bib::study_design(*verdict.record, verdict.publication_types);
    return named.from_record ? named.design : bib::StudyDesign::unknown;
}

SqliteVerdicts::SqliteVerdicts(const sqlite::Database& database)
    : database_(database),
      select_(database.prepare(kSelect)),
      put_(database.prepare(kPut)),
      select_told_(database.prepare(kSelectTold)),
      drop_others_(database.prepare(kDropOthers)),
      select_article_(database.prepare(kSelectArticle)),
      select_raws_(database.prepare(kSelectRaws)) {}

std::optional<finding::Verdict> SqliteVerdicts::of_state(std::int64_t reference,
                                                         std::string_view authority_state) {
    select_.bind(reference, authority_state);
    std::optional<finding::Verdict> out;
    if (select_.step()) {
        out = unpack_verdict(select_.text(0));
    }
    select_.reset();
    return out;
}

void SqliteVerdicts::put(std::int64_t reference, std::string_view authority_state,
                         const finding::Verdict& verdict) {
    if (!database_.is_read_only()) {
        const std::string packed = pack_verdict(verdict);
        put_.bind(reference, authority_state, finding::name(verdict.headline), sqlite::Blob{packed}, 0,
                  kept_design(verdict))
            .run();
    }
}

std::optional<ToldVerdict> SqliteVerdicts::told(std::int64_t reference) {
    select_told_.bind(reference);
    std::optional<ToldVerdict> out;
    if (select_told_.step()) {
        out = ToldVerdict{std::string(select_told_.text(0)), unpack_verdict(select_told_.text(1))};
    }
    select_told_.reset();
    return out;
}

void SqliteVerdicts::tell(std::int64_t reference, std::string_view authority_state,
                          const finding::Verdict& verdict) {
    if (!database_.is_read_only()) {
        const std::string packed = pack_verdict(verdict);
        put_.bind(reference, authority_state, finding::name(verdict.headline), sqlite::Blob{packed}, 1,
                  kept_design(verdict))
            .run();
        drop_others_.bind(reference, authority_state).run();
    }
}

SqliteVerdicts::ByRaw SqliteVerdicts::told_of_article(std::int64_t article) {
    ByRaw out;
    select_article_.bind(article);
    while (select_article_.step()) {
        out[std::string(select_article_.text(0))] = {std::string(select_article_.text(1)),
                                                     std::string(select_article_.text(2))};
    }
    select_article_.reset();
    return out;
}

void SqliteVerdicts::carry_over(std::int64_t article, const ByRaw& told) {
    if (told.empty()) {
        return;
    }
    std::vector<std::pair<std::int64_t, const ByRaw::mapped_type*>> found;
    select_raws_.bind(article);
    while (select_raws_.step()) {
        if (const auto at = told.find(select_raws_.text(1)); at != told.end()) {
            found.emplace_back(select_raws_.integer(0), &at->second);
        }
    }
    select_raws_.reset();
    for (const auto& [reference, verdict] : found) {
        put_.bind(reference, "", verdict->headline, sqlite::Blob{verdict->verdict}, 1,
                  kept_design(unpack_verdict(verdict->verdict)))
            .run();
    }
}

}  // namespace whereof::store
