// SPDX-License-Identifier: MIT
#include "bib/study_design.hpp"
#include "claim/evidence.hpp"
#include "text/utf8.hpp"
#include "verify/checks.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// Online and print may be a year apart, and so may a preprint: more is another work.
constexpr int kYearsApart = 1;

/// What a source is, by the record of it where one is held.
struct Source {
    bib::NamedDesign design;
    int year = 0;
    bool from_record = false;
};

Source source_of(const ArticleView& view, std::uint32_t reference) {
    const bib::Item& cited = view.article.references[reference].reference.item;
    const finding::Verdict* verdict = reference < view.verdicts.size() ? &view.verdicts[reference] : nullptr;
    const bool known = verdict != nullptr && verdict->record.has_value();
    const bib::Item& item = known ? *verdict->record : cited;
    Source out;
    out.design = known ? bib::study_design(item, verdict->publication_types) : bib::study_design(item, {});
    out.year = item.issued.year != 0 ? item.issued.year : cited.issued.year;
    out.from_record = known;
    return out;
}

void add(const ArticleView& view, std::size_t claim_index, bool from_record, std::string message,
         std::vector<finding::Finding>& out) {
    const auto& claim = view.article.claims[claim_index];
    finding::Finding finding;
    finding.rule = "evidence-differs";
    finding.level = from_record ? finding::Level::warning : finding::Level::note;
    finding.message = std::move(message);
    if (claim.sentence < view.article.sentences.size()) {
        const auto position = view.article.position_of(view.article.sentences[claim.sentence].span.begin);
        finding.line = position.line;
        finding.column = position.column;
    }
    finding.claim = static_cast<std::uint32_t>(claim_index);
    finding.reference = claim.references.front();
    finding.hint = "See whether this is the source that the sentence speaks of.";
    out.push_back(std::move(finding));
}

}  // namespace

/// Only of claims with one source: of several, any may be the one that is spoken of.
void check_evidence_differs(const ArticleView& view, std::vector<finding::Finding>& out) {
    for (std::size_t i = 0; i < view.article.claims.size(); ++i) {
        const auto& claim = view.article.claims[i];
        if (claim.evidence.empty() || claim.references.size() != 1 ||
            claim.references.front() >= view.article.references.size()) {
            continue;
        }
        const Source source = source_of(view, claim.references.front());
        const std::string who = name_reference(view, claim.references.front());
        const auto named = claim::read_evidence(claim.evidence, {0, claim.evidence.size()});
        if (named.several) {
            continue;  // of several works the source may be the review
        }
        // Trials and cohorts that were pooled are often filed as what was pooled.
        const bool pooled = text::ascii_lower(claim.evidence).find("pooled") != std::string::npos;
        if (!pooled && bib::contradict(named.design, source.design.design)) {
            add(view, i, source.design.from_record,
                fmt::format("The sentence speaks of “{}”; {} is, by {}, a {}.", claim.evidence, who,
                            source.design.from_record ? "its record" : "its title",
                            bib::name(source.design.design)),
                out);
        }
        if (named.year != 0 && source.year != 0 && std::abs(named.year - source.year) > kYearsApart) {
            add(view, i, source.from_record,
                fmt::format("The sentence speaks of “{}”; {} is of {}.", claim.evidence, who, source.year),
                out);
        }
    }
}

}  // namespace whereof::verify
