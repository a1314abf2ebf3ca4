// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"
#include "verify/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

using bib::Field;

bool is_identifier(Field field) {
    return field == Field::DOI || field == Field::PMID || field == Field::PMCID || field == Field::PII ||
           field == Field::arXiv;
}

}  // namespace

void check_identifier_conflict(const ArticleView& view, std::vector<finding::Finding>& out) {
    for (std::size_t i = 0; i < view.verdicts.size() && i < view.article.references.size(); ++i) {
        const auto& item = view.article.references[i].reference.item;
        const auto& verdict = view.verdicts[i];
        const auto agrees = [&](const finding::Evidence& evidence) {
            return is_identifier(evidence.field) && evidence.agreement == finding::Agreement::same;
        };
        const auto differs = [&](const finding::Evidence& evidence) {
            return is_identifier(evidence.field) && evidence.agreement == finding::Agreement::different &&
                   !item.text(evidence.field).empty();
        };
        const auto right = std::ranges::find_if(verdict.evidence, agrees);
        const auto wrong = std::ranges::find_if(verdict.evidence, differs);
        if (right == verdict.evidence.end() || wrong == verdict.evidence.end()) {
            continue;
        }
        auto finding =
            on_reference(view, i, "identifier-conflict", finding::Level::error,
                         fmt::format("In {}, {} {} and {} {} name different works.", name_reference(view, i),
                                     word_for(right->field), item.text(right->field), word_for(wrong->field),
                                     item.text(wrong->field)));
        if (!wrong->found.empty()) {
            finding.hint = fmt::format("The {} of this work is {}.", word_for(wrong->field), wrong->found);
        }
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
