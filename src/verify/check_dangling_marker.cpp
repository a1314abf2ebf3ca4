// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <fmt/format.h>

namespace whereof::verify {

void check_dangling_marker(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    for (const auto& marker : article.markers) {
        for (const auto& name : marker.dangling) {
            finding::Finding finding;
            finding.rule = "dangling-marker";
            finding.level = finding::Level::warning;
            finding.message =
                article.references.empty()
                    ? fmt::format("The marker “{}” names {}, but the article has no reference list.",
                                  marker.span.of(article.text), name)
                    : fmt::format("The marker “{}” names {}, which the reference list does not hold.",
                                  marker.span.of(article.text), name);
            const auto position = article.position_of(marker.span.begin);
            finding.line = position.line;
            finding.column = position.column;
            finding.hint = "Add the missing reference, or correct the marker.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
