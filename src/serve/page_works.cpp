// SPDX-License-Identifier: MIT
#include "bib/journal.hpp"
#include "report/escapes.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "serve/page_frame.hpp"
#include "serve/pages.hpp"
#include "serve/shown.hpp"
#include "serve/stored_judge.hpp"
#include "serve/target.hpp"
#include "text/fold.hpp"

#include <array>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

constexpr std::size_t kCitationsShown = 100;

/// The fields in which citations of one work are held against each other.
struct Compared {
    const char* member;  ///< of CSL-JSON
    std::string_view words;
};
constexpr std::array kCompared{Compared{"title", "title"}, Compared{"container-title", "journal"},
                               Compared{"issued", "year"}, Compared{"volume", "volume"},
                               Compared{"issue", "issue"}, Compared{"page", "page"},
                               Compared{"DOI", "DOI"},     Compared{"PMID", "PMID"}};

/// A field of CSL-JSON as people write it; empty when it is absent.
std::string shown_value(const Json& fields, const char* member) {
    const auto found = fields.find(member);
    if (found == fields.end()) {
        return {};
    }
    if (found->is_object()) {  // a date: its year
        const auto parts = found->find("date-parts");
        const bool has_year =
            parts != found->end() && parts->is_array() && !parts->empty() && !(*parts)[0].empty();
        return has_year ? (*parts)[0][0].dump() : "";
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

/// What two values have in common that say the same in another form.
std::string key_of(std::string_view member, const std::string& value) {
    return member == "container-title" ? bib::journal_key(value)
           : member == "title"         ? text::fold_key(value)
                                       : value;
}

/// What the citations give for each field, where they do not all give the same.
void append_differences(std::string& out, const Json& cited_by) {
    std::string rows;
    for (const auto& [member, words] : kCompared) {
        std::map<std::string, std::pair<std::string, std::size_t>>
            values;  // by key: as first written, how often
        for (const Json& citation : cited_by) {
            if (std::string value = shown_value(citation.at("fields"), member); !value.empty()) {
                auto& [written, count] = values[key_of(member, value)];
                written = written.empty() ? std::move(value) : std::move(written);
                ++count;
            }
        }
        if (values.size() < 2) {
            continue;
        }
        rows += fmt::format(R"(<tr><th scope="row">{}</th><td><ul class="plain">)", words);
        for (const auto& [key, value] : values) {
            rows += fmt::format("<li>{} <span class=\"where\">{}</span></li>", markup(value.first),
                                count_of(static_cast<std::int64_t>(value.second), "citation", "citations"));
        }
        rows += "</ul></td></tr>\n";
    }
    if (!rows.empty()) {
        out +=
            "<section aria-labelledby=\"differ\"><h2 id=\"differ\">Where they "
            "differ</h2>\n<table><thead><tr><th scope=\"col\">"
            "Field</th><th scope=\"col\">Cited as</th></tr></thead><tbody>\n" +
            rows + "</tbody></table></section>\n";
    }
}

}  // namespace

PageData work_page(Visit& visit) {
    const Target target = parse_target(visit.name);
    Json json;
    if (target.kind == Target::Kind::work) {
        StoredJudge judge = visit.judge();
        json = show(visit.store(), visit.desk.desk.authorities, judge, visit.desk.desk.find_article, target,
                    {kCitationsShown, nullptr});
    }
    if (json.is_null()) {
        return failed(404, fmt::format("The store holds no work '{}'.", report::clipped(visit.name, 100)),
                      "The page of a reference links to the work that it means.");
    }
    PageData out;
    out.title = report::clipped(citation_of(json.at("cited_by").at(0)), 100);
    out.json = std::make_shared<const Json>(std::move(json));
    return out;
}

void write_work(const PageData& page, const Visit& /*visit*/, std::string& out) {
    const Json& cited_by = page.json->at("cited_by");
    const auto citations = page.json->at("citations").get<std::size_t>();
    const std::string title = shown_value(cited_by.at(0).at("fields"), "title");
    out += fmt::format("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
                       markup(title.empty() ? "A work and who cites it" : report::clipped(title, 300)),
                       count_of(static_cast<std::int64_t>(citations), "reference means this work.",
                                "references mean this work."));
    append_differences(out, cited_by);
    out += "<section aria-labelledby=\"by\"><h2 id=\"by\">Cited by</h2>\n<ul class=\"sources\">\n";
    for (const Json& one : cited_by) {
        const std::string_view id = text_of(one, "id");
        const std::string article(id.substr(0, id.rfind('#')));
        out += fmt::format("<li>{} {}<br><span class=\"where\">in {}, line {}</span></li>\n",
                           badge(text_of(one, "verdict")),
                           link("reference", id, report::clipped(citation_of(one), 300)),
                           link("article", article, article), one.at("line").get<std::uint32_t>());
    }
    out += "</ul>\n";
    if (cited_by.size() < citations) {
        out += fmt::format("<p class=\"hint\">The first {} are shown.</p>\n", cited_by.size());
    }
    out += "</section>\n";
}

}  // namespace whereof::serve
