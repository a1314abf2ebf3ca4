// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "report/report.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace whereof::report {

/// What an earlier report said: the issues that are no news.
class Baseline {
  public:
    /// Marks what the earlier report has too, and nothing else keeps quiet, as not to count.
    void apply(CheckedArticle& checked) const;

    void add(std::string uri, std::string fingerprint) {
        known_.emplace(std::move(uri), std::move(fingerprint));
    }
    /// Lines on references, which ndjson prints when nothing else is asked for, say nothing of the findings.
    [[nodiscard]] bool lacks_findings() const noexcept { return lacks_findings_; }
    void set_lacks_findings(bool lacks) noexcept { lacks_findings_ = lacks; }
    [[nodiscard]] bool empty() const noexcept { return known_.empty(); }

  private:
    std::set<std::pair<std::string, std::string>> known_;  ///< the article's URI, fingerprint
    bool lacks_findings_ = false;
};

/// Reads a report that check wrote as json, ndjson (references or findings) or sarif. What a comment or an
/// acceptance kept quiet then is not known: it was told to nobody. Any bytes.
Result<Baseline> read_baseline(std::string_view bytes);

}  // namespace whereof::report
