// SPDX-License-Identifier: MIT
#include "cli/export_verdicts.hpp"

#include "cli/check_choices.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::cli {

using finding::Headline;

Result<std::set<Headline>> parse_verdicts(std::string_view list) {
    return list == kAllVerdicts ? std::set<Headline>() : parse_headlines(list, "--verdict", "verdict", "all");
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

Headline ExportVerdicts::of(const ExportedReference& cited) {
    const auto headline = known(cited);
    return headline ? *headline : fresh(cited);
}

std::optional<Headline> ExportVerdicts::known(const ExportedReference& cited) {
    if (!named_.empty()) {
        return fresh(cited);
    }
    if (cited.store == nullptr) {
        return std::nullopt;
    }
    open();
    const auto kept = cited.store->verdict(cited.id, state_);
    return kept ? std::optional(kept->headline) : std::nullopt;
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
