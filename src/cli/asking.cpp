// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

namespace whereof::cli {

void ask_all(const Askings& askings, std::span<const bib::Reference* const> references,
             const std::function<void(finding::Verdict&&)>& take) {
    using Cited = const bib::Reference*;
    OrderedWork<Cited, finding::Verdict> work(
        workers<Cited, finding::Verdict>(
            askings, [](Asking& asking, const Cited& cited) { return asking.check(*cited); }),
        take);
    for (const Cited cited : references) {
        work.give(cited);
    }
    work.finish();
}

}  // namespace whereof::cli
