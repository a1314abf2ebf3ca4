// SPDX-License-Identifier: MIT
#include "verify/online_answer.hpp"

#include <algorithm>

namespace whereof::verify {
namespace {

bool is_led_by(const Outcome& outcome, bib::Field field) {
    return outcome.work != nullptr &&
           std::ranges::find(outcome.work->identifiers, field) != outcome.work->identifiers.end();
}

}  // namespace

void heed(const authority::Answer& online, const Citation& citation, Outcome& outcome) {
    outcome.URL_state = online.URL_state;
    if (outcome.work == nullptr) {
        outcome.failed = online.failed;
    }
    const auto& item = citation.item;
    if (online.DOI == authority::Registered::no && !is_led_by(outcome, bib::Field::DOI)) {
        outcome.faults.push_back({bib::Field::DOI, item.DOI, kUnregistered,
                                  "doi.org, where every DOI is registered, has none of this name", true});
    }
    // PubMed deletes numbers of records that turned out to be there twice: a number it does not know is wrong
    // only where the work is held under another one, or none.
    if (online.PMID == authority::Registered::no && !is_led_by(outcome, bib::Field::PMID)) {
        outcome.faults.push_back(
            {bib::Field::PMID, item.PMID, kUnregistered, "PubMed has no record of this number", false});
    }
}

}  // namespace whereof::verify
