// SPDX-License-Identifier: MIT
#include "serve/stored_judge.hpp"

namespace whereof::serve {

std::optional<finding::Verdict> StoredJudge::kept(std::int64_t reference_id) {
    return store_.verdict(reference_id, state_);
}

finding::Verdict StoredJudge::verdict(std::int64_t reference_id, const bib::Reference& reference) {
    if (auto known = kept(reference_id)) {
        return *std::move(known);
    }
    if (last_ && last_->first == reference_id) {
        return last_->second;
    }
    auto made = verifier_.check(reference);
    if (keeping_ == Keeping::verdicts) {
        store_.put_verdict(reference_id, state_, made);
    }
    last_.emplace(reference_id, made);
    return made;
}

}  // namespace whereof::serve
