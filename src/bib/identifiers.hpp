// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "bib/item.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Reads one identifier as people write it (bare, with its prefix, as a URL, with sentence punctuation behind
/// it) and gives its canonical form: a DOI lower case without resolver, a PMID in digits, "PMC6657922", an
/// arXiv number without version, ISBN-13 digits, "1234-567X", an unpunctuated PII, "NCT01234567". Fails with
/// the reason and the byte where reading stopped. `field` must be one of DOI, PMID, PMCID, arXiv, ISBN, ISSN,
/// PII, trial; other fields fail.
Result<std::string> parse_identifier(Field field, std::string_view text);

/// One identifier found in running text.
struct FoundIdentifier {
    Field field{};
    std::string value;  ///< canonical; for Field::URL the URL as written, without trailing punctuation
    Span span;          ///< all that belongs to it: "doi: https://doi.org/10.1/x", "PMID: 123"
};

/// Every identifier and URL in a text, in order, not overlapping. A PMID needs its prefix or URL; a DOI,
/// arXiv number with prefix, PMCID, trial number and a serial's PII with its S and a right check character
/// are found bare too. A URL that carries an identifier (doi.org, pubmed, pmc, sciencedirect/pii) gives that
/// identifier with the URL's whole span. Linear in the length.
std::vector<FoundIdentifier> find_identifiers(std::string_view text);

/// A structural fact about an identifier that is wrong in itself, known without asking anybody.
struct IdentifierFault {
    Field field{};
    std::string value;        ///< the identifier, canonical
    std::string_view rule;    ///< stable name of the rule: "elsevier-pii-check", "bmc-shape"
    std::string explanation;  ///< one sentence for people, with what was expected
    bool convicts = false;  ///< the rate is at most 1 in 1,000 and the rule says the identifier cannot exist
    int exceptions = 0;     ///< registered identifiers that failed the rule,
    int of = 0;             ///< of so many; 0 when nobody counted, as where the registry itself was asked
};

/// Canonical identifiers, by the fast way where the text is plainly one and by parse_identifier() where not.
/// Empty when there is none.
std::string canonical(Field field, std::string_view text);
std::string canonical_DOI(std::string_view text);
std::string canonical_PMID(std::string_view text);

/// Every structural check of an item's identifiers: check characters, publishers' shapes, ISSN and year
/// inside the identifier against `item`'s own fields, PMID against year. The rules and their measured rates
/// are a table in identifier_rules.cpp. An item without identifiers gives an empty list.
std::vector<IdentifierFault> check_identifiers(const Item& item);

}  // namespace whereof::bib
