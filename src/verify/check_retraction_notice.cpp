// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <fmt/format.h>

namespace whereof::verify {

void check_retraction_notice(const ArticleView& view, std::vector<finding::Finding>& out) {
    for (std::size_t i = 0; i < view.verdicts.size() && i < view.article.references.size(); ++i) {
        if (view.verdicts[i].status == finding::Status::retraction_notice) {
            out.push_back(
                on_reference(view, i, "retraction-notice", finding::Level::note,
                             fmt::format("{} is a notice of retraction, not a work that supports a claim.",
                                         name_reference(view, i))));
        }
    }
}

}  // namespace whereof::verify
