// SPDX-License-Identifier: MIT
#include "report/accepted.hpp"

#include "report/issues.hpp"
#include "report/settled_claims.hpp"

namespace whereof::report {

void apply_accepted(const Accepted& accepted, CheckedArticle& checked) {
    if (accepted.empty()) {
        return;
    }
    for (std::size_t i = 0; i < checked.verdicts.size(); ++i) {
        if (checked.verdicts[i].headline == finding::Headline::verified) {
            continue;
        }
        if (const auto found = accepted.find(verdict_fingerprint(checked, i)); found != accepted.end()) {
            checked.quiet_verdicts.emplace(i, Suppression{Suppression::By::accepted, found->second});
        }
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        if (const auto found = accepted.find(finding_fingerprint(checked, i)); found != accepted.end()) {
            checked.quiet_findings.emplace(i, Suppression{Suppression::By::accepted, found->second});
        }
    }
    settle_claims(checked);
}

}  // namespace whereof::report
