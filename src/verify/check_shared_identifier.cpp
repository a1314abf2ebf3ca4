// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"
#include "verify/cited_pair.hpp"
#include "verify/wording.hpp"
#include "verify/work_keys.hpp"

#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace whereof::verify {

void check_shared_identifier(const ArticleView& view, std::vector<finding::Finding>& out) {
    std::unordered_map<std::string, std::size_t> first;
    const auto& references = view.article.references;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const auto& item = references[i].reference.item;
        std::set<std::size_t> told;
        for (auto& key : work_keys(item)) {
            const std::size_t other = first.try_emplace(std::move(key), i).first->second;
            if (other == i || told.contains(other)) {
                continue;
            }
            const auto shared = hold_side_by_side(references[other].reference.item, item).shared_by_mistake;
            if (!shared) {
                continue;
            }
            told.insert(other);
            auto finding = on_reference(view, i, "shared-identifier", finding::Level::warning,
                                        fmt::format("{} and {} are different works, but both give the {} {}.",
                                                    name_reference(view, other), name_reference(view, i),
                                                    word_for(*shared), item.text(*shared)));
            finding.hint = "It can be right for one of them at most; look the other up by its title.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
