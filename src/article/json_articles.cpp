// SPDX-License-Identifier: MIT
#include "article/json_articles.hpp"

#include "article/json_text.hpp"
#include "article/readers.hpp"
#include "article/source_positions.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

#include <fmt/core.h>
#include <simdjson.h>

namespace whereof::article {
namespace {

constexpr std::string_view kExpected =
    "expected articles, each a JSON object with \"text\" or \"sentences\", or CSL-JSON";

std::vector<Result<Article>> refused(std::string_view found, std::string_view name) {
    std::vector<Result<Article>> out;
    out.emplace_back(Error{fmt::format("{}, found {}", kExpected, found), std::string(name)});
    return out;
}

/// The elements of an array of which each begins at one of `begins`, without what divides them.
std::string_view element_at(std::string_view text, const std::vector<std::size_t>& begins,
                            std::size_t index) {
    const bool is_last = index + 1 == begins.size();
    const std::size_t end = is_last ? text.rfind(']') : begins[index + 1];
    const auto element = text::trim(text.substr(begins[index], end - begins[index]));
    return is_last || element.empty() ? element : text::trim(element.substr(0, element.rfind(',')));
}

}  // namespace

bool looks_like_json_articles(std::string_view head) {
    const auto at = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (at == std::string_view::npos) {
        return false;
    }
    const auto next = head.find_first_not_of(" \t\r\n", at + 1);
    if (next == std::string_view::npos) {
        return false;
    }
    if (head[at] == '[') {
        return head[next] == '{';
    }
    if (head[at] != '{' || head[next] != '"') {
        return false;
    }
    // A line of JSONL that broke off is followed by another object, a member by another member.
    const auto end = head.find('\n', at);
    const auto below = end == std::string_view::npos ? end : head.find_first_not_of(" \t\r\n", end);
    return below != std::string_view::npos && head[below] == '"';
}

std::vector<Result<Article>> read_json_articles(std::string_view text, std::string_view name) {
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    auto error = parser.parse(text.data(), text.size()).get(document);
    if (error != simdjson::SUCCESS) {
        if (const auto mended = mended_json(text)) {
            error = parser.parse(mended->data(), mended->size()).get(document);
        }
    }
    if (error != simdjson::SUCCESS) {
        return refused(fmt::format("no JSON ({}): a brace, bracket or comma is missing, or the end",
                                   simdjson::error_message(error)),
                       name);
    }
    LineArticles articles(name);
    std::vector<Result<Article>> out;
    if (!document.is_array()) {
        out.push_back(articles.read(text, 1));
        return out;
    }
    const auto begins = json_elements(text, text.find('['));
    SourcePositions positions(text);
    for (std::size_t i = 0; i < begins.size(); ++i) {
        auto read = articles.read(element_at(text, begins, i), positions.at(begins[i]).line);
        if (!read) {
            Error wrong = std::move(read).error();
            wrong.offset += begins[i];
            read = std::move(wrong);
        }
        out.push_back(std::move(read));
    }
    if (std::ranges::none_of(out, [](const Result<Article>& one) { return one.has_value(); })) {
        return refused(fmt::format("an array of {} without any", begins.size()), name);
    }
    return out;
}

}  // namespace whereof::article
