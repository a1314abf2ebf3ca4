// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// How a work came to what it says. Enumerators are spelled as printed, but for hyphens.
enum class StudyDesign : std::uint8_t {
    unknown,
    guideline,
    meta_analysis,
    systematic_review,
    randomized_trial,
    controlled_trial,  ///< not randomised
    cohort,
    case_control,
    cross_sectional,
    case_report,  ///< and series of cases
    protocol,
    narrative_review,
    opinion,     ///< editorial, letter, comment
    laboratory,  ///< animals, cells
    web_page,
};
/// "meta-analysis"
[[nodiscard]] std::string_view name(StudyDesign design) noexcept;
[[nodiscard]] std::optional<StudyDesign> study_design_of_name(std::string_view name) noexcept;
/// All but unknown, in order.
[[nodiscard]] std::span<const StudyDesign> study_designs() noexcept;

/// The scale of evidence_level(): the Oxford Centre for Evidence-Based Medicine's "2011 Levels of Evidence",
/// its row "Does this intervention help?".
inline constexpr std::string_view kEvidenceScale = "OCEBM 2011";

/// 1 (best) to 5 on that scale; 0 for designs it does not rank: guidelines, protocols, web pages, unknown
/// ones. It ranks designs, not how well a study was done.
[[nodiscard]] int evidence_level(StudyDesign design) noexcept;

/// A design and who says so.
struct NamedDesign {
    StudyDesign design = StudyDesign::unknown;
    bool from_record = false;  ///< PubMed's publication types, rather than words of the title
};

/// The design of a work by PubMed's publication types, else by words of its title, else by its kind (a web
/// page).
NamedDesign study_design(const Item& item, std::span<const std::string> publication_types);

/// The design that index terms (text/terms.hpp) of a title, or of "a 2023 meta-analysis", name; unknown when
/// they name none. The first that applies in the order of enumerators.
StudyDesign study_design_of_terms(std::span<const std::string_view> terms);
StudyDesign study_design_of_text(std::string_view text);

/// Index terms of which every title that names the design has at least one.
std::vector<std::string> terms_of_study_design(StudyDesign design);

/// Can a work not be both? False where one includes the other or either is unknown: a meta-analysis is a
/// systematic review, a "controlled trial" may be randomised.
[[nodiscard]] bool contradict(StudyDesign a, StudyDesign b) noexcept;

}  // namespace whereof::bib
