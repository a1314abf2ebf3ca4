// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"
#include "verify/cited_pair.hpp"
#include "verify/work_keys.hpp"

#include <unordered_map>

#include <fmt/format.h>

namespace whereof::verify {

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
            if (!pair.same_work) {
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
