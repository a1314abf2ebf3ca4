// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::bib {

/// Where a DOI stands, which says what ends it.
enum class DoiPlace : unsigned char {
    whole,  ///< the text is the DOI: everything visible belongs to it
    prose,  ///< running text: "; PubMed", "</a>" or ".PMID" behind it do not
    url,    ///< the path of a web page: a query, "/full" and "/pdf" do not
};

struct DoiText {
    std::string value;    ///< canonical: lower case, percent signs and entities decoded, hyphens ASCII
    std::size_t end = 0;  ///< behind its last byte in the text, trailing punctuation excluded
};

/// Reads the DOI whose "10." stands at `at`.
///
/// Takes   parentheses as far as they balance, SICI suffixes with "<>;:", zero-width characters and soft
/// hyphens
///         (dropped), Unicode hyphens, "%2F", "&lt;". A blank inside is passed over only behind the first
///         slash, and behind a hyphen or slash when a digit follows: "10.1088/2058- 7058/3/9/23".
/// Fails   without 4 to 9 digits of registrant (Crossref's rule), with an empty suffix, more than 2048 bytes,
/// a
///         control or direction character, or a letter of another script inside ("а" for "a" is not read as
///         "a", nor is the DOI cut there).
Result<DoiText> read_doi(std::string_view text, std::size_t at, DoiPlace place);

}  // namespace whereof::bib
