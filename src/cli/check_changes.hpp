// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"
#include "store/store.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace whereof::cli {

/// What is said now of the references of a store, and of which of them something else was said before.
struct Changes {
    std::vector<report::CheckedArticle> articles;   ///< those with a change
    std::vector<report::ChangedReference> changed;  ///< the gravest headline first, then in order of place
    report::ChangeCounts counts;
};

/// Checks again what may be said otherwise than last time: references of articles that are new or were
/// replaced, and all where the authorities hold something else (`state`, a digest) than they did then. A
/// reference that is new, and stands, is no change. `ask` gives the verdicts on references in order; `keep`
/// says which verdicts are to be told, that is to be what the next comparison is made with.
Changes find_changes(
    store::Store& store, std::string_view state, bool ask_of_all,
    const std::function<std::vector<finding::Verdict>(std::span<const bib::Reference* const>)>& ask,
    const std::function<bool(const finding::Verdict&)>& keep);

}  // namespace whereof::cli
