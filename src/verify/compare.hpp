// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record.hpp"
#include "bib/item.hpp"
#include "finding/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

using finding::Agreement;

/// What one field of a citation and of a record say to each other.
struct FieldMatch {
    bib::Field field{};
    Agreement agreement = Agreement::absent;
    double closeness = 0.0;  ///< 1 for same, 0 for nothing in common; says how a different field differs
    std::string cited;
    std::string found;
    std::string note;  ///< why, in words, where it is not plain

    /// same or variant
    [[nodiscard]] bool agrees() const noexcept {
        return agreement == Agreement::same || agreement == Agreement::variant;
    }
    [[nodiscard]] bool differs() const noexcept { return agreement == Agreement::different; }
};

/// The note of a title of which the record has only a piece.
inline constexpr std::string_view kCutTitle = "the record's title is cut short";

/// The note of a field that the raw string has as the record does, whatever was parsed.
inline constexpr std::string_view kAsWritten = "as it stands in the citation";

/// The note of a number of pages ("12 pages"), which is no place.
inline constexpr std::string_view kPageCount = "how many pages, not which";

/// The note of a DOI that differs as a publisher's does from a preprint server's.
inline constexpr std::string_view kRecordIsPreprint = "the record is a preprint";

/// The note of a DOI that differs from the record's in its version alone.
inline constexpr std::string_view kOtherVersion = "another version of the work";

/// A DOI of a preprint server or repository, which stands beside the publisher's.
[[nodiscard]] bool is_preprint_DOI(std::string_view DOI);

/// Each compares one field's two forms and knows that field's own idea of sameness. An empty side is
/// `absent`.
FieldMatch compare_title(std::string_view cited, std::string_view found);
FieldMatch compare_container(const bib::Item& cited, const bib::Item& found);
FieldMatch compare_year(const bib::Item& cited, const bib::Item& found);
FieldMatch compare_volume(std::string_view cited, std::string_view found);
FieldMatch compare_issue(std::string_view cited, std::string_view found);
FieldMatch compare_page(std::string_view cited, std::string_view found);
FieldMatch compare_publisher(std::string_view cited, std::string_view found);
/// The place of a conference; a publisher has many offices, so other places never differ.
FieldMatch compare_place(const bib::Item& cited, const bib::Item& found);
FieldMatch compare_DOI(std::string_view cited, std::string_view found);
/// PMID, PMCID, arXiv, PII, trial: equal or not.
FieldMatch compare_identifier(bib::Field field, std::string_view cited, std::string_view found);

/// The author lists: families, initials, particles, order, et al. and collectives. `found_incomplete`: the
/// authority is known to list only some authors, so that further ones in the citation count for nothing.
FieldMatch compare_authors(const bib::Item& cited, const bib::Item& found, bool found_incomplete);

/// All fields of a citation against a record. A field that disagrees with the record's chief source but
/// agrees with another of its sources is a `variant`.
struct Comparison {
    std::vector<FieldMatch> fields;  ///< in order of Field, each at most once, none absent on the cited side

    [[nodiscard]] const FieldMatch* of(bib::Field field) const noexcept;
    [[nodiscard]] FieldMatch* of(bib::Field field) noexcept;
    /// same or variant
    [[nodiscard]] bool agrees(bib::Field field) const noexcept;
    [[nodiscard]] bool differs(bib::Field field) const noexcept;
};
Comparison compare(const bib::Item& cited, const authority::Record& record);

/// Leaves a title unsaid that is another one because it is in another language, where authors, volume and
/// page say that the work is meant and nothing contradicts them.
void allow_translated_title(const bib::Item& cited, const bib::Item& found, Comparison& comparison);

}  // namespace whereof::verify
