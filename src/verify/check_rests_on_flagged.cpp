// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// Flagged: an editor has to act on it. A reference that nobody could decide on is not.
bool is_flagged(const finding::Verdict& verdict) {
    return finding::level_of(verdict.headline) == finding::Level::error;
}

}  // namespace

void check_rests_on_flagged(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const auto& claim = article.claims[i];
        const bool all_flagged =
            !claim.references.empty() && std::ranges::all_of(claim.references, [&](std::uint32_t reference) {
                return reference < view.verdicts.size() && is_flagged(view.verdicts[reference]);
            });
        if (!all_flagged) {
            continue;
        }
        std::string sources;
        bool retracted = false;
        for (const auto reference : claim.references) {
            const auto& verdict = view.verdicts[reference];
            retracted = retracted || verdict.headline == finding::Headline::retracted;
            sources += fmt::format("{}{}: {}", sources.empty() ? "" : ", ", name_reference(view, reference),
                                   finding::name(verdict.headline));
        }
        finding::Finding finding;
        finding.rule = "rests-on-flagged";
        finding.level = retracted ? finding::Level::error : finding::Level::warning;
        finding.message = fmt::format("The claim rests only on what could not be verified ({}).", sources);
        if (claim.sentence < article.sentences.size()) {
            const auto position = article.position_of(article.sentences[claim.sentence].span.begin);
            finding.line = position.line;
            finding.column = position.column;
        }
        finding.claim = static_cast<std::uint32_t>(i);
        finding.hint = "Correct the references, or find another source for the claim.";
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
