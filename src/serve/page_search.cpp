// SPDX-License-Identifier: MIT
#include "bib/study_design.hpp"
#include "finding/verdict.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "search/query.hpp"
#include "search/search.hpp"
#include "search/spelling.hpp"
#include "serve/checking.hpp"
#include "serve/page_frame.hpp"
#include "serve/page_parts.hpp"
#include "serve/pages.hpp"
#include "serve/stored_judge.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

constexpr std::size_t kHitsOnAPage = 10;
constexpr std::size_t kLongestQuery = 4096;
/// Verdicts that nobody has kept are made for this long; what is left says that it was not looked up.
constexpr std::chrono::milliseconds kPatience{300};

/// A value that a parameter of the form can have; the first one is what is meant without the parameter.
template <typename T>
struct ChoiceRow {
    std::string_view name;
    std::string_view words;
    T value;
};
constexpr auto kScopes = std::to_array<ChoiceRow<search::Scope>>({
    {"claims", "Claims", search::Scope::claims},
    {"sentences", "All sentences", search::Scope::sentences},
    {"references", "References", search::Scope::references},
    {"works", "Cited works", search::Scope::works},
    {"articles", "Articles", search::Scope::articles},
});
constexpr auto kOrders = std::to_array<ChoiceRow<search::Order>>({
    {"rank", "Best match", search::Order::rank},
    {"year", "Newest source", search::Order::year},
    {"evidence", "Best evidence", search::Order::evidence},
});

/// The row that a parameter names; nullptr when it names none.
const auto* chosen(const auto& rows, const Parameters& parameters, std::string_view parameter) {
    const std::string_view name = value_of(parameters, parameter);
    const auto found =
        name.empty() ? rows.begin() : std::ranges::find(rows, name, [](const auto& row) { return row.name; });
    return found == rows.end() ? nullptr : &*found;
}

PageData odd_choice(const auto& rows, const Parameters& parameters, std::string_view parameter) {
    std::string names;
    for (const auto& row : rows) {
        names += (names.empty() ? "one of " : ", ") + std::string(row.name);
    }
    return odd_parameter(parameter, value_of(parameters, parameter), names);
}

std::vector<Choice> choices_of(const auto& rows) {
    std::vector<Choice> out;
    for (const auto& row : rows) {
        out.push_back({row.name, std::string(row.words)});
    }
    return out;
}

/// The words and the filters of the form as one query.
std::string query_of(const Parameters& parameters) {
    const std::string_view words = value_of(parameters, "q");
    std::string filters;
    for (const auto& [parameter, field] :
         {std::pair{"verdict", "verdict"}, std::pair{"evidence", "design"}}) {
        if (const std::string_view value = value_of(parameters, parameter); !value.empty()) {
            filters += fmt::format("{}:\"{}\" ", field, value);
        }
    }
    if (!filters.empty() && words.find(" OR ") != std::string_view::npos) {
        return fmt::format("{}AND ({})", filters, words);
    }
    return filters + std::string(words);
}

/// Verdicts on the sources of the hits: kept ones, and new ones while there is time.
void judge(const Visit& visit, std::vector<search::Hit>& hits) {
    const Deadline deadline(kPatience);
    StoredJudge judge = visit.judge();
    for (auto& hit : hits) {
        for (auto& source : hit.references) {
            source.verdict =
                deadline.is_over() ? judge.kept(source.id) : judge.verdict(source.id, source.reference);
        }
    }
}

void append_form(std::string& out, const Parameters& parameters) {
    std::vector<Choice> verdicts{{"", "any"}};
    for (int i = 0; i <= static_cast<int>(finding::Headline::unchecked); ++i) {
        const std::string_view name = finding::name(static_cast<finding::Headline>(i));
        verdicts.push_back({name, report::in_words(name)});
    }
    std::vector<Choice> designs{{"", "any"}};
    for (const bib::StudyDesign design : bib::study_designs()) {
        designs.push_back({bib::name(design), std::string(bib::name(design))});
    }
    out +=
        R"(<form class="filters" action="/search"><p class="field wide"><label for="q">Words of the claim</label>)";
    out += fmt::format(R"(<input id="q" type="search" name="q" value="{}" autocomplete="off"></p>)"
                       "\n",
                       markup(value_of(parameters, "q")));
    append_select(out, "verdict", "Verdict on a source", verdicts, value_of(parameters, "verdict"));
    append_select(out, "evidence", "Kind of evidence", designs, value_of(parameters, "evidence"));
    append_select(out, "in", "Look in", choices_of(kScopes), value_of(parameters, "in"));
    append_select(out, "sort", "Order", choices_of(kOrders), value_of(parameters, "sort"));
    out += "<p class=\"field\"><button>Search</button></p>\n</form>\n";
}

/// The hit's text with what the query matched marked.
std::string marked_text(const Json& hit) {
    const std::string_view text = text_of(hit, "text");
    std::string out;
    std::size_t at = 0;
    for (const Json& span : hit.at("matched")) {
        const auto begin = span.at(0).get<std::size_t>();
        const auto end = span.at(1).get<std::size_t>();
        if (begin >= at && end <= text.size()) {
            out += markup(text.substr(at, begin - at));
            out += fmt::format("<mark>{}</mark>", markup(text.substr(begin, end - begin)));
            at = end;
        }
    }
    return out + markup(text.substr(at));
}

/// The page about what was found: a claim, a reference, a work, an article.
std::string_view page_about(std::string_view scope) {
    return scope == "references" ? "reference"
           : scope == "works"    ? "work"
           : scope == "articles" ? "article"
                                 : "claim";
}

void append_source(std::string& out, const Json& hit, const Json& source) {
    const std::string id =
        fmt::format("{}#r{}", text_of(hit, "path"), source.at("index").get<std::uint32_t>());
    const std::string level = evidence_words(source.at("evidence"));
    out += fmt::format(R"(<li>{} <a href="{}">{}</a>{}</li>)", badge(text_of(source, "headline")),
                       markup(page_of("reference", id)), markup(report::clipped(citation_of(source), 240)),
                       level.empty() ? "" : fmt::format(R"( <span class="level">{}</span>)", markup(level)));
}

void append_hit(std::string& out, const Json& hit, std::string_view scope) {
    out += R"(<li class="hit"><p class="found">)";
    const std::string text = marked_text(hit);
    out += scope == "sentences" ? text
                                : fmt::format(R"(<a href="{}">{}</a>)",
                                              markup(page_of(page_about(scope), text_of(hit, "id"))), text);
    out += "</p>\n";
    if (const std::string_view path = text_of(hit, "path"); !path.empty()) {
        const std::string_view title = text_of(hit, "article_title");
        const std::string_view heading = text_of(hit, "heading");
        out += fmt::format(
            R"(<p class="where">{}{}{}</p>)"
            "\n",
            link("article", path, report::clipped(title.empty() ? path : title, 120)),
            heading.empty() || heading == title ? "" : " › " + markup(report::clipped(heading, 80)),
            hit.at("line").get<std::uint32_t>() == 0
                ? ""
                : fmt::format(" · line {}", hit.at("line").get<std::uint32_t>()));
    }
    if (hit.contains("in_abstracts")) {
        std::string words;
        for (const Json& word : hit.at("in_abstracts")) {
            words += (words.empty() ? "" : ", ") + word.get<std::string>();
        }
        out += fmt::format(R"(<p class="where">In the abstract of what it cites: {}</p>)"
                           "\n",
                           markup(words));
    }
    const Json& sources = hit.at("references");
    if (!sources.empty()) {
        out += "<ul class=\"sources\">";
        for (const Json& source : sources) {
            append_source(out, hit, source);
        }
        out += "</ul>\n";
    } else if (scope == "claims") {
        out += "<p class=\"none\">No source is cited for this.</p>\n";
    }
    out += "</li>\n";
}

void append_hits(std::string& out, const Json& hits, std::string_view scope, std::string_view query) {
    const auto compared = search::read_comparative(query);
    const auto stance_of = [](const Json& hit) {
        return hit.contains("comparison") ? text_of(hit.at("comparison"), "stance") : std::string_view();
    };
    const bool grouped =
        compared && std::ranges::any_of(hits, [&](const Json& hit) {
            return !stance_of(hit).empty() && stance_of(hit) != name(search::Stance::unrelated);
        });
    using search::Stance;
    for (const Stance stance : {Stance::agrees, Stance::disagrees, Stance::no_direction, Stance::unrelated}) {
        std::string group;
        for (const Json& hit : hits) {
            const std::string_view own = stance_of(hit).empty() ? name(Stance::unrelated) : stance_of(hit);
            if (own == name(stance) || (!grouped && stance == Stance::agrees)) {
                append_hit(group, hit, scope);
            }
        }
        if (group.empty() || (!grouped && stance != Stance::agrees)) {
            continue;
        }
        if (grouped) {
            out += fmt::format("<h2 class=\"stance\">{}</h2>\n",
                               markup(report::stance_heading(stance, *compared)));
        }
        out += "<ol class=\"hits\">\n" + group + "</ol>\n";
    }
}

/// Words that no article has, each with the nearest one that they have.
void append_unknown_words(std::string& out, const Visit& visit) {
    const auto parsed = search::parse_query(query_of(visit.parameters));
    if (!parsed) {
        return;
    }
    const auto* synonyms = visit.desk.desk.synonyms;
    for (const auto& [word, suggestion] : search::unknown_words(
             *parsed, visit.store(), synonyms != nullptr ? *synonyms : search::Synonyms::shipped())) {
        out += fmt::format("<p class=\"hint\">No article has “{}”", markup(word));
        if (!suggestion.empty()) {
            std::string query(value_of(visit.parameters, "q"));
            if (const std::size_t at = query.find(word); at != std::string::npos) {
                query.replace(at, word.size(), suggestion);
            }
            Parameters parameters = visit.parameters;
            std::erase_if(parameters,
                          [](const auto& one) { return one.first == "q" || one.first == "page"; });
            parameters.emplace_back("q", query);
            out += fmt::format(R"(: did you mean <a href="{}">{}</a>?)",
                               markup(address("/search", parameters)), markup(suggestion));
        } else {
            out += '.';
        }
        out += "</p>\n";
    }
}

}  // namespace

PageData search_page(Visit& visit) {
    const auto* scope = chosen(kScopes, visit.parameters, "in");
    const auto* order = chosen(kOrders, visit.parameters, "sort");
    const auto number = page_number(visit.parameters);
    if (scope == nullptr) {
        return odd_choice(kScopes, visit.parameters, "in");
    }
    if (order == nullptr) {
        return odd_choice(kOrders, visit.parameters, "sort");
    }
    if (!number) {
        return odd_page_number(visit.parameters);
    }
    PageData out;
    const std::string query = query_of(visit.parameters);
    out.title = query.empty() ? "Search" : query + " — search";
    if (query.empty()) {
        out.json = std::make_shared<const Json>(report::hits_document({}, query));
        return out;
    }
    if (query.size() > kLongestQuery) {
        return failed(400, fmt::format("A query has at most {} bytes.", kLongestQuery),
                      "Search for fewer words.");
    }
    search::Options options;
    options.scope = scope->value;
    if (options.scope != search::Scope::articles) {  // which have no sources to be ordered by
        options.order = order->value;
    }
    options.limit = kHitsOnAPage + 1;
    options.offset = (*number - 1) * kHitsOnAPage;
    options.synonyms = visit.desk.desk.synonyms;
    auto hits = search::search(visit.store(), query, options);
    if (!hits) {
        return failed(400, hits.error().what, "Change the query.");
    }
    out.has_more = hits->size() > kHitsOnAPage;
    hits->resize(std::min(hits->size(), kHitsOnAPage));
    judge(visit, *hits);
    out.json = std::make_shared<const Json>(report::hits_document(*hits, query));
    return out;
}

void write_search(const PageData& page, const Visit& visit, std::string& out) {
    out += "<h1>Search</h1>\n";
    append_form(out, visit.parameters);
    const Json& hits = page.json->at("hits");
    const std::string query = query_of(visit.parameters);
    if (query.empty()) {
        out +=
            "<p>Type words of a claim. “early PT beats delayed PT” groups what is found by what it says of "
            "the "
            "two; \"bed rest\" in quotes is looked for as it stands; year:2019..2023, author:, journal: and "
            "site: narrow it down.</p>\n";
        return;
    }
    append_unknown_words(out, visit);
    const std::string_view scope = chosen(kScopes, visit.parameters, "in")->name;
    if (hits.empty()) {
        out += "<p class=\"lead\">Nothing found.</p>\n";
        if (!value_of(visit.parameters, "verdict").empty()) {
            out +=
                "<p>The filter by verdict knows what was looked up before: <code>whereof check --all</code> "
                "looks "
                "up every reference of the store.</p>\n";
        }
        return;
    }
    append_hits(out, hits, scope, query);
    append_paging(out, "/search", visit.parameters, page.has_more);
    append_export(out, "q", query, "Export the sources of all claims found as");
}

}  // namespace whereof::serve
