// SPDX-License-Identifier: MIT
#pragma once

#include "finding/verdict.hpp"
#include "verify/outcome.hpp"

#include <string>

namespace whereof::verify {

/// "volume", "journal", "DOI": a field in an editor's words.
[[nodiscard]] std::string_view word_for(bib::Field field) noexcept;

/// "‘Title’ (Lancet 2018)", for naming a work in a sentence.
std::string name_work(const bib::Item& item);

/// What is wrong with an identifier, and how often a registered one would fail the same rule.
std::string explain(const bib::IdentifierFault& fault);

/// One sentence for an editor: why this headline.
std::string reason_for(const finding::Verdict& verdict, const Citation& citation, const Outcome& outcome);

/// What to do about it; empty when nothing.
std::string next_step_for(const finding::Verdict& verdict, const Outcome& outcome);

}  // namespace whereof::verify
