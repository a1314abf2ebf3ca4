// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "finding/verdict.hpp"
#include "report/report.hpp"
#include "serve/given_articles.hpp"
#include "serve/tools.hpp"
#include "verify/verify.hpp"

#include <chrono>
#include <cstddef>
#include <span>
#include <vector>

namespace whereof::serve {

/// Ends a call that would go on for too long.
class Deadline {
  public:
    explicit Deadline(std::chrono::milliseconds patience)
        : patience_(patience), end_(std::chrono::steady_clock::now() + patience) {}
    [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= end_; }
    /// What to say then, and what to do, `done` of the citations being checked.
    [[nodiscard]] Error error(std::size_t done) const;

  private:
    std::chrono::milliseconds patience_;
    std::chrono::steady_clock::time_point end_;
};

/// The verdicts on `references`, in order. Fails when the desk's patience ends.
Result<std::vector<finding::Verdict>> verdicts_on(const Desk& desk,
                                                  std::span<const article::ListedReference> references,
                                                  const Deadline& deadline);

/// The verdicts on all references of these articles, and what is found beside them. Fails likewise.
Result<std::vector<report::CheckedArticle>> check_articles(const Desk& desk,
                                                           std::vector<GivenArticle> articles);

/// What the desk's authorities say of themselves.
std::vector<authority::AuthorityInfo> infos_of(const Desk& desk);

}  // namespace whereof::serve
