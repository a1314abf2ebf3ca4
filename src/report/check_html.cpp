// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Headline;

using Counts = std::map<Headline, std::size_t>;

void count(Counts& counts, const CheckedArticle& checked) {
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        ++counts[verdict_of(checked, i).headline];
    }
}

template <typename Number>
std::string many(Number number, std::string_view one, std::string_view more) {
    return fmt::format("{} {}", number, number == 1 ? one : more);
}

std::string title_of(const CheckedArticle& checked) {
    return checked.article.title.empty() ? checked.path : checked.article.title;
}

void append_counts(std::string& out, const Counts& counts) {
    for (const auto& [headline, number] : counts) {
        out += fmt::format(R"( <span class="badge v-{}">{} {} {}</span>)", finding::name(headline),
                           symbol(headline), number, in_words(finding::name(headline)));
    }
}

void append_contents(std::string& out, const std::vector<HtmlArticle>& articles) {
    out += "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Articles</h2>\n<ol>\n";
    for (const HtmlArticle& article : articles) {
        Counts counts;
        count(counts, article.checked());
        out += fmt::format(R"(<li><a href="#{}">{}</a> <span class="path">{}</span>)", article.id(),
                           markup(clipped(title_of(article.checked()), 200)), markup(article.checked().path));
        append_counts(out, counts);
        out += "</li>\n";
    }
    out += "</ol></nav>\n";
}

void append_article(std::string& out, const HtmlArticle& article) {
    const CheckedArticle& checked = article.checked();
    const std::string id = article.id();
    out += fmt::format(
        "<article id=\"{}\" aria-labelledby=\"{}-title\">\n<h2 id=\"{}-title\">{}</h2>\n"
        "<p class=\"path\">{} · {}</p>\n",
        id, id, id, markup(clipped(title_of(checked), 300)), markup(checked.path),
        many(checked.article.references.size(), "reference", "references"));
    if (!checked.findings.empty()) {
        out += "<section><h3>Findings beside the verdicts</h3>\n";
        article.append_findings(out);
        out += "</section>\n";
    }
    if (!checked.article.text.empty()) {
        out += "<section><h3>Text</h3>\n";
        const std::string& language = checked.article.language;
        out += fmt::format("<div class=\"text\"{}>\n",
                           language.empty() ? "" : fmt::format(" lang=\"{}\"", markup(one_line(language))));
        article.append_text(out);
        out += "</div></section>\n";
    }
    out += "<section><h3>References</h3>\n";
    article.append_references(out);
    out += "</section>\n</article>\n";
}

/// Open references by their reason, each with links to them.
void append_open(std::string& out, const std::vector<HtmlArticle>& articles) {
    std::map<std::string, std::string> links;
    for (const HtmlArticle& article : articles) {
        for (std::size_t i = 0; i < article.checked().article.references.size(); ++i) {
            const finding::Verdict& verdict = verdict_of(article.checked(), i);
            if (verdict.headline == Headline::undecidable || verdict.headline == Headline::unchecked) {
                links[verdict.reason] +=
                    fmt::format(R"( <a href="#{}">{}</a>)", article.reference_id(i),
                                markup(short_name(article.checked().article.references[i], i)));
            }
        }
    }
    for (const auto& [reason, to] : links) {
        out += fmt::format("<li>{}{}</li>\n", markup(reason), to);
    }
}

void append_not_checked(std::string& out, const CheckRun& run, const std::vector<HtmlArticle>& articles) {
    out +=
        "<section class=\"open\" aria-labelledby=\"open\"><h2 id=\"open\">What was not checked, and "
        "why</h2>\n<ul>\n";
    append_open(out, articles);
    for (const Error& error : run.skipped) {
        out += fmt::format("<li>not read: <span class=\"path\">{}</span> {}</li>\n", markup(error.where),
                           markup(error.what));
    }
    for (const CheckedArticle& checked : run.all) {
        for (const std::string& warning : checked.article.warnings) {
            out += fmt::format("<li>read with loss: <span class=\"path\">{}</span> {}</li>\n",
                               markup(checked.path), markup(warning));
        }
    }
    if (const std::string quiet = suppressed_in_words(run.all); !quiet.empty()) {
        out += fmt::format("<li>not counted: {}</li>\n", quiet);
    }
    out += "<li>Whether a source supports the claim that cites it: that takes a reader.</li>\n</ul>\n";
    out += "<p>Asked:";
    out += run.authorities.empty() ? " nobody, no authority is installed" : "";
    const char* divider = " ";
    for (const authority::AuthorityInfo& info : run.authorities) {
        out += fmt::format("{}{} ({}{}{}, {}{})", divider, markup(info.name),
                           many(info.records, "record", "records"), info.date.empty() ? "" : " of ",
                           markup(info.date), many(info.events, "editorial notice", "editorial notices"),
                           info.sample ? "; a sample: that it lacks a work says nothing" : "");
        divider = "; ";
    }
    out += ".</p>\n</section>\n";
}

void append_header(std::string& out, const CheckRun& run, const Counts& counts) {
    std::size_t references = 0;
    for (const auto& [headline, number] : counts) {
        references += number;
    }
    out += "<header>\n<h1>Citations checked</h1>\n";
    out += fmt::format("<p>{} in {}</p>\n", many(references, "reference", "references"),
                       many(run.all.size(), "article", "articles"));
    if (!counts.empty()) {
        append_chart(out, counts);
    }
    out += "</header>\n";
}

}  // namespace

void append_chart(std::string& out, const std::map<Headline, std::size_t>& counts) {
    constexpr std::size_t kRow = 24;
    constexpr std::size_t kNames = 170;
    constexpr std::size_t kLongestBar = 330;
    std::size_t most = 1;
    std::string spoken;
    for (const auto& [headline, number] : counts) {
        most = std::max(most, number);
        spoken +=
            fmt::format("{}{} {}", spoken.empty() ? "" : ", ", number, in_words(finding::name(headline)));
    }
    const std::size_t height = counts.size() * kRow + 4;
    out += fmt::format(R"(<svg class="chart" viewBox="0 0 560 {}" width="560" height="{}" role="img" )"
                       R"(aria-labelledby="chart-title"><title id="chart-title">Verdicts by kind: {}</title>)"
                       "\n",
                       height, height, spoken);
    std::size_t y = 2;
    for (const auto& [headline, number] : counts) {
        const std::size_t bar = std::max<std::size_t>(3, number * kLongestBar / most);
        out +=
            fmt::format(R"(<g class="v-{}"><text x="0" y="{}">{} {}</text>)"
                        R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3"/>)"
                        R"(<text x="{}" y="{}">{}</text></g>)"
                        "\n",
                        finding::name(headline), y + 16, symbol(headline), in_words(finding::name(headline)),
                        kNames, y + 3, bar, kRow - 6, kNames + bar + 8, y + 16, number);
        y += kRow;
    }
    out += "</svg>\n";
}

void append_check_report(std::string& out, const CheckRun& run, std::string_view before_articles) {
    std::vector<HtmlArticle> articles;
    Counts counts;
    for (const CheckedArticle& checked : run.all) {
        articles.emplace_back(checked, articles.size() + 1);
        count(counts, checked);
    }
    append_header(out, run, counts);
    if (articles.size() > 1) {
        append_contents(out, articles);
    }
    out += before_articles;
    for (const HtmlArticle& article : articles) {
        append_article(out, article);
    }
    append_not_checked(out, run, articles);
}

std::string check_html(const CheckRun& run) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n";
    out += fmt::format(
        "<meta name=\"generator\" content=\"whereof {}\">\n<title>Citations checked: {}</title>\n",
        run.version,
        run.all.size() == 1 ? markup(clipped(title_of(run.all.front()), 120))
                            : many(run.all.size(), "article", "articles"));
    out += "<style>\n";
    out += html_style();
    out += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the articles</a>\n";
    append_check_report(out, run, "<main id=\"main\">\n");
    out += fmt::format("</main>\n<footer>whereof {}</footer>\n</body>\n</html>\n", run.version);
    return out;
}

}  // namespace whereof::report
