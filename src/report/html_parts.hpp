// SPDX-License-Identifier: MIT
#pragma once

#include "report/issues.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// The style sheet of pages that show articles: light and dark by the reader's choice, and for print. Classes
/// v-<headline> and l-<level> colour what they are put on.
std::string_view html_style() noexcept;

/// Where the parts of an article link to that do not stand on the same page. All empty in a report, which is
/// whole in itself. Addresses, percent-encoded.
struct HtmlPlaces {
    std::string
        reference_page{};  ///< the page about a reference, but for its number: "/reference/draft.md%23r"
    std::string article_page{};  ///< the page with the article's text; empty: this one
};

/// The parts of the page of one article, which link to each other. `number` keeps the anchors of several
/// articles on one page apart.
class HtmlArticle {
  public:
    HtmlArticle(const CheckedArticle& checked, std::size_t number, HtmlPlaces places = {});

    /// The article's text, every marker with its verdict in colour, sign and word, the evidence beside it on
    /// hovering and focus, and findings behind the sentence that they are about.
    void append_text(std::string& out) const;
    /// The list: each reference with its verdict, every field compared side by side, and the way back to the
    /// places that cite it.
    void append_references(std::string& out) const;
    /// One of the list, with all that was compared in plain sight.
    void append_single_reference(std::string& out, std::size_t reference) const;
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
    void append_reference(std::string& out, std::size_t reference, bool alone) const;
    void append_ways_back(std::string& out, std::size_t reference) const;

    const CheckedArticle& checked_;
    std::size_t number_;
    HtmlPlaces places_;
    std::vector<std::vector<std::size_t>> cited_at_;     ///< by reference: its markers
    std::vector<std::vector<std::size_t>> findings_on_;  ///< by reference: findings about it
};

/// "<span class="badge v-mismatch">≠ mismatch</span>"
void append_badge(std::string& out, finding::Headline headline);
/// The same for a finding's level and rule.
void append_badge(std::string& out, finding::Level level, std::string_view rule);

/// A bar for each headline that there is, with its sign, word and number, as inline SVG.
void append_chart(std::string& out, const std::map<finding::Headline, std::size_t>& counts);

/// What was checked of `run`: a chart, the articles with their texts and lists, and what was not checked and
/// why. From a heading of level 1 down; `before_articles` stands behind the head of it.
void append_check_report(std::string& out, const CheckRun& run, std::string_view before_articles = {});

/// "wrong identifier"
std::string in_words(std::string_view name);

}  // namespace whereof::report
