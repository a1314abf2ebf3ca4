// SPDX-License-Identifier: MIT
#include "report/claim_facets.hpp"

#include "bib/study_design.hpp"
#include "claim/facets.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

Json evidence_json(const claim::EvidenceParts& parts) {
    Json out = Json::object();
    if (parts.design != bib::StudyDesign::unknown) {
        out["design"] = bib::name(parts.design);
        if (const int level = bib::evidence_level(parts.design); level != 0) {
            out["level"] = level;
            out["scale"] = bib::kEvidenceScale;
        }
    }
    if (parts.year != 0) {
        out["year"] = parts.year;
    }
    if (parts.studies) {
        out["studies"] = *parts.studies;
    }
    if (parts.participants) {
        out["participants"] = *parts.participants;
    }
    return out;
}

/// Whole numbers without ".0".
Json number_json(double value) {
    constexpr double kExact = 9007199254740992.0;  // 2^53
    const bool whole =
        value > -kExact && value < kExact && value == static_cast<double>(static_cast<std::int64_t>(value));
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json quantity_json(const claim::Quantity& quantity, std::string_view claim) {
    Json out{{"text", quantity.span.of(claim)}, {"kind", claim::name(quantity.kind)}};
    out["values"] = Json::array();
    for (const double value : quantity.values) {
        out["values"].push_back(number_json(value));
    }
    for (const auto& [name, text] :
         {std::pair("unit", &quantity.unit), std::pair("measure", &quantity.measure),
          std::pair("relation", &quantity.relation)}) {
        if (!text->empty()) {
            out[name] = *text;
        }
    }
    for (const double value : quantity.interval) {
        out["interval"].push_back(number_json(value));
    }
    return out;
}

}  // namespace

void add_claim_facets(std::string_view claim, Json& out) {
    const claim::ClaimFacets facets = claim::read_facets(claim);
    if (Json parts = evidence_json(facets.evidence); !parts.empty()) {
        out["evidence_parts"] = std::move(parts);
    }
    for (const auto& [name, words] :
         {std::pair("hedged", &facets.hedged), std::pair("negated", &facets.negated),
          std::pair("turn", &facets.turn)}) {
        if (!words->empty()) {
            out[name] = *words;
        }
    }
    for (const claim::Quantity& quantity : facets.quantities) {
        out["quantities"].push_back(quantity_json(quantity, claim));
    }
}

std::string quantity_line(const Json& quantity) {
    return fmt::format("{} ({})", quantity.at("text").get<std::string>(),
                       quantity.at("kind").get<std::string>());
}

std::string evidence_line(const Json& parts) {
    std::vector<std::string> out;
    if (parts.contains("design")) {
        out.push_back(parts.at("design").get<std::string>());
    }
    if (parts.contains("level")) {
        out.push_back(
            fmt::format("{} level {}", parts.at("scale").get<std::string>(), parts.at("level").get<int>()));
    }
    if (parts.contains("year")) {
        out.push_back(fmt::format("of {}", parts.at("year").get<int>()));
    }
    for (const auto& [name, shown] :
         {std::pair("studies", "studies"), std::pair("participants", "participants")}) {
        if (parts.contains(name)) {
            out.push_back(fmt::format("{} {}", parts.at(name).get<std::uint64_t>(), shown));
        }
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

}  // namespace whereof::report
