// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"
#include "formats/formats.hpp"
#include "report/escapes.hpp"
#include "report/report.hpp"
#include "serve/page_frame.hpp"
#include "serve/page_parts.hpp"
#include "serve/pages.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using report::markup;

/// A name for the file, of letters that every system takes: "draft.ris" for "drafts/draft.md".
std::string file_name(std::string_view article, std::string_view extension) {
    std::string_view stem = article.substr(std::min(article.find_last_of("/\\") + 1, article.size()));
    stem = stem.substr(0, stem.rfind('.'));
    std::string out;
    for (const char c : stem.substr(0, 60)) {
        out.push_back(text::is_ascii_alnum(c) || c == '-' || c == '_' ? c : '_');
    }
    return (out.empty() ? "references" : out) + std::string(extension);
}

std::string type_of(std::string_view extension) {
    return extension == ".csv"                             ? "text/csv; charset=utf-8"
           : extension == ".json" || extension == ".jsonl" ? "application/json; charset=utf-8"
           : extension == ".xml"                           ? "application/xml; charset=utf-8"
                                                           : "text/plain; charset=utf-8";
}

}  // namespace

void append_export(std::string& out, std::string_view parameter, std::string_view value,
                   std::string_view label) {
    if (report::terminal_safe(value) != value) {  // a form would send back other bytes; an address does not
        out += fmt::format(
            R"(<p><a href="{}">Export as RIS</a></p>)"
            "\n",
            markup(address("/export", {{std::string(parameter), std::string(value)}, {"format", "ris"}})));
        return;
    }
    std::vector<Choice> formats;
    for (const formats::Format& format : formats::formats()) {
        if (format.write != nullptr) {
            formats.push_back({format.name, fmt::format("{} ({})", format.name, format.about)});
        }
    }
    out += fmt::format(R"(<form class="actions" action="/export"><input type="hidden" name="{}" value="{}">)"
                       "\n",
                       parameter, markup(value));
    append_select(out, "format", label, formats, "ris");
    append_select(out, "only", "Which", {{"", "all of them"}, {"verified", "verified ones only"}}, "");
    append_select(
        out, "ids", "Identifiers in Vancouver, AMA, APA and CSL styles",
        {{"", "those of the style"}, {"none", "none"}, {"doi", "DOI"}, {"pmid", "PMID"}, {"all", "all"}}, "");
    append_select(out, "dedupe", "One work cited twice", {{"", "stays two entries"}, {"1", "is one entry"}},
                  "");
    out +=
        "<p class=\"field\"><label for=\"style\">Or in the CSL style</label><input id=\"style\" "
        "name=\"style\" "
        "placeholder=\"the-lancet\" maxlength=\"100\"></p></details>\n";
    out += "<p class=\"field\"><button>Export</button></p></form>\n";
}

PageData export_page(Visit& visit) {
    const std::string_view name = value_of(visit.parameters, "format");
    const bool is_styled = !value_of(visit.parameters, "style").empty();
    const formats::Format* format = formats::find_format(name);
    if (name.empty() && !is_styled) {
        return failed(400, "In which format? The address names none.",
                      "Add format=ris, or style=the-lancet for text in a CSL style.");
    }
    if (!name.empty() && (format == nullptr || format->write == nullptr)) {
        return failed(400, fmt::format("There is no format '{}' to export.", name.substr(0, 60)),
                      "whereof export --help lists the formats.");
    }
    nlohmann::json wishes{{"format", name}};
    const auto article = std::ranges::find(visit.parameters, "article", &Parameters::value_type::first);
    const bool has_article = article != visit.parameters.end();
    if (has_article) {
        wishes["articles"] = {article->second};
    } else if (const std::string_view query = value_of(visit.parameters, "q"); !query.empty()) {
        wishes["query"] = query;
    } else {
        return failed(400, "There is nothing to export.",
                      "Export from the page of an article or of a search.");
    }
    if (const std::string_view only = value_of(visit.parameters, "only"); !only.empty()) {
        if (!finding::headline_of_name(only)) {
            return failed(400, fmt::format("There is no verdict '{}'.", only.substr(0, 60)),
                          "verified is one.");
        }
        wishes["verdicts"] = {only};
    }
    for (const char* text : {"style", "ids"}) {
        if (const std::string_view value = value_of(visit.parameters, text); !value.empty()) {
            wishes[text] = value;
        }
    }
    wishes["dedupe"] = !value_of(visit.parameters, "dedupe").empty();
    const auto exported = export_references(visit.desk.desk, wishes);
    if (!exported) {
        const bool is_missing = has_article && !is_styled && !wishes.contains("ids");
        return is_missing ? failed(404, exported.error().what, "The list of articles names all there are.")
                          : failed(400, exported.error().what,
                                   "Narrow the search, or use whereof export on the command line.");
    }
    PageData out;
    out.file = exported->text;
    out.file_name = file_name(has_article ? article->second : "", is_styled ? ".txt" : format->extension);
    out.file_type = type_of(is_styled ? ".txt" : format->extension);
    return out;
}

}  // namespace whereof::serve
