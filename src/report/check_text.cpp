// SPDX-License-Identifier: MIT
#include "formats/styles.hpp"
#include "report/check_lines.hpp"
#include "report/cited_text.hpp"
#include "report/claim_map.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Agreement;
using finding::Evidence;
using finding::Headline;
using finding::Verdict;

constexpr std::size_t kIndent = 4;
constexpr std::size_t kLabel = 12;
constexpr std::size_t kClaimsShown = 3;
/// Stands for a blank at which no line is broken; one_line() has let no such byte through.
constexpr char kTied = '\x1f';
/// What a line of the report takes of a reference or claim; the rest is in the article.
constexpr std::size_t kLongest = 400;

/// "path:line:col: level[rule] ✗ subject: message", broken with a hanging indent. The head stays one word per
/// part, so that editors' error formats still find their place in it.
void append_head(std::string& out, const std::string& place, const std::string& level_and_rule,
                 std::string_view sign, const std::string& subject, std::string_view message,
                 finding::Level level, const TextStyle& style) {
    const Paint paint(style.colour);
    const std::string tag = fmt::format("{} {}", level_and_rule, sign);
    const std::string plain =
        fmt::format("{} {} {}{}{}", place, tag, subject, subject.empty() ? "" : ": ", one_line(message));
    std::vector<std::string> lines = wrap(plain, style.width);
    // The rest of the text needs less room than its first line: wrap it again behind the indent.
    if (lines.size() > 1) {
        const std::string rest = plain.substr(lines.front().size() + 1);
        lines.resize(1);
        const std::size_t width = style.width > kIndent + 20 ? style.width - kIndent : 20;
        for (std::string& line : wrap(rest, width)) {
            lines.push_back(std::string(kIndent, ' ') + line);
        }
    }
    std::string& first = lines.front();
    if (style.colour && first.starts_with(place + " " + tag)) {
        const std::string rest = first.substr(place.size() + 1 + tag.size());
        const bool whole = !subject.empty() && rest.starts_with(" " + subject);
        first = paint.dim(place) + " " + paint.level(level, tag) +
                (whole ? " " + paint.bold(subject) + rest.substr(subject.size() + 1) : rest);
    }
    for (const std::string& line : lines) {
        out += line;
        out += '\n';
    }
}

std::string place_of(const std::string& path, std::uint32_t line, std::uint32_t column) {
    const std::string safe = one_line(path);
    return line == 0 ? safe + ":" : fmt::format("{}:{}:{}:", safe, line, column);
}

bool is_rule(const Evidence& evidence) { return evidence.source.starts_with("rule:"); }

bool is_shown(const Evidence& evidence, bool verbose) {
    return verbose || evidence.agreement == Agreement::different || is_rule(evidence);
}

void append_evidence(std::string& out, const Evidence& evidence, std::string_view reason,
                     const TextStyle& style) {
    constexpr std::string_view kSigns[] = {"=", "~", "≠", "?"};
    const std::string label = fmt::format("{} {}", kSigns[static_cast<std::size_t>(evidence.agreement)],
                                          verify::word_for(evidence.field));
    const std::string cited = clipped(evidence.cited, kLongest);
    const std::string found = clipped(evidence.found, kLongest);
    // What the head has said already is not said again.
    const bool said = !evidence.note.empty() && reason.find(evidence.note) != std::string_view::npos;
    const std::string note = said ? "" : clipped(evidence.note, kLongest);
    std::string line;
    if (evidence.agreement == Agreement::same) {
        line = cited;
    } else if (found.empty()) {
        line = cited.empty() ? "" : "cited " + cited;
    } else if (cited.empty()) {
        line = "not cited, found " + found;
    } else {
        line = fmt::format("cited {} · found {}", cited, found);
    }
    const bool both = !cited.empty() && !found.empty() && evidence.agreement != Agreement::same;
    if (both && style.width != 0 && kIndent + kLabel + columns(line) > style.width) {
        append_labelled(out, kIndent, kLabel, label, "cited " + cited, style.width);
        append_labelled(out, kIndent, kLabel, "", "found " + found, style.width);
    } else if (!line.empty()) {
        append_labelled(out, kIndent, kLabel, label, line, style.width);
    }
    if (!note.empty()) {
        append_labelled(out, kIndent, kLabel, line.empty() ? label : "", note, style.width);
    }
}

void append_all_evidence(std::string& out, const Verdict& verdict, const TextStyle& style) {
    std::vector<std::string> sources;
    for (const Evidence& evidence : verdict.evidence) {
        if (!is_shown(evidence, style.verbose)) {
            continue;
        }
        append_evidence(out, evidence, verdict.reason, style);
        if (!evidence.source.empty() && std::ranges::find(sources, evidence.source) == sources.end()) {
            sources.push_back(evidence.source);
        }
    }
    for (const std::string& source : sources) {
        append_labelled(out, kIndent, kLabel, "source", one_line(source), style.width);
    }
}

void append_claims(std::string& out, const CheckedArticle& checked, std::size_t index,
                   const TextStyle& style) {
    std::size_t shown = 0;
    std::size_t resting = 0;
    for (const article::Claim& claim : checked.article.claims) {
        if (std::ranges::find(claim.references, index) == claim.references.end()) {
            continue;
        }
        ++resting;
        if (shown == kClaimsShown) {
            continue;
        }
        ++shown;
        std::string line;
        if (claim.sentence < checked.article.sentences.size()) {
            const auto at = checked.article.position_of(checked.article.sentences[claim.sentence].span.begin);
            line = fmt::format("{}:{} ", at.line, at.column);
        }
        line += fmt::format("“{}”", clipped(claim.text, 160));
        append_labelled(out, kIndent, kLabel, "claim", line, style.width);
    }
    if (resting > shown) {
        append_labelled(out, kIndent, kLabel, "", fmt::format("and {} more", resting - shown), style.width);
    } else if (resting == 0 && !checked.article.claims.empty()) {
        append_labelled(out, kIndent, kLabel, "claim", "none found that rests on it", style.width);
    }
}

/// Why what is shown does not count.
void append_suppression(std::string& out, const Suppression& suppression, const TextStyle& style) {
    append_labelled(out, kIndent, kLabel, "not counted",
                    fmt::format("{}{}{}", name(suppression.by), suppression.reason.empty() ? "" : ": ",
                                clipped(suppression.reason, kLongest)),
                    style.width);
}

void append_finding(std::string& out, const CheckedArticle& checked, std::size_t index,
                    const TextStyle& style) {
    const finding::Finding& finding = checked.findings[index];
    append_head(out, place_of(checked.path, finding.line, finding.column),
                fmt::format("{}[{}]", finding::name(finding.level), finding.rule), symbol(finding.level), {},
                finding.message, finding.level, style);
    if (finding.claim && *finding.claim < checked.article.claims.size()) {
        append_labelled(out, kIndent, kLabel, "claim",
                        fmt::format("“{}”", clipped(checked.article.claims[*finding.claim].text, 160)),
                        style.width);
    }
    if (!finding.hint.empty()) {
        append_labelled(out, kIndent, kLabel, "→ next", one_line(finding.hint), style.width);
    }
    if (const auto quiet = checked.quiet_findings.find(index); quiet != checked.quiet_findings.end()) {
        append_suppression(out, quiet->second, style);
    }
    out += '\n';
}

void append_article_summary(std::string& out, const CheckedArticle& checked, const TextStyle& style) {
    const Paint paint(style.colour);
    std::map<Headline, std::size_t> counts;
    for (const Verdict& verdict : checked.verdicts) {
        ++counts[verdict.headline];
    }
    const article::Article& article = checked.article;
    const auto cited =
        static_cast<std::size_t>(std::ranges::count(article.claims, true, &article::Claim::cited));
    std::string line = fmt::format("{}: {} {}", one_line(checked.path), article.references.size(),
                                   article.references.size() == 1 ? "reference" : "references");
    const char* divider = ": ";
    for (const auto& [headline, count] : counts) {
        line += fmt::format("{}{}{}{}{}{}", divider, symbol(headline), kTied, count, kTied,
                            finding::name(headline));
        divider = " · ";
    }
    line += fmt::format("; {} {} with a source, {} without", cited, cited == 1 ? "claim" : "claims",
                        article.claims.size() - cited);
    for (std::size_t i = 0; std::string & part : wrap(line, style.width)) {
        std::ranges::replace(part, kTied, ' ');
        out += (i++ == 0 ? "" : std::string(kIndent, ' ')) + paint.bold(part) + "\n";
    }
    append_claim_map(out, checked, style);
    for (const std::string& warning : article.warnings) {
        append_labelled(out, kIndent, kLabel, "read", one_line(warning), style.width);
    }
}

}  // namespace

void append_reference(std::string& out, const CheckedArticle& checked, std::size_t index,
                      const TextStyle& style, const std::optional<std::string>& before) {
    const article::ListedReference& listed = checked.article.references[index];
    const Verdict& verdict = checked.verdicts[index];
    const finding::Level level = finding::level_of(verdict.headline);
    const std::string_view word = level == finding::Level::none ? "ok" : finding::name(level);
    append_head(out, place_of(checked.path, listed.position.line, listed.position.column),
                fmt::format("{}[{}]", word, finding::name(verdict.headline)), symbol(verdict.headline),
                short_name(listed, index), verdict.reason, level, style);
    if (before) {
        append_labelled(out, kIndent, kLabel, "before", *before, style.width);
    }
    if (verdict.headline != Headline::verified || style.verbose) {
        append_labelled(out, kIndent, kLabel, "cited", clipped(cited_text(listed.reference), kLongest),
                        style.width);
        append_all_evidence(out, verdict, style);
        for (const std::string& notice : verdict.notices) {
            append_labelled(out, kIndent, kLabel, "notice", one_line(notice), style.width);
        }
        append_claims(out, checked, index, style);
        if (verdict.corrected) {
            append_labelled(out, kIndent, kLabel, "corrected",
                            clipped(formats::vancouver_with_identifiers(*verdict.corrected), 800),
                            style.width);
        }
        if (!verdict.next_step.empty()) {
            append_labelled(out, kIndent, kLabel, "→ next", one_line(verdict.next_step), style.width);
        }
        if (const auto quiet = checked.quiet_verdicts.find(index); quiet != checked.quiet_verdicts.end()) {
            append_suppression(out, quiet->second, style);
        }
        out += '\n';
    }
}

std::string check_text(const CheckedArticle& checked, const TextStyle& style, bool show_suppressed) {
    struct Row {
        std::uint32_t line;
        std::uint32_t column;
        std::string text;
    };
    std::vector<Row> rows;
    const std::size_t count = std::min(checked.article.references.size(), checked.verdicts.size());
    for (std::size_t i = 0; i < count; ++i) {
        const bool quiet = checked.quiet_verdicts.contains(i) && !show_suppressed;
        if (quiet || (checked.verdicts[i].headline == Headline::verified && !style.verbose)) {
            continue;
        }
        const article::Position at = checked.article.references[i].position;
        rows.push_back({at.line, at.column, {}});
        append_reference(rows.back().text, checked, i, style);
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        if (checked.quiet_findings.contains(i) && !show_suppressed) {
            continue;
        }
        rows.push_back({checked.findings[i].line, checked.findings[i].column, {}});
        append_finding(rows.back().text, checked, i, style);
    }
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return std::pair(row.line, row.column); });
    std::string out;
    for (const Row& row : rows) {
        out += row.text;
    }
    append_article_summary(out, checked, style);
    return out + "\n";
}

}  // namespace whereof::report
