// SPDX-License-Identifier: MIT
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "search/query.hpp"
#include "search/search.hpp"
#include "search/spelling.hpp"
#include "serve/checking.hpp"
#include "serve/stored_judge.hpp"
#include "serve/tools.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

/// Lines on words of the query that no article has.
std::string unknown_words(const Desk& desk, store::Store& store, const std::string& query) {
    std::string out;
    const auto parsed = search::parse_query(query);
    if (!parsed) {
        return out;
    }
    const auto& synonyms = desk.synonyms != nullptr ? *desk.synonyms : search::Synonyms::shipped();
    for (const auto& [word, suggestion] : search::unknown_words(*parsed, store, synonyms)) {
        out += report::terminal_safe(
            fmt::format("no article has \"{}\"{}\n", word,
                        suggestion.empty() ? "" : fmt::format(": did you mean {}?", suggestion)));
    }
    return out;
}

}  // namespace

Result<ToolAnswer> search_claims(Desk& desk, const nlohmann::json& arguments) {
    const Deadline deadline(desk.patience);
    const auto query = arguments.at("query").get<std::string>();
    search::Options options;
    options.limit = arguments.value("limit", options.limit);
    options.offset = arguments.value("offset", options.offset);
    options.synonyms = desk.synonyms;
    const auto store = desk.open_store();
    auto hits = search::search(*store, query, options);
    if (!hits) {
        return hits.error();
    }
    StoredJudge judge(*store, desk.authorities, desk.authority_state, Keeping::nothing);
    std::size_t judged = 0;
    for (auto& hit : *hits) {
        for (auto& source : hit.references) {
            if (deadline.is_over()) {
                return deadline.error(judged);
            }
            source.verdict = judge.verdict(source.id, source.reference);
            ++judged;
        }
    }
    ToolAnswer out;
    out.text = hits->empty() ? "no hit\n" : report::hits_text(*hits, query, {false, 0, false});
    out.text += unknown_words(desk, *store, query);
    out.structured = report::json_text(report::hits_document(*hits, query));
    return out;
}

}  // namespace whereof::serve
