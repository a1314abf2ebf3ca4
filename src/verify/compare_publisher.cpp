// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "verify/compare.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

/// Imprints and the house they belong to, or belonged to when much of their list appeared. Two names of one
/// house never contradict each other; only two different houses of this table do.
struct Imprint {
    std::string_view words;  ///< folded, as they stand in the publisher's name
    std::string_view house;
};
constexpr std::array<Imprint, 66> kImprints{{
    {"elsevier", "elsevier"},
    {"academic press", "elsevier"},
    {"cell press", "elsevier"},
    {"pergamon", "elsevier"},
    {"north holland", "elsevier"},
    {"saunders", "elsevier"},
    {"mosby", "elsevier"},
    {"churchill livingstone", "elsevier"},
    {"butterworth", "elsevier"},
    {"morgan kaufmann", "elsevier"},
    {"springer", "springer"},
    {"nature publishing", "springer"},
    {"nature research", "springer"},
    {"nature portfolio", "springer"},
    {"biomed central", "springer"},
    {"bmc", "springer"},
    {"kluwer academic", "springer"},
    {"palgrave", "springer"},
    {"humana", "springer"},
    {"birkhauser", "springer"},
    {"plenum", "springer"},
    {"adis", "springer"},
    {"macmillan", "springer"},
    {"wiley", "wiley"},
    {"blackwell", "wiley"},
    {"munksgaard", "wiley"},
    {"hindawi", "wiley"},
    {"jossey bass", "wiley"},
    {"taylor francis", "informa"},
    {"taylor and francis", "informa"},
    {"routledge", "informa"},
    {"informa", "informa"},
    {"crc press", "informa"},
    {"dove", "informa"},
    {"psychology press", "informa"},
    {"lippincott", "wolters"},
    {"wolters kluwer", "wolters"},
    {"ovid technologies", "wolters"},
    {"medknow", "wolters"},
    {"sage", "sage"},
    {"mary ann liebert", "sage"},
    {"oxford university press", "oxford"},
    {"cambridge university press", "cambridge"},
    {"mit press", "mit"},
    {"ieee", "ieee"},
    {"institute of electrical and electronics engineers", "ieee"},
    {"acm", "acm"},
    {"association for computing machinery", "acm"},
    {"association for computational linguistics", "acl"},
    {"association for the advancement of artificial intelligence", "aaai"},
    {"aaai", "aaai"},
    {"american chemical society", "acs"},
    {"american psychological association", "apa"},
    {"american medical association", "ama"},
    {"bmj", "bmj"},
    {"thieme", "thieme"},
    {"karger", "karger"},
    {"mdpi", "mdpi"},
    {"multidisciplinary digital publishing institute", "mdpi"},
    {"frontiers media", "frontiers"},
    {"public library of science", "plos"},
    {"plos", "plos"},
    {"pmlr", "pmlr"},
    {"usenix", "usenix"},
    {"iop publishing", "iop"},
    {"royal society of chemistry", "rsc"},
}};

/// The houses that a publisher's name speaks of.
std::vector<std::string_view> houses_of(std::string_view publisher) {
    const auto words = text::fold_words(publisher);
    std::string line = " ";
    for (const auto& word : words) {
        line += word + " ";
    }
    std::vector<std::string_view> out;
    for (const auto& [name, house] : kImprints) {
        if (line.find(" " + std::string(name) + " ") != std::string::npos ||
            (name.size() >= 7 && line.find(" " + std::string(name)) != std::string::npos)) {
            out.push_back(house);
        }
    }
    return out;
}

}  // namespace

FieldMatch compare_publisher(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::publisher, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    const auto a = text::fold_key(cited);
    const auto b = text::fold_key(found);
    if (a.empty() || b.empty()) {
        return out;
    }
    if (a == b || a.find(b) != std::string::npos || b.find(a) != std::string::npos) {
        out.agreement = a == b ? Agreement::same : Agreement::variant;
        out.closeness = 1.0;
        return out;
    }
    const auto cited_houses = houses_of(cited);
    const auto found_houses = houses_of(found);
    const bool shared = std::ranges::any_of(cited_houses, [&](std::string_view house) {
        return std::ranges::find(found_houses, house) != found_houses.end();
    });
    if (shared) {
        out.agreement = Agreement::variant;
        out.closeness = 1.0;
    } else if (!cited_houses.empty() && !found_houses.empty()) {
        out.agreement = Agreement::different;
    }
    return out;
}

FieldMatch compare_place(const bib::Item& cited, const bib::Item& found) {
    FieldMatch out{bib::Field::publisher_place, Agreement::absent,     0.0,
                   cited.publisher_place,       found.publisher_place, ""};
    const auto a = text::fold_words(cited.publisher_place);
    const auto b = text::fold_words(found.publisher_place);
    if (a.empty() || b.empty()) {
        return out;
    }
    const bool shared = std::ranges::any_of(
        a, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); });
    if (shared) {
        out.agreement = a == b ? Agreement::same : Agreement::variant;
        out.closeness = 1.0;
    } else if (found.type == bib::ItemType::paper_conference) {
        out.agreement = Agreement::different;
    }
    return out;
}

}  // namespace whereof::verify
