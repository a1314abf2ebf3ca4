// SPDX-License-Identifier: MIT
#include "bib/identifiers.hpp"

#include "bib/doi.hpp"
#include "bib/identifier_forms.hpp"
#include "bib/identifier_urls.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::bib {
namespace {

struct Kind {
    Field field;
    std::string_view expected;  ///< for the message of a failure
    std::array<std::string_view, 4> prefixes;
    std::optional<FormText> (*read)(std::string_view, std::size_t);  ///< nullptr for a DOI
};
constexpr Kind kKinds[] = {
    {Field::DOI, "a DOI like 10.1000/182", {"doi"}, nullptr},
    {Field::PMID, "a PMID of 1 to 8 digits", {"pubmed pmid", "pubmed id", "pubmed", "pmid"}, read_pmid},
    {Field::PMCID, "a PMCID like PMC6657922", {"pubmed central pmcid", "pmcid"}, read_pmcid},
    {Field::arXiv,
     "an arXiv number like 2301.00001 or hep-th/9901001",
     {"arxiv preprint arxiv", "arxiv"},
     read_arxiv},
    {Field::ISBN, "an ISBN of 10 or 13 digits", {"isbn-13", "isbn-10", "isbn"}, read_isbn},
    {Field::ISSN, "an ISSN like 1234-567X", {"e-issn", "eissn", "issn-l", "issn"}, read_issn},
    {Field::PII, "a PII like S0140-6736(18)30480-X", {"pii"}, read_pii},
    {Field::trial, "a trial number like NCT01234567 or ISRCTN12345678", {}, read_trial},
};

/// The first control or direction character, which no identifier has; npos when there is none.
std::size_t find_forbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = text::next_code_point(text, at);
        if (c < 0x20 || c == 0x7F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
            return here;
        }
    }
    return std::string_view::npos;
}

std::size_t skip_prefix(std::string_view text, const Kind& kind) {
    for (const std::string_view prefix : kind.prefixes) {
        if (!prefix.empty() && starts_with_folded(text, prefix)) {
            const std::size_t behind = text.find_first_not_of(" :=.>#[(", prefix.size());
            return std::min(behind, text.size());
        }
    }
    return 0;
}

/// Nothing but sentence punctuation and closing brackets is left.
bool is_tail(std::string_view rest) {
    return rest.find_first_not_of(" .,;:!?)]}>'\"*/") == std::string_view::npos;
}

Result<std::string> read_kind(const Kind& kind, std::string_view text) {
    const std::size_t begin = skip_prefix(text, kind);
    if (begin < text.size() && begins_url(text, begin)) {
        auto url = read_url(text, begin);
        // "#sec-2" is a place in the page.
        const bool whole = url && (is_tail(text.substr(url->span.end)) || text[url->span.end] == '#');
        if (whole && url->field == kind.field) {
            return std::move(url->value);
        }
        return Error{"expected " + std::string(kind.expected) + " or a URL that leads to one", {}, begin};
    }
    if (kind.read == nullptr) {
        auto doi = read_doi(text, begin, DoiPlace::whole);
        if (!doi) {
            return std::move(doi).error();
        }
        return std::move(doi->value);
    }
    auto form = kind.read(text, begin);
    if (!form && kind.field == Field::PMCID) {
        form = read_pmid(text, begin);
        if (form) {
            form->value.insert(0, "PMC");
        }
    }
    if (!form || !is_tail(text.substr(form->end))) {
        return Error{"expected " + std::string(kind.expected), {}, form ? form->end : begin};
    }
    return std::move(form->value);
}

}  // namespace

Result<std::string> parse_identifier(Field field, std::string_view text) {
    const auto* kind = std::ranges::find(kKinds, field, &Kind::field);
    if (kind == std::end(kKinds)) {
        return Error{"expected an identifier's field, not " + std::string(csl_name(field))};
    }
    const std::string_view trimmed = text::trim(text);
    const auto lead = trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - text.data());
    if (const std::size_t at = find_forbidden(trimmed); at != std::string_view::npos) {
        return Error{"expected visible characters in an identifier, found a control or direction character",
                     {},
                     lead + at};
    }
    auto value = read_kind(*kind, trimmed);
    if (!value) {
        Error error = std::move(value).error();
        error.offset += lead;
        return error;
    }
    return value;
}

std::string canonical(Field field, std::string_view text) {
    if (text::trim(text).empty()) {
        return {};
    }
    auto parsed = parse_identifier(field, text);
    return parsed ? std::move(*parsed) : std::string();
}

std::string canonical_DOI(std::string_view text) {
    const auto plain = [](char c) {
        return text::is_ascii_alnum(c) || c == '.' || c == '/' || c == '-' || c == '_' || c == '(' ||
               c == ')' || c == ':' || c == ';';
    };
    if (text.starts_with("10.") && std::ranges::all_of(text, plain) && text::is_ascii_alnum(text.back())) {
        return text::ascii_lower(text);
    }
    return canonical(Field::DOI, text);
}

std::string canonical_PMID(std::string_view text) {
    if (!text.empty() && text.size() <= 8 && text.front() != '0' &&
        std::ranges::all_of(text, text::is_ascii_digit)) {
        return std::string(text);
    }
    return canonical(Field::PMID, text);
}

}  // namespace whereof::bib
