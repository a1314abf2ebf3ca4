// SPDX-License-Identifier: MIT
#include "bib/study_design.hpp"

#include "text/terms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whereof::bib {
namespace {

struct DesignName {
    StudyDesign design;
    std::string_view name;
    int level;  ///< on kEvidenceScale; 0: not ranked
};
constexpr std::array kNames{
    DesignName{StudyDesign::guideline, "guideline", 0},
    DesignName{StudyDesign::meta_analysis, "meta-analysis", 1},
    DesignName{StudyDesign::systematic_review, "systematic-review", 1},
    DesignName{StudyDesign::randomized_trial, "randomized-trial", 2},
    DesignName{StudyDesign::controlled_trial, "controlled-trial", 3},
    DesignName{StudyDesign::cohort, "cohort", 3},
    DesignName{StudyDesign::case_control, "case-control", 4},
    DesignName{StudyDesign::cross_sectional, "cross-sectional", 4},
    DesignName{StudyDesign::case_report, "case-report", 4},
    DesignName{StudyDesign::protocol, "protocol", 0},
    DesignName{StudyDesign::narrative_review, "narrative-review", 5},
    DesignName{StudyDesign::opinion, "opinion", 5},
    DesignName{StudyDesign::laboratory, "laboratory", 5},
    DesignName{StudyDesign::web_page, "web-page", 0},
};
constexpr auto kDesigns = [] {
    std::array<StudyDesign, kNames.size()> designs{};
    std::ranges::transform(kNames, designs.begin(), &DesignName::design);
    return designs;
}();

/// PubMed's publication types, in the order in which they count.
constexpr std::array<std::pair<std::string_view, StudyDesign>, 24> kPublicationTypes{{
    {"Practice Guideline", StudyDesign::guideline},
    {"Guideline", StudyDesign::guideline},
    {"Consensus Development Conference", StudyDesign::guideline},
    {"Meta-Analysis", StudyDesign::meta_analysis},
    {"Network Meta-Analysis", StudyDesign::meta_analysis},
    {"Systematic Review", StudyDesign::systematic_review},
    {"Randomized Controlled Trial", StudyDesign::randomized_trial},
    {"Randomized Controlled Trial, Veterinary", StudyDesign::laboratory},
    {"Equivalence Trial", StudyDesign::randomized_trial},
    {"Pragmatic Clinical Trial", StudyDesign::randomized_trial},
    {"Clinical Trial, Phase III", StudyDesign::controlled_trial},
    {"Controlled Clinical Trial", StudyDesign::controlled_trial},
    {"Clinical Trial", StudyDesign::controlled_trial},
    {"Clinical Trial Protocol", StudyDesign::protocol},
    {"Observational Study", StudyDesign::cohort},
    {"Case Reports", StudyDesign::case_report},
    {"Review", StudyDesign::narrative_review},
    {"Scoping Review", StudyDesign::narrative_review},
    {"Editorial", StudyDesign::opinion},
    {"Letter", StudyDesign::opinion},
    {"Comment", StudyDesign::opinion},
    {"News", StudyDesign::opinion},
    {"Personal Narrative", StudyDesign::opinion},
    {"Interview", StudyDesign::opinion},
}};

/// Words of titles, as people write them; the first row that stands in a title decides.
constexpr std::array<std::pair<std::string_view, StudyDesign>, 57> kTitleWords{{
    {"study protocol", StudyDesign::protocol},
    {"trial protocol", StudyDesign::protocol},
    {"protocol for", StudyDesign::protocol},
    {"protocol of a", StudyDesign::protocol},
    {"systematic review for", StudyDesign::systematic_review},  // "… for an ACP Clinical Practice Guideline"
    {"evidence review for", StudyDesign::systematic_review},
    {"practice guideline", StudyDesign::guideline},
    {"clinical guideline", StudyDesign::guideline},
    {"guideline from", StudyDesign::guideline},
    {"guidelines for", StudyDesign::guideline},
    {"guideline for", StudyDesign::guideline},
    {"consensus statement", StudyDesign::guideline},
    {"position statement", StudyDesign::guideline},
    {"meta-analysis", StudyDesign::meta_analysis},
    {"meta-analyses", StudyDesign::meta_analysis},
    {"metaanalysis", StudyDesign::meta_analysis},
    {"meta-analytic", StudyDesign::meta_analysis},
    {"pooled analysis", StudyDesign::meta_analysis},
    {"pooled analyses", StudyDesign::meta_analysis},
    {"systematic review", StudyDesign::systematic_review},
    {"systematic reviews", StudyDesign::systematic_review},
    {"cochrane review", StudyDesign::systematic_review},
    {"systematic literature review", StudyDesign::systematic_review},
    {"umbrella review", StudyDesign::systematic_review},
    {"narrative review", StudyDesign::narrative_review},
    {"literature review", StudyDesign::narrative_review},
    {"scoping review", StudyDesign::narrative_review},
    {"critical review", StudyDesign::narrative_review},
    {"non-randomized", StudyDesign::controlled_trial},
    {"nonrandomized", StudyDesign::controlled_trial},
    {"randomized controlled trial", StudyDesign::randomized_trial},
    {"randomized clinical trial", StudyDesign::randomized_trial},
    {"randomized trial", StudyDesign::randomized_trial},
    {"randomized", StudyDesign::randomized_trial},
    {"RCT", StudyDesign::randomized_trial},
    {"controlled trial", StudyDesign::controlled_trial},
    {"controlled clinical trial", StudyDesign::controlled_trial},
    {"quasi-experimental", StudyDesign::controlled_trial},
    {"case-control", StudyDesign::case_control},
    {"cohort study", StudyDesign::cohort},
    {"cohort", StudyDesign::cohort},
    {"prospective study", StudyDesign::cohort},
    {"longitudinal study", StudyDesign::cohort},
    {"follow-up study", StudyDesign::cohort},
    {"cross-sectional", StudyDesign::cross_sectional},
    {"prevalence study", StudyDesign::cross_sectional},
    {"survey", StudyDesign::cross_sectional},
    {"case report", StudyDesign::case_report},
    {"case series", StudyDesign::case_report},
    {"case reports", StudyDesign::case_report},
    {"editorial", StudyDesign::opinion},
    {"letter to the editor", StudyDesign::opinion},
    {"commentary", StudyDesign::opinion},
    {"in vitro", StudyDesign::laboratory},
    {"in mice", StudyDesign::laboratory},
    {"in rats", StudyDesign::laboratory},
    {"mouse model", StudyDesign::laboratory},
}};

struct TitlePhrase {
    std::vector<std::string> terms;
    StudyDesign design;
};

const std::vector<TitlePhrase>& title_phrases() {
    static const std::vector<TitlePhrase> phrases = [] {
        std::vector<TitlePhrase> out;
        for (const auto& [words, design] : kTitleWords) {
            TitlePhrase phrase{{}, design};
            for (auto& [term, span] : text::read_terms(words)) {
                phrase.terms.push_back(std::move(term));
            }
            out.push_back(std::move(phrase));
        }
        return out;
    }();
    return phrases;
}

const DesignName* row_of(StudyDesign design) noexcept {
    const auto* const found = std::ranges::find(kNames, design, &DesignName::design);
    return found != kNames.end() ? found : nullptr;
}

/// Kinds of which one work may be several: "a randomized cohort", a review with a meta-analysis.
enum class Family : std::uint8_t { none, synthesis, trial, observation, report, opinion, other };

Family family_of(StudyDesign design) noexcept {
    switch (design) {
        case StudyDesign::meta_analysis:
        case StudyDesign::systematic_review:
            return Family::synthesis;
        case StudyDesign::randomized_trial:
        case StudyDesign::controlled_trial:
            return Family::trial;
        case StudyDesign::cohort:
        case StudyDesign::case_control:
        case StudyDesign::cross_sectional:
            return Family::observation;
        case StudyDesign::case_report:
            return Family::report;
        case StudyDesign::narrative_review:
        case StudyDesign::opinion:
            return Family::opinion;
        case StudyDesign::laboratory:
        case StudyDesign::protocol:
            return Family::other;
        case StudyDesign::guideline:  // often a systematic review too
        case StudyDesign::web_page:   // may tell of anything
        case StudyDesign::unknown:
            break;
    }
    return Family::none;
}

}  // namespace

std::string_view name(StudyDesign design) noexcept {
    const DesignName* row = row_of(design);
    return row != nullptr ? row->name : "unknown";
}

std::optional<StudyDesign> study_design_of_name(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(kNames, name, &DesignName::name);
    return found != kNames.end() ? std::optional(found->design) : std::nullopt;
}

std::span<const StudyDesign> study_designs() noexcept { return kDesigns; }

int evidence_level(StudyDesign design) noexcept {
    const DesignName* row = row_of(design);
    return row != nullptr ? row->level : 0;
}

StudyDesign study_design_of_terms(std::span<const std::string_view> terms) {
    for (const TitlePhrase& phrase : title_phrases()) {
        const auto same = [](std::string_view a, const std::string& b) { return a == b; };
        if (std::search(terms.begin(), terms.end(), phrase.terms.begin(), phrase.terms.end(), same) !=
            terms.end()) {
            return phrase.design;
        }
    }
    return StudyDesign::unknown;
}

StudyDesign study_design_of_text(std::string_view text) {
    const auto words = text::read_terms(text);
    std::vector<std::string_view> terms;
    for (const auto& [term, span] : words) {
        terms.push_back(term);
    }
    return study_design_of_terms(terms);
}

NamedDesign study_design(const Item& item, std::span<const std::string> publication_types) {
    for (const auto& [type, design] : kPublicationTypes) {
        if (std::ranges::find(publication_types, type) != publication_types.end()) {
            const StudyDesign by_title = study_design_of_text(item.title);
            // PubMed calls many a systematic review "Review" alone, and trials "Clinical Trial".
            const bool finer =
                (design == StudyDesign::narrative_review || design == StudyDesign::controlled_trial) &&
                (by_title == StudyDesign::meta_analysis || by_title == StudyDesign::systematic_review ||
                 by_title == StudyDesign::randomized_trial);
            return {finer ? by_title : design, true};
        }
    }
    if (const StudyDesign design = study_design_of_text(item.title); design != StudyDesign::unknown) {
        return {design, false};
    }
    return {item.type == ItemType::webpage ? StudyDesign::web_page : StudyDesign::unknown, false};
}

std::vector<std::string> terms_of_study_design(StudyDesign design) {
    std::vector<std::string> out;
    for (const TitlePhrase& phrase : title_phrases()) {
        if (phrase.design == design) {
            // A stop word has no postings: the first that is none.
            const auto term = std::ranges::find_if(
                phrase.terms, [](const std::string& one) { return !text::is_stop_term(one); });
            if (term != phrase.terms.end() && std::ranges::find(out, *term) == out.end()) {
                out.push_back(*term);
            }
        }
    }
    return out;
}

bool contradict(StudyDesign a, StudyDesign b) noexcept {
    const Family first = family_of(a);
    const Family second = family_of(b);
    return first != Family::none && second != Family::none && first != second;
}

}  // namespace whereof::bib
