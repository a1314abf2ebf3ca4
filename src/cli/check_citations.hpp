// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/asking.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace whereof::cli {

/// What became of one line of `check --input-format ndjson`.
struct CitationAnswer {
    std::string out;  ///< the line to print
    finding::Headline headline = finding::Headline::unchecked;
    std::optional<Error> skipped;
};

/// Checks citations line by line and hands over each answer in order and as soon as it can, so that a pipe
/// gets its answers as it asks. A line over `max_line` bytes is answered as one that cannot be read.
void check_citations(Context& context, const std::vector<std::string>& paths, std::size_t max_line,
                     const Askings& askings, const std::function<void(CitationAnswer&&)>& take);

}  // namespace whereof::cli
