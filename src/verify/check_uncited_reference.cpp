// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <fmt/format.h>

namespace whereof::verify {

void check_uncited_reference(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    if (article.markers.empty()) {
        return;  // an article without any marker lists its sources and cites none of them in particular
    }
    std::vector<bool> cited(article.references.size(), false);
    for (const auto& marker : article.markers) {
        for (const auto reference : marker.references) {
            if (reference < cited.size()) {
                cited[reference] = true;
            }
        }
    }
    for (std::size_t i = 0; i < cited.size(); ++i) {
        if (!cited[i] && !article.references[i].from_link) {
            auto finding =
                on_reference(view, i, "uncited-reference", finding::Level::note,
                             fmt::format("{} is never cited in the text.", name_reference(view, i)));
            finding.hint = "Cite it where it belongs, or take it out of the list.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
