// SPDX-License-Identifier: MIT
#include "serve/stored_judge.hpp"

namespace whereof::serve {

finding::Verdict StoredJudge::verdict(std::int64_t reference_id, const bib::Reference& reference) {
    if (auto kept = store_.verdict(reference_id, state_)) {
        return std::move(*kept);
    }
    auto made = verifier_.check(reference);
    if (keeping_ == Keeping::verdicts) {
        store_.put_verdict(reference_id, state_, made);
    }
    return made;
}

}  // namespace whereof::serve
