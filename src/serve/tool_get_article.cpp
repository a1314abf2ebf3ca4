// SPDX-License-Identifier: MIT
#include "report/json_text.hpp"
#include "serve/shown.hpp"
#include "serve/tools.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {

Result<ToolAnswer> get_article(Desk& desk, const nlohmann::json& arguments) {
    using Json = nlohmann::ordered_json;
    const auto id = arguments.at("id").get<std::string>();
    const auto store = desk.open_store();
    StoredJudge judge(*store, desk.authorities, desk.authority_state, Keeping::nothing);
    const Json shown = show(*store, desk.authorities, judge, desk.find_article,
                            resolve_target(*store, desk.find_article, id));
    if (shown.is_null()) {
        return Error{
            fmt::format("the store holds nothing under '{}': search_claims tells ids", id.substr(0, 100))};
    }
    return ToolAnswer{shown_text(shown), report::json_text(shown)};
}

}  // namespace whereof::serve
