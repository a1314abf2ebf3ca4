// SPDX-License-Identifier: MIT
#include "report/settled_claims.hpp"

namespace whereof::report {

void settle_claims(CheckedArticle& checked) {
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const finding::Finding& finding = checked.findings[i];
        if (finding.rule != "rests-on-flagged" || !finding.claim ||
            *finding.claim >= checked.article.claims.size()) {
            continue;
        }
        for (const std::uint32_t source : checked.article.claims[*finding.claim].references) {
            const auto found = checked.quiet_verdicts.find(source);
            if (found != checked.quiet_verdicts.end() && found->second.by != Suppression::By::baseline) {
                checked.quiet_findings.emplace(i, found->second);
            }
        }
    }
}

}  // namespace whereof::report
