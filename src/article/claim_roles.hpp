// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// What a claim cites a reference for: the properties of CiTO, the Citation Typing Ontology (Peroni and
/// Shotton, "FaBiO and CiTO", J Web Semant 2012;17:33-43; http://purl.org/spar/cito), that the words about a
/// marker can tell.
enum class CitationRole : std::uint8_t {
    obtains_support_from,  ///< the assertion stands, the marker behind it: no word says more
    cites_as_evidence,     ///< the words that name evidence are the reference's: "a 2023 meta-analysis [3]"
    agrees_with,           ///< "in line with earlier trials [4]"
    disagrees_with,        ///< "in contrast to the findings of Smith [4]"
    uses_method_in,        ///< "as described in [5]", "measured with the Oswestry index [6]"
    uses_data_from,        ///< "data from a national survey [7]"
    obtains_background_from,       ///< a definition: "chronic pain is defined as … [8]"
    cites_as_recommended_reading,  ///< "see [7]", "for a review, see Smith 2019"
    cites_for_information,         ///< that something was looked into: "several drugs have been tested [4-9]"
};
/// CiTO's name: "citesAsEvidence".
[[nodiscard]] std::string_view name(CitationRole role) noexcept;

struct CitedRole {
    std::uint32_t reference = 0;  ///< index into Article::references
    CitationRole role = CitationRole::obtains_support_from;
    std::string because{};  ///< the article's words that say so; empty for obtains_support_from
    bool operator==(const CitedRole&) const = default;
};

/// The role of each reference of one of the article's claims, in the order of claim.references. By rule, from
/// the clause before its marker, the marker itself and the words right behind it
/// (corpus/words/claim_cues.tsv, evidence_words.tsv):
///   - "see" and its like stand in the marker or right before it;
///   - agreement and contrast, a method and data need no comma between their words and the marker, and the
///   first two a finding, a
///     name or nothing there: "pain similar to angina [4]" agrees with nobody;
///   - evidence stands in the clause, or behind a marker that follows a name alone ("Smith et al. [3], in a
///   2019 trial, …") or ends
///     the claim's clauses; of several references at one marker it is the one of the year that it names, if
///     there is just one;
///   - the first of these that applies counts: reading, contrast, agreement, evidence, method, data,
///   background, information.
std::vector<CitedRole> roles_of(const Article& article, const Claim& claim);

}  // namespace whereof::article
