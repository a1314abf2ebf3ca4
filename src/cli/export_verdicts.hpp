// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/authorities.hpp"
#include "cli/export_sources.hpp"
#include "finding/verdict.hpp"
#include "verify/verify.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::cli {

/// What --verdict is when it is not given: it leaves no reference out.
inline constexpr std::string_view kAllVerdicts = "all";

/// The headlines of a comma-divided list; none of kAllVerdicts.
Result<std::set<finding::Headline>> parse_verdicts(std::string_view list);

/// The worst of several headlines (in Headline's own order, `verified` last); absent for none.
std::optional<finding::Headline> worst(const std::vector<finding::Headline>& headlines);

/// What export says of references: asks each once, and opens authorities only when one is to be asked.
class ExportVerdicts {
  public:
    /// `named`: the indexes that the user gave; none: the default ones. Outlived by both.
    ExportVerdicts(const Context& context, const std::vector<std::string>& named)
        : context_(context), named_(named) {}

    /// The headline that named authorities give, else the one the store keeps, else what the default
    /// authorities say.
    finding::Headline of(const ExportedReference& cited);
    /// The same without asking the default authorities; absent when that leaves none.
    std::optional<finding::Headline> known(const ExportedReference& cited);

  private:
    finding::Headline fresh(const ExportedReference& cited);
    void open();

    const Context& context_;
    const std::vector<std::string>& named_;
    std::unique_ptr<Authorities> opened_;
    std::string state_;
    std::unique_ptr<verify::Verifier> verifier_;
    std::unordered_map<std::string, finding::Headline> headlines_;  ///< by "path#index"
};

}  // namespace whereof::cli
