// SPDX-License-Identifier: MIT
#include "verify/judge.hpp"

#include "text/fold.hpp"
#include "verify/misread.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whereof::verify {
namespace {

using bib::Field;
using finding::Description;
using finding::Existence;
using finding::Verdict;

std::string source_of(const authority::Record& record, const authority::AuthorityInfo& info) {
    const auto& item = record.item;
    const auto id = !item.DOI.empty()    ? item.DOI
                    : !item.PMID.empty() ? "pmid:" + item.PMID
                                         : std::to_string(record.id);
    const auto name = info.online ? fmt::format("{}", fmt::join(record.sources, "+")) : info.name;
    return info.date.empty() ? fmt::format("{}#{}", name, id) : fmt::format("{}@{}#{}", name, info.date, id);
}

void add_wrong(Verdict& verdict, Field field) {
    if (std::ranges::find(verdict.wrong_fields, field) == verdict.wrong_fields.end()) {
        verdict.wrong_fields.push_back(field);
        std::ranges::sort(verdict.wrong_fields);
    }
}

/// What a citation of that kind usually has; without one of them it is `incomplete`.
bool lacks_something(const bib::Item& cited, const bib::Item& found, const Comparison& comparison) {
    const bool article = !found.volume.empty() || !found.page.empty();
    return std::ranges::any_of(comparison.fields, is_misread) || cited.title.empty() ||
           cited.author.empty() || cited.issued.year == 0 ||
           (cited.container_title.empty() && !found.container_title.empty()) ||
           (article && cited.volume.empty() && cited.page.empty());
}

/// Does the citation hold under `field` what is another field of the record? Then the parser, or an import,
/// exchanged the two, and overwriting one would lose a fact that the citation has right.
bool holds_other_field(const bib::Item& cited, const bib::Item& found, Field field) {
    const auto key = text::fold_key(cited.text(field));
    const auto is = [&](const std::string& other) { return !key.empty() && text::fold_key(other) == key; };
    switch (field) {
        case Field::title:
            return is(found.container_title) || is(found.container_title_short) || is(found.publisher);
        case Field::container_title:
            return is(found.title) || is(found.publisher);
        default:
            return false;
    }
}

/// The citation with its wrong fields replaced by the record's.
bib::Item corrected_item(const bib::Item& cited, const bib::Item& found, const std::vector<Field>& wrong) {
    auto out = cited;
    for (const auto field : wrong) {
        if (holds_other_field(cited, found, field)) {
            continue;
        }
        switch (field) {
            case Field::author:
                out.author = found.author;
                out.authors_elided = found.authors_elided;
                break;
            case Field::issued:
                out.issued = found.issued;
                break;
            case Field::container_title:
                out.container_title = found.container_title;
                out.container_title_short = found.container_title_short;
                break;
            default:
                if (auto* text = out.text(field)) {
                    *text = found.text(field);
                }
        }
    }
    return out;
}

void describe(const Citation& citation, const Candidate& work, const authority::AuthorityInfo& info,
              Verdict& verdict) {
    bool all_same = true;
    const auto source = source_of(work.record, info);
    for (const auto& match : work.comparison.fields) {
        verdict.evidence.push_back(
            {match.field, match.agreement, match.cited, match.found, source, match.note});
        // What the record does not hold cannot be the same.
        all_same = all_same && (match.agreement == Agreement::same ||
                                (match.agreement == Agreement::absent && match.cited.empty()));
        if (match.differs()) {
            add_wrong(verdict, match.field);
        }
    }
    verdict.description = !verdict.wrong_fields.empty() ? Description::wrong
                          : lacks_something(citation.item, work.record.item, work.comparison)
                              ? Description::incomplete
                          : all_same ? Description::exact
                                     : Description::variant;
}

/// An identifier that leads elsewhere, or cannot exist, is wrong whatever else agrees.
bool judge_identifiers(const Citation& citation, const Outcome& outcome,
                       std::span<const authority::AuthorityInfo> authorities, Verdict& verdict) {
    bool wrong = false;
    for (const auto& [field, owner] : outcome.foreign) {
        wrong = true;
        add_wrong(verdict, field);
        if (owner != nullptr) {
            verdict.evidence.push_back({field, Agreement::different, citation.item.text(field),
                                        outcome.work != nullptr ? outcome.work->record.item.text(field) : "",
                                        source_of(owner->record, authorities[owner->authority]),
                                        "belongs to " + name_work(owner->record.item)});
        }
    }
    for (const auto& fault : outcome.faults) {
        verdict.evidence.push_back({fault.field, fault.convicts ? Agreement::different : Agreement::absent,
                                    fault.value, "", fmt::format("rule:{}", fault.rule), explain(fault)});
        if (fault.convicts) {
            wrong = true;
            add_wrong(verdict, fault.field);
        }
    }
    return wrong;
}

}  // namespace

double match_probability(const Candidate& candidate) noexcept {
    // Logistic in the score, fitted to one half of 6,000 citations of works of which the index held a half,
    // and tried on the other half: scripts/bench_calibration.py, which `scripts/bench verify` runs.
    const double logit =
        0.41 * candidate.score + 0.63 + 0.36 * static_cast<double>(candidate.identifiers.size());
    return 1.0 / (1.0 + std::exp(-logit));
}

Verdict judge(const Citation& citation, const Outcome& outcome, const Standing& standing,
              std::span<const authority::AuthorityInfo> authorities) {
    Verdict verdict;
    if (outcome.work != nullptr) {
        verdict.existence = Existence::found;
        verdict.record = outcome.work->record.item;
        verdict.publication_types = outcome.work->record.publication_types;
        verdict.probability = match_probability(*outcome.work);
        describe(citation, *outcome.work, authorities[outcome.work->authority], verdict);
        verdict.status = standing.status;
        verdict.notices = standing.notices;
        verdict.retracted_on = standing.retracted_on;
    } else if (authorities.empty() || !outcome.failed.empty()) {
        verdict.existence = Existence::unchecked;
    } else {
        verdict.existence = outcome.attested ? Existence::not_found : Existence::undecidable;
        if (outcome.sibling != nullptr) {
            verdict.existence = Existence::undecidable;
        }
    }
    if (outcome.work == nullptr &&
        (standing.status == finding::Status::retracted || standing.status == finding::Status::concern)) {
        // A list of notices vouches that the identifier exists, though nobody holds its description.
        verdict.existence = Existence::found;
        verdict.status = standing.status;
        verdict.notices = standing.notices;
        verdict.retracted_on = standing.retracted_on;
    }
    if (!outcome.URL_state.empty()) {
        verdict.evidence.push_back({Field::URL, Agreement::absent, citation.item.URL, "", "web",
                                    "the address " + outcome.URL_state});
    }
    const bool identifier_wrong = judge_identifiers(citation, outcome, authorities, verdict);
    if (outcome.work != nullptr && !verdict.wrong_fields.empty()) {
        verdict.description = Description::wrong;
    }
    if (outcome.unknown_registrant && verdict.wrong_fields.empty()) {
        verdict.existence =
            Existence::undecidable;  // the description fits a work, the identifier perhaps none
        verdict.description.reset();
    }
    verdict.headline = finding::headline_of(verdict, identifier_wrong);
    if (outcome.work != nullptr && !verdict.wrong_fields.empty()) {
        verdict.corrected = corrected_item(citation.item, outcome.work->record.item, verdict.wrong_fields);
    }
    verdict.reason = reason_for(verdict, citation, outcome);
    verdict.next_step = next_step_for(verdict, outcome);
    return verdict;
}

}  // namespace whereof::verify
