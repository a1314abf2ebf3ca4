// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include "bib/names.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

using finding::Level;

constexpr std::array kChecks{
    // A new check: one file beside this one, its declaration in checks.hpp, and one row here.
    Check{"identifier-conflict", Level::error, "Identifiers of one reference name different works.",
          check_identifier_conflict},
    Check{"cited-differently", Level::warning,
          "Two articles, or two entries, cite one work with different facts.", check_cited_differently},
    Check{"duplicate-reference", Level::note, "Two entries of one list are the same work.",
          check_duplicate_reference},
    Check{"shared-identifier", Level::warning, "Two entries for different works bear one identifier.",
          check_shared_identifier},
    Check{"uncited-reference", Level::note, "A listed reference is never cited in the text.",
          check_uncited_reference},
    Check{"dangling-marker", Level::warning, "A marker names a reference that the list does not hold.",
          check_dangling_marker},
    Check{"uncited-claim", Level::note, "A sentence names evidence and cites none.", check_uncited_claim},
    Check{"evidence-differs", Level::warning,
          "A sentence names a study design or year that its one source does not have.",
          check_evidence_differs},
    Check{"rests-on-flagged", Level::warning, "A claim rests only on references that could not be verified.",
          check_rests_on_flagged},
    Check{"retraction-notice", Level::note, "A reference is to a notice of retraction, not to a work.",
          check_retraction_notice},
    Check{"superseded", Level::note, "A newer version of the work cited exists.", check_superseded},
    Check{"cited-after-retraction", Level::error, "A retracted work is cited after its retraction.",
          check_cited_after_retraction},
};

}  // namespace

std::span<const Check> checks() noexcept { return kChecks; }

std::string name_reference(const ArticleView& view, std::size_t reference) {
    const auto& item = view.article.references[reference].reference.item;
    std::string who = item.author.empty() ? std::string() : bib::surname(item.author.front());
    if (item.issued.year != 0) {
        who += (who.empty() ? "" : " ") + std::to_string(item.issued.year);
    }
    return who.empty() ? fmt::format("reference {}", reference + 1)
                       : fmt::format("reference {} ({})", reference + 1, who);
}

finding::Finding on_reference(const ArticleView& view, std::size_t reference, std::string_view rule,
                              finding::Level level, std::string message) {
    finding::Finding out;
    out.rule = rule;
    out.level = level;
    out.message = std::move(message);
    const auto& listed = view.article.references[reference];
    out.line = listed.position.line;
    out.column = listed.position.column;
    out.reference = static_cast<std::uint32_t>(reference);
    return out;
}

std::vector<finding::Finding> check_article(const article::Article& article,
                                            std::span<const finding::Verdict> verdicts,
                                            std::span<const OtherCitation> others) {
    const ArticleView view{article, verdicts, others};
    std::vector<finding::Finding> out;
    for (const auto& check : checks()) {
        check.run(view, out);
    }
    std::ranges::stable_sort(out, [](const finding::Finding& a, const finding::Finding& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return out;
}

}  // namespace whereof::verify
