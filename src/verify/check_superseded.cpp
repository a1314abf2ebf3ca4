// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <fmt/format.h>

namespace whereof::verify {

void check_superseded(const ArticleView& view, std::vector<finding::Finding>& out) {
    for (std::size_t i = 0; i < view.verdicts.size() && i < view.article.references.size(); ++i) {
        if (view.verdicts[i].status == finding::Status::superseded) {
            auto finding =
                on_reference(view, i, "superseded", finding::Level::note,
                             fmt::format("A newer version of {} exists.", name_reference(view, i)));
            finding.hint = "See whether the newer version says the same.";
            out.push_back(std::move(finding));
        }
    }
}

}  // namespace whereof::verify
