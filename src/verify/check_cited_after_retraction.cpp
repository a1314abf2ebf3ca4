// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::verify {

void check_cited_after_retraction(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& date = view.article.date;
    for (std::size_t i = 0; i < view.verdicts.size() && i < view.article.references.size(); ++i) {
        const auto& retracted = view.verdicts[i].retracted_on;
        const auto precision = std::min(date.size(), retracted.size());  // both are as precise as known
        if (precision < 4 || date.substr(0, precision) <= retracted.substr(0, precision)) {
            continue;
        }
        auto finding = on_reference(view, i, "cited-after-retraction", finding::Level::error,
                                    fmt::format("The article is of {}; {} was retracted on {}, before it.",
                                                date, name_reference(view, i), retracted));
        finding.hint = "Remove the citation, or say that the work was retracted.";
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
