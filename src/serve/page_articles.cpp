// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/issues.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "serve/checking.hpp"
#include "serve/page_frame.hpp"
#include "serve/page_parts.hpp"
#include "serve/pages.hpp"
#include "serve/stored_judge.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

/// Verdicts that nobody has kept are made for this long.
constexpr std::chrono::milliseconds kPatience{2000};

constexpr std::size_t kArticlesOnAPage = 500;

finding::Verdict not_looked_up() {
    finding::Verdict out;
    out.reason = "Not looked up yet: this page would have taken too long.";
    out.next_step = "whereof check --all looks up every reference of the store and keeps the verdicts.";
    return out;
}

void append_about(std::string& out, const report::CheckedArticle& checked) {
    const article::Article& article = checked.article;
    out += fmt::format("<p class=\"path\">{}", markup(checked.path));
    for (const std::string* fact : {&article.site, &article.date}) {
        out += fact->empty() ? "" : " · " + markup(report::clipped(*fact, 120));
    }
    out +=
        fmt::format(" · {} · {}</p>\n",
                    count_of(static_cast<std::int64_t>(article.references.size()), "reference", "references"),
                    count_of(static_cast<std::int64_t>(article.claims.size()), "claim", "claims"));
}

void append_claims(std::string& out, const report::CheckedArticle& checked) {
    const article::Article& article = checked.article;
    if (article.claims.empty()) {
        return;
    }
    out +=
        "<section aria-labelledby=\"claims\"><h2 id=\"claims\">Claims and what they rest on</h2>\n<ol "
        "class=\"claims\">\n";
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const article::Claim& claim = article.claims[i];
        out += fmt::format("<li>{}", link("claim", fmt::format("{}#c{}", checked.path, i + 1),
                                          report::clipped(claim.text, 300)));
        for (const std::uint32_t reference : claim.references) {
            if (reference < article.references.size()) {
                out += fmt::format(R"( <a class="source" href="#a1-r{}">{}</a> {})", reference + 1,
                                   markup(report::short_name(article.references[reference], reference)),
                                   badge(finding::name(report::verdict_of(checked, reference).headline)));
            }
        }
        out += claim.references.empty() ? " <span class=\"none\">cites nothing</span></li>\n" : "</li>\n";
    }
    out += "</ol></section>\n";
}

}  // namespace

PageData articles_page(Visit& visit) {
    PageData out;
    out.title = "Articles";
    Json list = Json::array();
    const auto number = page_number(visit.parameters);
    if (!number) {
        return odd_page_number(visit.parameters);
    }
    const auto all = visit.store().articles();
    const std::size_t first = std::min((*number - 1) * kArticlesOnAPage, all.size());
    out.has_more = all.size() - first > kArticlesOnAPage;
    for (const store::ArticleSummary& one :
         std::span(all).subspan(first, std::min(kArticlesOnAPage, all.size() - first))) {
        list.push_back({{"path", one.path},
                        {"id", one.key},
                        {"title", one.title},
                        {"format", one.format},
                        {"references", one.references},
                        {"claims", one.claims}});
    }
    out.json = std::make_shared<const Json>(
        Json{{"format", "whereof-articles-1"}, {"count", all.size()}, {"articles", std::move(list)}});
    return out;
}

void write_articles(const PageData& page, const Visit& visit, std::string& out) {
    const Json& all = page.json->at("articles");
    out += fmt::format("<h1>Articles</h1>\n<p>{} in the store.</p>\n",
                       count_of(page.json->at("count").get<std::int64_t>(), "article", "articles"));
    out +=
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Articles\"><table><thead><tr><th "
        "scope=\"col\">Article</th>"
        "<th scope=\"col\">Format</th><th scope=\"col\" class=\"number\">References</th><th scope=\"col\" "
        "class=\"number\">Claims</th></tr></thead><tbody>\n";
    for (const Json& one : all) {
        const std::string_view title = text_of(one, "title");
        const std::string_view path = text_of(one, "path");
        out += fmt::format(
            R"(<tr><th scope="row">{}<br><span class="path">{}</span></th><td>{}</td><td class="number">{}</td><td class="number">{}</td></tr>)"
            "\n",
            link("article", path, report::clipped(title.empty() ? path : title, 160)), markup(path),
            markup(text_of(one, "format")), one.at("references").get<std::int64_t>(),
            one.at("claims").get<std::int64_t>());
    }
    out += "</tbody></table></div>\n";
    append_paging(out, "/articles", visit.parameters, page.has_more);
}

PageData article_page(Visit& visit) {
    store::Store& store = visit.store();
    const auto summary = visit.desk.desk.find_article(store, std::string(visit.name));
    if (!summary) {
        return failed(404, fmt::format("The store holds no article '{}'.", report::clipped(visit.name, 200)),
                      "The list of articles names all there are.");
    }
    report::CheckedArticle checked;
    checked.path = summary->path;
    checked.article = store.article(summary->id);
    const Deadline deadline(kPatience);
    StoredJudge judge = visit.judge();
    for (std::uint32_t i = 0; i < checked.article.references.size(); ++i) {
        const std::int64_t id = store::reference_id(summary->id, i);
        checked.verdicts.push_back(deadline.is_over()
                                       ? judge.kept(id).value_or(not_looked_up())
                                       : judge.verdict(id, checked.article.references[i].reference));
    }
    checked.findings = verify::check_article(checked.article, checked.verdicts, {});
    report::apply_accepted(accepted_in(store), checked);
    PageData out;
    out.title = summary->title.empty() ? summary->path : summary->title;
    out.checked.push_back(std::move(checked));
    const auto infos = infos_of(visit.desk.desk);
    out.json = std::make_shared<const Json>(report::check_document(out.checked, {}, infos));
    return out;
}

void write_article(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const report::CheckedArticle& checked = page.checked.front();
    const report::HtmlArticle parts(checked, 1, {page_of("reference", checked.path + "#r"), ""});
    out += fmt::format("<h1>{}</h1>\n", markup(report::clipped(page.title, 300)));
    append_about(out, checked);
    std::map<finding::Headline, std::size_t> counts;
    for (const finding::Verdict& verdict : checked.verdicts) {
        ++counts[verdict.headline];
    }
    if (!counts.empty()) {
        report::append_chart(out, counts);
    }
    if (!checked.findings.empty()) {
        out +=
            "<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings beside the verdicts</h2>\n";
        parts.append_findings(out);
        out += "</section>\n";
    }
    if (!checked.article.text.empty()) {
        const std::string& language = checked.article.language;
        out += fmt::format(
            "<section aria-labelledby=\"text\"><h2 id=\"text\">Text</h2><h3 class=\"spoken\">The "
            "article</h3>\n<div class=\"text\"{}>\n",
            language.empty() ? "" : fmt::format(" lang=\"{}\"", markup(report::one_line(language))));
        parts.append_text(out);
        out += "</div></section>\n";
    }
    append_claims(out, checked);
    out += "<section aria-labelledby=\"references\"><h2 id=\"references\">References</h2>\n";
    if (!checked.article.references.empty()) {
        append_export(out, "article", checked.path, "Export this list as");
    }
    parts.append_references(out);
    out += "</section>\n";
}

}  // namespace whereof::serve
