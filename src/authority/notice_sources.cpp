// SPDX-License-Identifier: MIT
#include "authority/notice_sources.hpp"

#include "authority/json_fields.hpp"
#include "formats/medline_text.hpp"

namespace whereof::authority {

bib::Date date_in_source(std::string_view text) {
    return formats::medline_date(text.substr(0, text.find(';')));
}

std::string doi_in_source(std::string_view text) {
    const std::size_t at = text.find("10.");
    if (at == std::string_view::npos || text.find("doi") == std::string_view::npos) {
        return {};
    }
    std::string_view doi = text.substr(at);
    doi = doi.substr(0, doi.find_first_of(" \t\n"));
    while (doi.ends_with('.') || doi.ends_with(';') || doi.ends_with(',')) {
        doi.remove_suffix(1);
    }
    return canonical_DOI(doi);
}

}  // namespace whereof::authority
