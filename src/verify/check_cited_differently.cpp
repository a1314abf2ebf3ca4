// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"
#include "verify/cited_pair.hpp"
#include "verify/wording.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

std::string describe_conflicts(const std::vector<FieldMatch>& conflicts, std::string_view there) {
    std::string out;
    for (const auto& conflict : conflicts) {
        out += out.empty() ? "" : "; ";
        out += fmt::format("{} “{}” here, “{}” {}", word_for(conflict.field), conflict.cited, conflict.found,
                           there);
    }
    return out;
}

}  // namespace

void check_cited_differently(const ArticleView& view, std::vector<finding::Finding>& out) {
    std::unordered_multimap<std::string, std::size_t> filed;
    for (std::size_t i = 0; i < view.others.size(); ++i) {
        for (auto& key : work_keys(view.others[i].reference.item)) {
            filed.emplace(std::move(key), i);
        }
    }
    for (std::size_t i = 0; i < view.article.references.size(); ++i) {
        const auto& item = view.article.references[i].reference.item;
        std::vector<std::size_t> near;
        for (const auto& key : work_keys(item)) {
            const auto [begin, end] = filed.equal_range(key);
            for (auto at = begin; at != end; ++at) {
                near.push_back(at->second);
            }
        }
        std::ranges::sort(near);
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const auto other : near) {
            const auto pair = hold_side_by_side(item, view.others[other].reference.item);
            if (!pair.same_work || pair.conflicts.empty()) {
                continue;
            }
            auto finding = on_reference(
                view, i, "cited-differently", finding::Level::warning,
                fmt::format("{} cites the work of {} with other facts: {}.", view.others[other].article,
                            name_reference(view, i), describe_conflicts(pair.conflicts, "there")));
            finding.hint = "At most one of the two can be right; compare both with the source.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
