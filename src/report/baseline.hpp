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
    [[nodiscard]] bool empty() const noexcept { return known_.empty(); }

  private:
    std::set<std::pair<std::string, std::string>> known_;  ///< the article's URI, fingerprint
};

/// Reads a report that check wrote as json, ndjson (references or findings) or sarif. What a comment or an
/// acceptance kept quiet then is not known: it was told to nobody. Any bytes.
Result<Baseline> read_baseline(std::string_view bytes);

}  // namespace whereof::report
