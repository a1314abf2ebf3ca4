// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "authority/authority.hpp"
#include "authority/online_service.hpp"
#include "bib/reference.hpp"
#include "finding/finding.hpp"
#include "finding/verdict.hpp"

#include <span>
#include <string>
#include <vector>

namespace whereof::verify {

/// Asks authorities about citations. The authorities outlive it; none at all makes every verdict `unchecked`
/// (but for what an identifier's own structure tells).
class Verifier {
  public:
    explicit Verifier(std::vector<authority::Authority*> authorities);

    /// The verdict on one citation. Deterministic: the same reference and authorities give the same verdict.
    /// Throws what the authorities throw.
    [[nodiscard]] finding::Verdict check(const bib::Reference& reference);

    /// The same with what services on the network answered about this citation; the records that they
    /// brought are asked for like any other authority's. One that failed makes `unchecked` of what would be
    /// undecidable or not found. An identifier that its registry does not know is wrong; a dead web page is
    /// only noted.
    [[nodiscard]] finding::Verdict check(const bib::Reference& reference, const authority::Answer& online);

  private:
    std::vector<authority::Authority*> authorities_;
};

/// How another article cites a work: passed in by the caller, who has a store or several files at hand.
struct OtherCitation {
    std::string article;  ///< path or id, for the message
    bib::Reference reference;
};

/// What is to be said of an article beside the verdict on each citation: identifiers that contradict each
/// other, works that two articles cite differently, references never cited, markers without a reference,
/// claims that name evidence and cite none, claims that rest only on flagged sources. `verdicts` are
/// check()'s, one a reference.
std::vector<finding::Finding> check_article(const article::Article& article,
                                            std::span<const finding::Verdict> verdicts,
                                            std::span<const OtherCitation> others);

}  // namespace whereof::verify
