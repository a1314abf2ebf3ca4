// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"
#include "verify/cited_pair.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// Do the verdicts say that two entries are different works: the works that they mean have DOIs or PMIDs of
/// their own, or an identifier that both bear is wrong for one of the two?
bool are_told_apart(const ArticleView& view, std::size_t a, std::size_t b) {
    if (std::max(a, b) >= view.verdicts.size()) {
        return false;
    }
    const finding::Verdict& one = view.verdicts[a];
    const finding::Verdict& other = view.verdicts[b];
    const auto is_wrong = [](const finding::Verdict& verdict, bib::Field field) {
        return std::ranges::find(verdict.wrong_fields, field) != verdict.wrong_fields.end();
    };
    return std::ranges::any_of(kWorkIdentifiers, [&](bib::Field field) {
        const auto value = work_identifier(field, view.article.references[a].reference.item);
        const bool shared =
            !value.empty() && value == work_identifier(field, view.article.references[b].reference.item);
        const bool both_found = one.record && other.record && field != bib::Field::PII;
        const auto found = both_found ? work_identifier(field, *one.record) : std::string();
        const auto found_other = both_found ? work_identifier(field, *other.record) : std::string();
        return (!found.empty() && !found_other.empty() && found != found_other) ||
               (shared && is_wrong(one, field) != is_wrong(other, field));
    });
}

}  // namespace

void check_duplicate_reference(const ArticleView& view, std::vector<finding::Finding>& out) {
    std::unordered_map<std::string, std::size_t> first;
    const auto& references = view.article.references;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const auto& item = references[i].reference.item;
        bool said = false;
        for (auto& key : work_keys(item)) {
            const auto [at, fresh] = first.try_emplace(std::move(key), i);
            // An entry made from a link may well repeat a listed one.
            if (fresh || said || at->second == i || references[i].from_link ||
                references[at->second].from_link) {
                continue;
            }
            const auto pair = hold_side_by_side(references[at->second].reference.item, item);
            if (!pair.same_work || are_told_apart(view, at->second, i)) {
                continue;
            }
            said = true;
            auto finding = on_reference(view, i, "duplicate-reference", finding::Level::note,
                                        fmt::format("{} is the same work as {}{}.", name_reference(view, i),
                                                    name_reference(view, at->second),
                                                    pair.conflicts.empty() ? "" : ", with other facts"));
            finding.hint = "Merge the two entries.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
