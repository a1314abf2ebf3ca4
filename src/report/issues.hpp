// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// Something wrong that a report says of an article: a verdict that is not `verified`, or a finding. The
/// views go into the article checked.
struct Issue {
    std::string_view rule;  ///< a row of rules()
    finding::Level level = finding::Level::note;
    std::string_view message;
    std::string_view next_step;  ///< may be empty
    std::uint32_t line = 0;      ///< from 1; 0 when it has no place
    std::uint32_t column = 0;    ///< code points from 1
    std::optional<std::size_t> reference;
    std::optional<std::size_t> claim;
    bool is_verdict = false;
    const Suppression* suppressed = nullptr;  ///< nullptr: it counts
};

/// All of an article in order of place, verdicts before findings.
std::vector<Issue> issues_of(const CheckedArticle& checked);

/// The verdict on the reference, or `unchecked` where the caller has none for it.
const finding::Verdict& verdict_of(const CheckedArticle& checked, std::size_t reference);

/// By what an issue is known again in a later run over a changed article: its rule with the string of its
/// reference, else of its claim, else its message. The article's path is no part of it.
std::string fingerprint(const CheckedArticle& checked, const Issue& issue);
/// The same from the rule and bib::fingerprint() of the reference or claim.
std::string fingerprint_of(std::string_view rule, std::string_view subject);
std::string verdict_fingerprint(const CheckedArticle& checked, std::size_t reference);
std::string finding_fingerprint(const CheckedArticle& checked, std::size_t finding);

/// "[3] Fritz 2023", the name an editor knows a reference by.
std::string short_name(const article::ListedReference& listed, std::size_t index);

/// "1 verdict suppressed by comments, 2 by whereof accept, 3 known from the baseline"; empty when none is.
std::string suppressed_in_words(std::span<const CheckedArticle> all);

}  // namespace whereof::report
