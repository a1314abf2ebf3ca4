// SPDX-License-Identifier: MIT
#pragma once

#include "verify/verify.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// What a check looks at. The verdicts are check()'s, one a reference.
struct ArticleView {
    const article::Article& article;
    std::span<const finding::Verdict> verdicts;
    std::span<const OtherCitation> others;
};

/// One check on a whole article. A new one: a file check_<name>.cpp, its declaration here, a row in
/// checks.cpp.
struct Check {
    std::string_view rule;      ///< Finding::rule of what it finds
    finding::Level level;       ///< that its findings usually have
    std::string_view explains;  ///< one sentence for people: what it looks for
    void (*run)(const ArticleView& view, std::vector<finding::Finding>& out);
};

/// Every check, in the order in which they run.
[[nodiscard]] std::span<const Check> checks() noexcept;

void check_identifier_conflict(const ArticleView& view, std::vector<finding::Finding>& out);
void check_cited_differently(const ArticleView& view, std::vector<finding::Finding>& out);
void check_duplicate_reference(const ArticleView& view, std::vector<finding::Finding>& out);
void check_shared_identifier(const ArticleView& view, std::vector<finding::Finding>& out);
void check_uncited_reference(const ArticleView& view, std::vector<finding::Finding>& out);
void check_dangling_marker(const ArticleView& view, std::vector<finding::Finding>& out);
void check_uncited_claim(const ArticleView& view, std::vector<finding::Finding>& out);
void check_evidence_differs(const ArticleView& view, std::vector<finding::Finding>& out);
void check_rests_on_flagged(const ArticleView& view, std::vector<finding::Finding>& out);
void check_retraction_notice(const ArticleView& view, std::vector<finding::Finding>& out);
void check_superseded(const ArticleView& view, std::vector<finding::Finding>& out);
void check_cited_after_retraction(const ArticleView& view, std::vector<finding::Finding>& out);

/// A finding on a reference, placed where the reference stands.
finding::Finding on_reference(const ArticleView& view, std::size_t reference, std::string_view rule,
                              finding::Level level, std::string message);

/// "reference 3 (Foster 2018)": how a message names a reference.
std::string name_reference(const ArticleView& view, std::size_t reference);

}  // namespace whereof::verify
