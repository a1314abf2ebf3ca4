// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "report/accepted.hpp"
#include "report/baseline.hpp"
#include "report/ignore_comments.hpp"
#include "report/report.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// What keeps issues of a run of check from counting: comments in the articles, acceptances of a store, an
/// earlier report. Of several the first that applies, in this order, is named.
class Suppressions {
  public:
    /// Throws IoError, or a Refusal for a file that is no report.
    void take_baseline(const std::string& file);
    void take_acceptances(store::Store& store);
    /// The same from the store there; where there is none, print() says so.
    void take_acceptances(const Context& context, const std::string& db_option);
    void take_comments(const std::string& path, std::string_view bytes);
    /// Only where the file is still the one of that digest; print() counts those where it is not.
    void take_comments_of_file(const std::string& path, const std::string& sha256, std::size_t max_bytes);

    void apply(report::CheckedArticle& checked) const;

    /// Lines on stderr: comments that could not be heeded, what the baseline knew.
    void print(Context& context) const;

  private:
    std::map<std::string, std::vector<report::IgnoreComment>> comments_;  ///< by path
    report::Accepted accepted_;
    report::Baseline baseline_;
    std::vector<std::string> faults_;
    std::vector<std::string> changed_;  ///< files that are gone or other ones now
};

}  // namespace whereof::cli
