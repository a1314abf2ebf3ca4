// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <fmt/format.h>

namespace whereof::verify {

void check_uncited_claim(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const auto& claim = article.claims[i];
        if (claim.cited || claim.evidence.empty() || !claim.references.empty()) {
            continue;
        }
        finding::Finding finding;
        finding.rule = "uncited-claim";
        finding.level = finding::Level::note;
        finding.message = fmt::format("The sentence names “{}” and cites nothing.", claim.evidence);
        if (claim.sentence < article.sentences.size()) {
            const auto position = article.position_of(article.sentences[claim.sentence].span.begin);
            finding.line = position.line;
            finding.column = position.column;
        }
        finding.claim = static_cast<std::uint32_t>(i);
        finding.hint = "Cite the evidence that the sentence speaks of.";
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
