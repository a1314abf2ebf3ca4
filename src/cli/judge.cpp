// SPDX-License-Identifier: MIT
#include "cli/judge.hpp"

#include <algorithm>

namespace whereof::cli {

finding::Verdict StoredJudge::verdict(std::int64_t reference_id, const bib::Reference& reference) {
    if (auto kept = store_.verdict(reference_id, state_)) {
        return std::move(*kept);
    }
    auto made = verifier_.check(reference);
    store_.put_verdict(reference_id, state_, made);
    return made;
}

std::optional<finding::Headline> worst(const std::vector<finding::Headline>& headlines) {
    if (headlines.empty()) {
        return std::nullopt;
    }
    const auto badness = [](finding::Headline headline) {
        return headline == finding::Headline::verified ? 100 : static_cast<int>(headline);
    };
    return std::ranges::min(headlines, {}, badness);
}

}  // namespace whereof::cli
