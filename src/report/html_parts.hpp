// SPDX-License-Identifier: MIT
#pragma once

#include "report/issues.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// The style sheet of pages that show articles: light and dark by the reader's choice, and for print. Classes
/// v-<headline> and l-<level> colour what they are put on.
std::string_view html_style() noexcept;

/// The parts of the page of one article, which link to each other. `number` keeps the anchors of several
/// articles on one page apart.
class HtmlArticle {
  public:
    HtmlArticle(const CheckedArticle& checked, std::size_t number);

    /// The article's text, every marker with its verdict in colour, sign and word, the evidence beside it on
    /// hovering and focus, and findings behind the sentence that they are about.
    void append_text(std::string& out) const;
    /// The list: each reference with its verdict, every field compared side by side, and the way back to the
    /// places that cite it.
    void append_references(std::string& out) const;
    /// What is said beside the verdicts; nothing when that is nothing.
    void append_findings(std::string& out) const;

    /// "a2", "a2-r5", "a2-m7", "a2-f1": ids on the page.
    [[nodiscard]] std::string id() const;
    [[nodiscard]] std::string reference_id(std::size_t reference) const;
    [[nodiscard]] std::string marker_id(std::size_t marker) const;
    [[nodiscard]] std::string finding_id(std::size_t finding) const;

    [[nodiscard]] const CheckedArticle& checked() const noexcept { return checked_; }

  private:
    struct Insert;  ///< something that stands in the text
    [[nodiscard]] std::vector<Insert> inserts() const;
    void append_stretch(std::string& out, Span stretch, const std::vector<Insert>& inserts,
                        std::size_t& next) const;
    void append_marker(std::string& out, std::size_t marker) const;
    void append_tip(std::string& out, std::size_t marker) const;
    void append_flag(std::string& out, std::size_t finding) const;
    void append_reference(std::string& out, std::size_t reference) const;
    void append_ways_back(std::string& out, std::size_t reference) const;

    const CheckedArticle& checked_;
    std::size_t number_;
    std::vector<std::vector<std::size_t>> cited_at_;     ///< by reference: its markers
    std::vector<std::vector<std::size_t>> findings_on_;  ///< by reference: findings about it
};

/// "<span class="badge v-mismatch">≠ mismatch</span>"
void append_badge(std::string& out, finding::Headline headline);
/// The same for a finding's level and rule.
void append_badge(std::string& out, finding::Level level, std::string_view rule);

/// "wrong identifier"
std::string in_words(std::string_view name);

}  // namespace whereof::report
