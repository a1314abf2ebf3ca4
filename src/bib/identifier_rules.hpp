// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// What one rule says of one identifier that it is about.
struct RuleOutcome {
    Field field{};
    std::string value;        ///< the identifier
    std::string explanation;  ///< one sentence with what was expected; empty when the identifier passes
};

/// One structural rule, and how far it can be trusted.
struct IdentifierRule {
    std::string_view name;  ///< stable: "elsevier-pii-check"
    std::string_view what;  ///< what is tested, in one line
    int exceptions = 0;     ///< of so many registered identifiers that the rule is about,
    int of = 0;             ///< so many; 0 when nobody counted
    bool convicts = false;  ///< the identifier cannot exist, and the count bears that out
    /// Appends an outcome for every identifier of the item that the rule is about.
    void (*check)(const Item& item, std::vector<RuleOutcome>& out);
};

/// Every rule, in the order in which faults are reported.
std::span<const IdentifierRule> identifier_rules();

/// exceptions / of; 1 when nobody counted.
double false_alarm_rate(const IdentifierRule& rule);

}  // namespace whereof::bib
