// SPDX-License-Identifier: MIT
#include "authority/builder_sink.hpp"

#include "authority/normalise.hpp"

namespace whereof::authority {

void BuilderSink::record(Say say) {
    normalise(say);
    builder_.add(say);
}

void BuilderSink::event(std::string DOI, std::string PMID, StatusEvent event) {
    builder_.add_event(DOI, PMID, event);
}

void BuilderSink::deleted(std::string PMID) { builder_.add_deleted(PMID); }

}  // namespace whereof::authority
