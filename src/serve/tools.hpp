// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "base/result.hpp"
#include "search/synonyms.hpp"
#include "serve/found_references.hpp"
#include "serve/shown.hpp"
#include "serve/written_list.hpp"
#include "store/store.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// What the tools work with, made ready by whoever starts them. Nothing here is changed by a tool.
struct Desk {
    std::function<std::unique_ptr<store::Store>()>
        open_store;  ///< anew for each call; throws when there is none
    FindArticle find_article;
    std::vector<authority::Authority*> authorities;  ///< not owned
    std::string authority_state;                     ///< a digest of what they hold
    RenderStyle render_style;                        ///< may be empty
    const search::Synonyms* synonyms = nullptr;      ///< not owned; nullptr: those that ship
    std::chrono::milliseconds patience{60'000};      ///< how long one call may check citations
    std::size_t most_found = kMostFound;  ///< claims of a query whose sources are exported; more are refused
};

/// What a tool answers: the same for people or models as text, and for programs as one JSON object.
struct ToolAnswer {
    std::string text;
    std::string structured;  ///< in one line; the tool's output schema describes it
};

/// A tool for agents (Model Context Protocol). All of them only read.
struct Tool {
    std::string_view name;
    std::string_view title;
    std::string_view description;
    std::string (*input_schema)();   ///< JSON, within what mismatch() knows
    std::string (*output_schema)();  ///< JSON
    /// `arguments` match the input schema. Throws what stores, files and authorities throw.
    Result<ToolAnswer> (*call)(Desk& desk, const nlohmann::json& arguments);
};

/// Every tool, in the order in which they are listed.
std::span<const Tool> tools() noexcept;

Result<ToolAnswer> search_claims(Desk& desk, const nlohmann::json& arguments);
Result<ToolAnswer> check_citations(Desk& desk, const nlohmann::json& arguments);
Result<ToolAnswer> get_article(Desk& desk, const nlohmann::json& arguments);
Result<ToolAnswer> export_references(Desk& desk, const nlohmann::json& arguments);

}  // namespace whereof::serve
