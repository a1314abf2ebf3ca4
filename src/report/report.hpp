// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "authority/authority.hpp"
#include "base/result.hpp"
#include "finding/finding.hpp"
#include "finding/verdict.hpp"
#include "search/conflicts.hpp"
#include "search/search.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::report {

/// Why something that is said of an article does not count.
struct Suppression {
    enum class By : std::uint8_t {
        comment,   ///< in the article: "whereof:ignore RULE — reason"
        accepted,  ///< in the store, by whereof accept
        baseline,  ///< an earlier report has it
    };
    By by{};
    std::string reason;  ///< as it was given; empty for a baseline
};
[[nodiscard]] std::string_view name(Suppression::By by) noexcept;

/// An article with all that was found of it.
struct CheckedArticle {
    std::string path;
    article::Article article;
    std::vector<finding::Verdict> verdicts;  ///< one a reference
    std::vector<finding::Finding> findings;
    std::map<std::size_t, Suppression> quiet_verdicts{};  ///< by index: verdicts that do not count
    std::map<std::size_t, Suppression> quiet_findings{};  ///< by index: findings that do not count
};

struct TextStyle {
    bool colour = false;      ///< ANSI colours
    std::size_t width = 100;  ///< columns of the terminal; 0: lines are not broken
    bool verbose = false;     ///< verified references and equal fields too
};

/// Text from files goes to terminals only through this: control characters but "\n" and "\t", bidi controls
/// and invalid UTF-8 are shown as \x1b, \u202e.
std::string terminal_safe(std::string_view text);

// check
// ---------------------------------------------------------------------------------------------------------

/// All that one run of check found, and how it is to be told.
struct CheckRun {
    std::span<const CheckedArticle> all;
    std::span<const Error> skipped;  ///< what could not be read
    std::span<const authority::AuthorityInfo> authorities;
    std::set<finding::Headline> fails;  ///< headlines that make the exit code 1
    TextStyle style;
    std::string_view version;      ///< of the program
    bool findings_only = false;    ///< ndjson and csv: lines on what is wrong, not on every reference
    bool show_suppressed = false;  ///< lists for people: also what does not count
    bool has_baseline = false;     ///< an earlier report was given to compare with
};

/// A form of the report of a run.
struct CheckFormat {
    std::string_view name;   ///< as --format has it
    std::string_view about;  ///< what it is for, in a few words
    std::string (*write)(const CheckRun& run);
};
/// Every form, in the order in which help names them.
std::span<const CheckFormat> check_formats() noexcept;

/// SARIF 2.1.0 for code scanning. Columns count code points. Partial fingerprints stay the same when lines
/// move; what does not count is there as suppressed; what could not be read is a notification.
std::string check_sarif(const CheckRun& run);
/// Workflow commands of GitHub Actions, one an issue, then the summary of the text report.
std::string check_github(const CheckRun& run);
/// JUnit XML: an article is a suite, a reference a case; it fails where its headline makes the exit code 1.
std::string check_junit(const CheckRun& run);
/// GitHub-flavoured Markdown for a comment or job summary: counts, and a table of issues.
std::string check_markdown(const CheckRun& run);
/// One page for the browser and for print, whole in itself: no script, nothing fetched. The text with every
/// marker's verdict, the list with what is cited and found side by side, what was not checked, a chart.
std::string check_html(const CheckRun& run);
/// RFC 4180: a row a reference or, for `findings_only`, a row an issue; then a row `not_read` for each input
/// that could not be read. Fields are named as CSL-JSON and check_json() name them: "issued" is what people
/// call the year. No field begins a formula.
std::string check_csv(const CheckRun& run);

/// One line per reference and finding that needs attention, "path:line:col: level[rule] message", its
/// evidence indented below; then a summary of the article, the map of its claims to their sources, and a
/// blank line.
/// What does not count is there with `show_suppressed` only, and marked.
std::string check_text(const CheckedArticle& checked, const TextStyle& style, bool show_suppressed = false);
/// The last lines of a run: counts by headline over all articles, what does not count, what was not checked
/// and why.
std::string check_summary_text(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                               std::span<const authority::AuthorityInfo> authorities, const TextStyle& style);
/// The whole run as one JSON document, format "whereof-check-1" (schema/json/check.schema.json).
std::string check_json(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                       std::span<const authority::AuthorityInfo> authorities);
/// One line per reference of an article, in order, each ended by "\n".
std::string check_ndjson(const CheckedArticle& checked);
/// One line per finding (verdicts that are not `verified` among them), each ended by "\n".
std::string findings_ndjson(const CheckedArticle& checked);
/// One line per input that could not be read, {"skipped":{"path","message","offset"}}, each ended by "\n".
std::string skipped_ndjson(std::span<const Error> skipped);
/// The line of one citation that came without an article:
/// {"id","headline","existence","description","status", "wrong_fields","record","evidence",…}. `id` is
/// echoed.
std::string citation_ndjson(std::string_view id, const bib::Reference& reference,
                            const finding::Verdict& verdict);
/// The line for input that could not be read as a citation: headline "unchecked" and the reason.
std::string bad_citation_ndjson(std::string_view id, std::string_view reason);

/// A reference of which something else is said than last time.
struct ChangedReference {
    std::size_t article = 0;  ///< index into the articles checked
    std::size_t reference = 0;
    std::optional<finding::Verdict> before;  ///< absent: nothing was said of it before
};
/// Of how many references what is said was compared.
struct ChangeCounts {
    std::size_t references = 0;  ///< in the store
    std::size_t checked = 0;     ///< of them, checked again
};
/// What was said before and what is said now, in the order of `changes`; then how many there are.
std::string changes_text(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes,
                         const ChangeCounts& counts, const TextStyle& style);
/// One JSON document, format "whereof-changes-1".
std::string changes_json(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes,
                         const ChangeCounts& counts, std::span<const authority::AuthorityInfo> authorities);
/// One line per change: that of check with "before", {"headline","existence","description","status",
/// "wrong_fields"} or null.
std::string changes_ndjson(std::span<const CheckedArticle> all, std::span<const ChangedReference> changes);

// search
// --------------------------------------------------------------------------------------------------------

/// What a group of hits says of the two sides of a query that compares, for a heading.
std::string stance_heading(search::Stance stance, const search::ComparativeQuery& query);

std::string hits_text(std::span<const search::Hit> hits, std::string_view query, const TextStyle& style);
std::string hits_json(std::span<const search::Hit> hits, std::string_view query);
std::string hits_ndjson(std::span<const search::Hit> hits);
/// A row for each source of a hit, one for a hit without any; safe to open in a spreadsheet
/// (formats/csv.hpp).
std::string hits_csv(std::span<const search::Hit> hits);
/// Format "whereof-conflicts-1". `total`: of how many `conflicts` is a page.
std::string conflicts_json(std::span<const search::Conflict> conflicts, const search::NotListed& not_listed,
                           std::size_t total);
/// Behind all others a line of what is not listed, if there is such a thing.
std::string conflicts_ndjson(std::span<const search::Conflict> conflicts,
                             const search::NotListed& not_listed);
std::string conflicts_text(std::span<const search::Conflict> conflicts, const TextStyle& style);
/// "12 more pairs of claims contradict each other in the same way: not listed"; nothing where all is listed.
std::vector<std::string> not_listed_lines(const search::NotListed& not_listed);
/// TREC run lines "query-id Q0 hit-id rank score whereof"; ids with blanks are percent-encoded.
std::string hits_trec(std::span<const search::Hit> hits, std::string_view query_id);

}  // namespace whereof::report
