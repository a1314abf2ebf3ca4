// SPDX-License-Identifier: MIT
#include "report/evidence_level.hpp"

#include "bib/study_design.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

bib::NamedDesign design_of(const bib::Item& cited, const std::optional<finding::Verdict>& verdict) {
    return verdict && verdict->record ? bib::study_design(*verdict->record, verdict->publication_types)
                                      : bib::study_design(cited, {});
}

}  // namespace

nlohmann::ordered_json evidence_level_json(const bib::Item& cited,
                                           const std::optional<finding::Verdict>& verdict) {
    const bib::NamedDesign named = design_of(cited, verdict);
    if (named.design == bib::StudyDesign::unknown) {
        return nullptr;
    }
    nlohmann::ordered_json out{{"design", bib::name(named.design)}};
    const int level = bib::evidence_level(named.design);
    out["level"] = level != 0 ? nlohmann::ordered_json(level) : nlohmann::ordered_json();
    out["scale"] = bib::kEvidenceScale;
    out["by"] = named.from_record ? "record" : "title";
    return out;
}

std::string evidence_level_text(const bib::Item& cited, const std::optional<finding::Verdict>& verdict) {
    const bib::NamedDesign named = design_of(cited, verdict);
    if (named.design == bib::StudyDesign::unknown) {
        return {};
    }
    const int level = bib::evidence_level(named.design);
    const std::string_view by = named.from_record ? "record" : "title";
    return level != 0 ? fmt::format("{} by its {}: {} level {}", bib::name(named.design), by,
                                    bib::kEvidenceScale, level)
                      : fmt::format("{} by its {}", bib::name(named.design), by);
}

}  // namespace whereof::report
