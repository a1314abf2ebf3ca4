// SPDX-License-Identifier: MIT
#include "formats/styles.hpp"
#include "report/cited_text.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/terminal.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Agreement;
using finding::Evidence;
using finding::Verdict;

/// A source cited in every sentence is found by its first places.
constexpr std::size_t kWaysBack = 20;

void append_field(std::string& out, const Evidence& evidence, std::string_view reason) {
    constexpr std::array<std::string_view, 4> kSigns{"=", "~", "≠", "?"};
    constexpr std::array<std::string_view, 4> kWords{"same", "same in another form", "different",
                                                     "not compared"};
    const auto agreement = static_cast<std::size_t>(evidence.agreement);
    // What the reason has said already is not said again.
    const bool said = evidence.note.empty() || reason.find(evidence.note) != std::string_view::npos;
    const auto side = [](std::string_view text) {
        return text.empty() ? std::string(R"(<span class="none">–</span>)") : markup(text);
    };
    out +=
        fmt::format(R"(<tr class="g-{}"><th scope="row">{}</th><td>{}</td><td>{}</td><td>{} {}{}{}</td></tr>)"
                    "\n",
                    finding::name(evidence.agreement), verify::word_for(evidence.field), side(evidence.cited),
                    side(evidence.found), kSigns[agreement], kWords[agreement], said ? "" : ": ",
                    said ? "" : markup(evidence.note));
}

/// Folded away where nothing differs, unless it is `open`.
void append_fields(std::string& out, const Verdict& verdict, const std::string& name, bool open) {
    if (verdict.evidence.empty()) {
        return;
    }
    const bool shown = open || std::ranges::find(verdict.evidence, Agreement::different,
                                                 &Evidence::agreement) != verdict.evidence.end();
    if (!shown) {
        out += fmt::format("<details><summary>{} {} compared</summary>\n", verdict.evidence.size(),
                           verdict.evidence.size() == 1 ? "field" : "fields");
    }
    out += fmt::format(R"(<table class="fields"><caption>{}: cited and found</caption><thead><tr>)"
                       R"(<th scope="col">field</th><th scope="col">cited</th><th scope="col">found</th>)"
                       R"(<th scope="col">they are</th></tr></thead><tbody>)"
                       "\n",
                       name);
    std::vector<std::string_view> sources;
    for (const Evidence& evidence : verdict.evidence) {
        append_field(out, evidence, verdict.reason);
        if (!evidence.source.empty() && std::ranges::find(sources, evidence.source) == sources.end()) {
            sources.push_back(evidence.source);
        }
    }
    out += "</tbody></table>\n";
    for (const std::string_view source : sources) {
        out += fmt::format(R"(<p class="source">source: {}</p>)"
                           "\n",
                           markup(one_line(source)));
    }
    out += shown ? "" : "</details>\n";
}

/// Links to the work that was found, or else to what is cited. An identifier that is wrong leads elsewhere:
/// no link then.
void append_links(std::string& out, const article::ListedReference& listed, const Verdict& verdict) {
    const bool wrong = verdict.headline == finding::Headline::wrong_identifier;
    const bib::Item& item = verdict.record ? *verdict.record : listed.reference.item;
    if (wrong && !verdict.record) {
        return;
    }
    std::string links;
    const auto add = [&](const std::string& url, std::string_view name) {
        if (!url.empty()) {
            links += fmt::format(R"( <a href="{}" rel="noopener noreferrer">{}</a>)", markup(url), name);
        }
    };
    add(item.DOI.empty() ? "" : doi_url(item.DOI), "DOI");
    add(item.PMID.empty() ? "" : safe_url("https://pubmed.ncbi.nlm.nih.gov/" + item.PMID + "/"), "PubMed");
    add(item.DOI.empty() && item.PMID.empty() ? safe_url(item.URL) : "", "web page");
    if (!links.empty()) {
        out += fmt::format("<p class=\"links\">{}:{}</p>\n", verdict.record ? "found" : "cited", links);
    }
}

void append_quiet(std::string& out, const Suppression& suppression) {
    out += fmt::format("<p class=\"quiet\">Not counted ({}{}{}).</p>\n", name(suppression.by),
                       suppression.reason.empty() ? "" : ": ", markup(suppression.reason));
}

}  // namespace

std::string in_words(std::string_view name) {
    std::string out(name);
    std::ranges::replace_if(
        out, [](char c) { return c == '_' || c == '-'; }, ' ');
    return out;
}

void append_badge(std::string& out, finding::Headline headline) {
    out += fmt::format(R"(<span class="badge v-{}">{} {}</span>)", finding::name(headline), symbol(headline),
                       in_words(finding::name(headline)));
}

void append_badge(std::string& out, finding::Level level, std::string_view rule) {
    out += fmt::format(R"(<span class="badge l-{}">{} {}</span>)", finding::name(level), symbol(level),
                       in_words(rule));
}

void HtmlArticle::append_references(std::string& out) const {
    out += "<ol class=\"references\">\n";
    for (std::size_t i = 0; i < checked_.article.references.size(); ++i) {
        append_reference(out, i, false);
    }
    out += "</ol>\n";
}

void HtmlArticle::append_single_reference(std::string& out, std::size_t reference) const {
    out += "<ol class=\"references\">\n";
    append_reference(out, reference, true);
    out += "</ol>\n";
}

void HtmlArticle::append_reference(std::string& out, std::size_t index, bool alone) const {
    const article::ListedReference& listed = checked_.article.references[index];
    const Verdict& verdict = verdict_of(checked_, index);
    const std::string& label = listed.reference.label;
    const std::string shown = markup(label.empty() ? std::to_string(index + 1) : clipped(label, 30));
    out += fmt::format(R"(<li class="v-{}" id="{}"><p class="cited"><span class="label">{}</span> )",
                       finding::name(verdict.headline), reference_id(index), shown);
    append_badge(out, verdict.headline);
    // A record of a reference list (RIS, BibTeX) is read as a reference first, and as it stands on demand.
    out += fmt::format(" {}</p>\n", markup(cited_text(listed.reference)));
    if (listed.reference.is_record) {
        out += fmt::format("<details><summary>as it stands in the file</summary><pre>{}</pre></details>\n",
                           markup(listed.reference.raw));
    }
    out += fmt::format("<p class=\"why\">{}</p>\n", markup(verdict.reason));
    if (const auto quiet = checked_.quiet_verdicts.find(index); quiet != checked_.quiet_verdicts.end()) {
        append_quiet(out, quiet->second);
    }
    for (const std::string& notice : verdict.notices) {
        out += fmt::format("<p class=\"notice\">{}</p>\n", markup(notice));
    }
    append_fields(out, verdict, "Reference " + shown, alone);
    if (verdict.corrected) {
        out += fmt::format("<p class=\"corrected\"><strong>Corrected:</strong> {}</p>\n",
                           markup(formats::vancouver_with_identifiers(*verdict.corrected)));
    }
    if (!verdict.next_step.empty()) {
        out += fmt::format("<p class=\"next\">→ {}</p>\n", markup(verdict.next_step));
    }
    for (const std::size_t finding : findings_on_[index]) {
        out += "<p class=\"why\">";
        append_badge(out, checked_.findings[finding].level, checked_.findings[finding].rule);
        out += fmt::format(" {}</p>\n", markup(checked_.findings[finding].message));
    }
    append_links(out, listed, verdict);
    append_ways_back(out, index);
    if (!alone && !places_.reference_page.empty()) {
        out += fmt::format(R"(<p class="back"><a href="{}{}">All about reference {}</a></p>)"
                           "\n",
                           markup(places_.reference_page), index + 1, shown);
    }
    out += "</li>\n";
}

void HtmlArticle::append_ways_back(std::string& out, std::size_t index) const {
    const std::vector<std::size_t>& markers = cited_at_[index];
    const article::Position at = checked_.article.references[index].position;
    out += fmt::format("<p class=\"back\">line {}", at.line);
    if (markers.empty()) {
        out += checked_.article.markers.empty() ? "</p>\n" : " · not cited in the text</p>\n";
        return;
    }
    out += " · cited at";
    for (std::size_t i = 0; i < std::min(markers.size(), kWaysBack); ++i) {
        const article::Position place =
            checked_.article.position_of(checked_.article.markers[markers[i]].span.begin);
        out += fmt::format(R"( <a href="{}#{}" aria-label="back to the citation in line {}">↑ line {}</a>)",
                           markup(places_.article_page), marker_id(markers[i]), place.line, place.line);
    }
    if (markers.size() > kWaysBack) {
        out += fmt::format(" and {} more", markers.size() - kWaysBack);
    }
    out += "</p>\n";
}

void HtmlArticle::append_findings(std::string& out) const {
    if (checked_.findings.empty()) {
        return;
    }
    out += "<ul class=\"findings\">\n";
    for (std::size_t i = 0; i < checked_.findings.size(); ++i) {
        const finding::Finding& finding = checked_.findings[i];
        out += fmt::format(R"(<li class="l-{}" id="{}">)", finding::name(finding.level), finding_id(i));
        append_badge(out, finding.level, finding.rule);
        out += finding.line > 0 ? fmt::format(" line {}: ", finding.line) : " ";
        out += markup(finding.message);
        if (finding.claim && *finding.claim < checked_.article.claims.size()) {
            out +=
                fmt::format(" <q>{}</q>", markup(clipped(checked_.article.claims[*finding.claim].text, 300)));
        }
        if (finding.reference && *finding.reference < checked_.article.references.size()) {
            out += fmt::format(R"( <a href="#{}">to the reference</a>)", reference_id(*finding.reference));
        }
        if (!finding.hint.empty()) {
            out += fmt::format(" <span class=\"next\">→ {}</span>", markup(finding.hint));
        }
        if (const auto quiet = checked_.quiet_findings.find(i); quiet != checked_.quiet_findings.end()) {
            append_quiet(out, quiet->second);
        }
        out += "</li>\n";
    }
    out += "</ul>\n";
}

}  // namespace whereof::report
