// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"
#include "verify/compare.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

/// Registrants of preprint servers and repositories: their DOI for a work stands beside the publisher's.
/// (bioRxiv/medRxiv, SSRN, Research Square, Preprints.org, arXiv, ChemRxiv, OSF, Authorea, PeerJ Preprints)
constexpr std::array<std::string_view, 9> kPreprintRegistrants{"10.1101/",  "10.2139/",  "10.21203/",
                                                               "10.20944/", "10.48550/", "10.26434/",
                                                               "10.31219/", "10.22541/", "10.7287/"};

/// "10.1002/14651858.cd001351.pub3" without ".pub3", ".v2", "/v1": versions of one work.
std::string_view without_version(std::string_view DOI) {
    const auto digits = DOI.find_last_not_of("0123456789");
    if (digits == std::string_view::npos || digits + 1 == DOI.size()) {
        return DOI;
    }
    for (const std::string_view mark : {".pub", ".v", "/v", "v"}) {
        const auto head = DOI.substr(0, digits + 1);
        if (head.ends_with(mark) && (mark != "v" || DOI.starts_with("10.48550/"))) {
            return head.substr(0, head.size() - mark.size());
        }
    }
    return DOI;
}

}  // namespace

bool is_preprint_DOI(std::string_view DOI) {
    const bool registrant = std::ranges::any_of(
        kPreprintRegistrants, [&](std::string_view start) { return DOI.starts_with(start); });
    // Cold Spring Harbor's journals have letters behind theirs: 10.1101/gr.…
    constexpr std::string_view kColdSpringHarbor = "10.1101/";
    return registrant && (!DOI.starts_with(kColdSpringHarbor) || DOI.size() == kColdSpringHarbor.size() ||
                          text::is_ascii_digit(DOI[kColdSpringHarbor.size()]));
}

FieldMatch compare_DOI(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::DOI, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    if (cited.empty() || found.empty()) {
        return out;
    }
    const auto a = text::ascii_lower(cited);
    const auto b = text::ascii_lower(found);
    out.closeness = 1.0;
    if (a == b) {
        out.agreement = Agreement::same;
        return out;
    }
    out.agreement = Agreement::variant;
    if (without_version(a) == without_version(b)) {
        out.note = std::string(kOtherVersion);
        return out;
    }
    if (is_preprint_DOI(a) != is_preprint_DOI(b)) {
        out.note = is_preprint_DOI(a) ? "the DOI of a preprint" : std::string(kRecordIsPreprint);
        return out;
    }
    out.agreement = Agreement::different;
    out.closeness = 0.0;
    return out;
}

FieldMatch compare_identifier(bib::Field field, std::string_view cited, std::string_view found) {
    FieldMatch out{field, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    if (!cited.empty() && !found.empty()) {
        const bool same = text::ascii_lower(cited) == text::ascii_lower(found);
        out.agreement = same ? Agreement::same : Agreement::different;
        out.closeness = same ? 1.0 : 0.0;
    }
    return out;
}

}  // namespace whereof::verify
