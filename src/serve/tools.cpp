// SPDX-License-Identifier: MIT
#include "serve/tools.hpp"

#include "finding/verdict.hpp"
#include "formats/formats.hpp"
#include "serve/given_articles.hpp"
#include "serve/published_schema.hpp"

#include <array>

#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

Json text_of_length(std::size_t most, std::string_view description) {
    return {{"type", "string"}, {"minLength", 1}, {"maxLength", most}, {"description", description}};
}

Json number_between(int least, int most, int usual, std::string_view description) {
    return {{"type", "integer"},
            {"minimum", least},
            {"maximum", most},
            {"default", usual},
            {"description", description}};
}

Json list_of(Json items, std::size_t most, std::string_view description) {
    return {{"type", "array"},
            {"items", std::move(items)},
            {"minItems", 1},
            {"maxItems", most},
            {"description", description}};
}

std::string object_of(Json properties, std::vector<std::string> required) {
    const Json out{{"type", "object"},
                   {"properties", std::move(properties)},
                   {"required", std::move(required)},
                   {"additionalProperties", false}};
    return out.dump();
}

constexpr std::size_t kLongestQuery = 4096;
constexpr std::size_t kLongestName = 4096;

Json query_schema() {
    return text_of_length(
        kLongestQuery,
        "Words wished for; AND, \"phrase\" and field:value are required; OR, -word, prefix*, a NEAR/5 b; "
        "fields: claim heading title source author journal year:2019..2023 verdict:retracted "
        "design:meta-analysis site cited:no. 'A vs B' groups the claims by what they say of the two.");
}

/// Members that name what is to be read, of which one is given.
void add_given(Json& properties) {
    properties["text"] =
        text_of_length(kMostGivenBytes,
                       "A whole article or a reference list: plain text, Markdown, HTML, JATS, BibTeX, RIS, "
                       "NBIB, CSL-JSON, EndNote, Web of Science or CSV; the content decides");
    properties["path"] = text_of_length(
        kLongestName, "A file on this machine: the same formats, DOCX, ODT, EPUB, PDF, JSONL of articles");
    properties["references"] =
        list_of(text_of_length(kLongestReference, "One reference as an article prints it"), kMostReferences,
                "Reference strings, one work each");
}

std::string search_input() {
    return object_of({{"query", query_schema()},
                      {"limit", number_between(1, 100, 10, "How many claims to return")},
                      {"offset", number_between(0, 100'000, 0, "How many claims to pass over first")}},
                     {"query"});
}

std::string check_input() {
    Json properties = Json::object();
    add_given(properties);
    return object_of(std::move(properties), {});
}

std::string article_input() {
    return object_of(
        {{"id",
          text_of_length(kLongestName,
                         "As search_claims gives it: a path or id, path#c2 for a claim, path#r3 "
                         "for a reference, path:24:149 or path:24 for what begins there, w17 for a work")}},
        {"id"});
}

std::string article_output() {
    const Json out{{"type", "object"},
                   {"description",
                    "What whereof show --format json prints: an article with claims, references "
                    "and conflicts, or one claim, reference or work"},
                   {"properties", {{"id", {{"type", "string"}}}}},
                   {"required", {"id"}}};
    return out.dump();
}

std::string export_input() {
    Json properties = Json::object();
    Json names = Json::array();
    for (const auto& format : formats::formats()) {
        if (format.write != nullptr) {
            names.push_back(format.name);
        }
    }
    properties["format"] = {
        {"type", "string"}, {"enum", std::move(names)}, {"description", "The format to write"}};
    properties["articles"] =
        list_of(text_of_length(kLongestName, "A path or id"), 100, "Articles of the store, by path or id");
    properties["query"] = query_schema();
    add_given(properties);
    Json headlines = Json::array();
    for (int i = 0; i <= static_cast<int>(finding::Headline::unchecked); ++i) {
        headlines.push_back(finding::name(static_cast<finding::Headline>(i)));
    }
    properties["verdicts"] = list_of({{"type", "string"}, {"enum", std::move(headlines)}}, 9,
                                     "Only references of these verdicts, each being checked for it");
    properties["style"] = text_of_length(
        100, "Text in any CSL style in the format's place, where pandoc is installed: the-lancet");
    Json identifiers = Json::array();
    for (const auto& row : kIdentifiers) {
        identifiers.push_back(row.name);
    }
    properties["ids"] = {{"type", "string"},
                         {"enum", std::move(identifiers)},
                         {"description", "Which identifiers to write in vancouver, ama, apa and CSL styles"}};
    properties["dedupe"] = {{"type", "boolean"}, {"description", "One entry for each work"}};
    return object_of(std::move(properties), {"format"});
}

std::string export_output() {
    return object_of(
        {{"format", {{"type", "string"}}},
         {"count", {{"type", "integer"}, {"description", "references written"}}},
         {"left_out", {{"type", "integer"}, {"description", "references of other verdicts"}}},
         {"merged", {{"type", "integer"}, {"description", "references of a work that another stands for"}}},
         {"skipped",
          {{"type", "array"},
           {"items", {{"type", "string"}}},
           {"description", "what could not be read, and why"}}},
         {"text", {{"type", "string"}, {"description", "the whole file"}}}},
        {"format", "count", "left_out", "merged", "skipped", "text"});
}

constexpr std::array kTools{
    Tool{"search_claims", "Search claims",
         "Finds claims in the articles of the local store by keyword, best first, each with the sources it "
         "rests on, their level of evidence and the verdict on each citation.",
         search_input, [] { return published_schema("search"); }, search_claims},
    Tool{
        "check_citations", "Check citations",
        "Says of every citation of a text, file or list of reference strings whether the work exists, is "
        "what "
        "the citation says it is, and still stands (retracted, corrected), with the evidence field by field. "
        "Offline and deterministic. 'undecidable' and 'unchecked' accuse nobody: the index does not cover "
        "the work.",
        check_input, [] { return published_schema("check"); }, check_citations},
    Tool{"get_article", "Get an article",
         "Everything known of one article of the store (its claims, references, verdicts, conflicts), or of "
         "one claim, reference or cited work.",
         article_input, article_output, get_article},
    Tool{
        "export_references", "Export references",
        "Writes reference lists as BibTeX, RIS, CSL-JSON, Vancouver, AMA, APA and other formats. Give one of "
        "articles, query, text, path, references.",
        export_input, export_output, export_references},
};

}  // namespace

std::span<const Tool> tools() noexcept { return kTools; }

}  // namespace whereof::serve
