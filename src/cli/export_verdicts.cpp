// SPDX-License-Identifier: MIT
#include "cli/export_verdicts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::cli {

using finding::Headline;

Result<std::set<Headline>> parse_verdicts(std::string_view list) {
    std::set<Headline> out;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const auto headline = finding::headline_of_name(list.substr(0, comma));
        if (!headline) {
            return Error{
                fmt::format("--verdict: '{}' is no verdict; there are retracted, wrong_identifier, "
                            "mismatch, concern, corrected, verified, not_found, undecidable, unchecked",
                            list.substr(0, comma))};
        }
        out.insert(*headline);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out;
}

std::optional<Headline> worst(const std::vector<Headline>& headlines) {
    if (headlines.empty()) {
        return std::nullopt;
    }
    const auto badness = [](Headline headline) {
        return headline == Headline::verified ? 100 : static_cast<int>(headline);
    };
    return std::ranges::min(headlines, {}, badness);
}

std::string ExportVerdicts::known(const ExportedReference& cited, bool is_needed) {
    if (named_.empty() && cited.store != nullptr) {
        open();
        const auto kept = cited.store->verdict(cited.id, state_);
        if (kept || !is_needed) {
            return kept ? std::string(finding::name(kept->headline)) : "";
        }
    }
    if (named_.empty() && !is_needed) {
        return {};
    }
    return std::string(finding::name(fresh(cited)));
}

Headline ExportVerdicts::fresh(const ExportedReference& cited) {
    open();
    const auto [at, is_new] =
        headlines_.try_emplace(fmt::format("{}#{}", cited.path, cited.index), Headline::unchecked);
    if (is_new) {
        at->second = verifier_->check(cited.reference).headline;
    }
    return at->second;
}

void ExportVerdicts::open() {
    if (!opened_) {
        opened_ = std::make_unique<Authorities>(context_, named_);
        state_ = opened_->state();
        verifier_ = std::make_unique<verify::Verifier>(opened_->pointers());
    }
}

}  // namespace whereof::cli
