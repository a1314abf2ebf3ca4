// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace whereof::store {

/// References by the headline of their newest verdict.
using HeadlineCounts = std::map<finding::Headline, std::int64_t>;

/// The references of one site, year or journal.
struct VerdictTally {
    std::string name;  ///< "BMJ", "2019"; empty where the article or reference names none
    HeadlineCounts counts;
    std::int64_t references = 0;  ///< sum of the counts
};

/// A work that several references mean.
struct CitedWork {
    std::int64_t work = 0;
    std::int64_t reference = 0;  ///< one that means it
    std::int64_t citations = 0;  ///< references that mean it
    std::int64_t articles = 0;   ///< that cite it
    std::int64_t flagged = 0;    ///< references that mean it whose newest verdict is an error or a warning
    finding::Headline headline = finding::Headline::unchecked;  ///< the gravest newest verdict on one of them
};

/// What the kept verdicts say of the whole store. Lists are the largest first, equal ones by name or id.
struct Overview {
    std::int64_t checked = 0;  ///< references with any verdict
    HeadlineCounts counts;
    std::vector<VerdictTally> by_site;
    std::vector<VerdictTally> by_year;  ///< the newest first, all of them
    std::vector<VerdictTally> by_journal;
    std::vector<CitedWork> flagged;     ///< works whose headline is an error or a warning
    std::vector<CitedWork> most_cited;  ///< by at least two articles
};

}  // namespace whereof::store
