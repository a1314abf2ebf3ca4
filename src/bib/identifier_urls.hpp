// SPDX-License-Identifier: MIT
#pragma once

#include "bib/identifiers.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace whereof::bib {

/// Does a URL begin at `at`: a scheme, "www.", or the bare host of a resolver ("doi.org/", "pubmed.ncbi.…")?
bool begins_url(std::string_view text, std::size_t at);

/// The URL that begins at `at` (see begins_url) up to a blank, quotation mark or angle bracket, without the
/// sentence's punctuation. When it leads to a page of one work, the identifier in it stands for it: doi.org,
/// PubMed, PMC, arXiv, trial registries, Elsevier's PII pages, and any path that holds a whole DOI. A host
/// that only looks like a resolver ("doi.org.evil.example") gives a plain URL.
std::optional<FoundIdentifier> read_url(std::string_view text, std::size_t at);

}  // namespace whereof::bib
