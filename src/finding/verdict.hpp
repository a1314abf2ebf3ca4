// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::finding {

enum class Existence : std::uint8_t {
    found,        ///< an authority holds this work, or lists an identifier cited among the retracted
    not_found,    ///< an authority shows that it would have known the work, and holds another in its place
    undecidable,  ///< no authority asked covers this kind, journal or year, or too little is cited to tell
    unchecked,    ///< nobody could be asked: none is installed, or one that covers it failed
};

enum class Description : std::uint8_t {
    exact,       ///< every field cited is the record's
    variant,     ///< same facts in another form: abbreviation, et al., initials, online or print year
    incomplete,  ///< nothing wrong, something usual absent
    wrong,       ///< Verdict::wrong_fields says which
};

enum class Status : std::uint8_t { current, corrected, concern, retracted, retraction_notice, superseded };

/// One word for people. The first that applies, in this order.
enum class Headline : std::uint8_t {
    retracted,
    wrong_identifier,
    mismatch,
    concern,
    corrected,
    verified,
    not_found,
    undecidable,
    unchecked,
};

/// silence (absent) is never disagreement
enum class Agreement : std::uint8_t { same, variant, different, absent };

/// One comparison, kept whole so that a reader can disagree with us.
struct Evidence {
    bib::Field field{};
    Agreement agreement = Agreement::absent;
    std::string cited;   ///< as the article has it
    std::string found;   ///< as the authority has it
    std::string source;  ///< "sample@2026-11-01#10.1016/…", "rule:elsevier-pii-check"
    std::string note;    ///< why, in words, where it is not plain: "the year of online publication"
};

/// What is said of one citation, on three axes kept apart.
struct Verdict {
    Existence existence = Existence::unchecked;
    std::optional<Description> description;  ///< only when found
    std::optional<Status> status;            ///< only when found
    Headline headline = Headline::unchecked;
    std::vector<bib::Field> wrong_fields;  ///< in order of Field, each once
    std::string reason;                    ///< one sentence: why this headline
    std::string next_step;                 ///< what to do about it; empty when nothing
    std::vector<Evidence> evidence;
    std::optional<bib::Item> record;     ///< the work that the description means, when held with confidence
    std::optional<bib::Item> corrected;  ///< the citation with its wrong fields replaced, where one is known
    std::vector<std::string> notices;    ///< editorial notices, one sentence each, with DOI and date
    std::string retracted_on;            ///< ISO 8601, of the retraction; empty when not retracted or unknown
    std::vector<std::string> publication_types;  ///< PubMed's, of `record`
    double probability = 0.0;                    ///< that `record` is the work meant; 0 without a record
};

[[nodiscard]] std::string_view name(Existence value) noexcept;
[[nodiscard]] std::string_view name(Description value) noexcept;
[[nodiscard]] std::string_view name(Status value) noexcept;
[[nodiscard]] std::string_view name(Headline value) noexcept;
[[nodiscard]] std::string_view name(Agreement value) noexcept;
[[nodiscard]] std::optional<Headline> headline_of_name(std::string_view name) noexcept;

/// The headline that follows from the axes (docs/design.md, "The verdict"). `identifier_wrong`: an identifier
/// resolves to another work, is another journal's, or failed a structural check that convicts.
[[nodiscard]] Headline headline_of(const Verdict& verdict, bool identifier_wrong) noexcept;

enum class Level : std::uint8_t { none, note, warning, error };
[[nodiscard]] std::string_view name(Level level) noexcept;
/// retracted, wrong_identifier, mismatch, not_found: error; concern, corrected: warning; undecidable,
/// unchecked: note; verified: none.
[[nodiscard]] Level level_of(Headline headline) noexcept;

}  // namespace whereof::finding
