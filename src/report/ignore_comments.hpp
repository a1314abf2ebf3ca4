// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/result.hpp"
#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// <!-- whereof:ignore mismatch, uncited-claim — the reason --> in a Markdown, HTML or XML file.
struct IgnoreComment {
    std::vector<std::string> rules;  ///< each a row of rules()
    std::string reason;              ///< on one line, not empty
    /// A comment on a line of its own speaks of the next line that is neither blank nor another such comment,
    /// wherever on it; `place` is then the beginning of that line. Any other speaks of the reference it
    /// stands in, and of what is nearest before it on its line; `place` is where it begins.
    bool alone = false;
    article::Position place;
    std::uint32_t block = 1;  ///< the first line of the run of lines without a blank one that holds it
};

/// The comments of a file in order. One that names no rule, an unknown one, or gives no reason is left out
/// and told in `faults` ("line 7: …"). Any bytes; linear.
std::vector<IgnoreComment> read_ignore_comments(std::string_view bytes, std::vector<Error>& faults);

/// Marks what the comments speak of as not to count.
void apply_ignore_comments(const std::vector<IgnoreComment>& comments, CheckedArticle& checked);

}  // namespace whereof::report
