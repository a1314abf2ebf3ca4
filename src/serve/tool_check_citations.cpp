// SPDX-License-Identifier: MIT
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "serve/checking.hpp"
#include "serve/given_articles.hpp"
#include "serve/tools.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace whereof::serve {

Result<ToolAnswer> check_citations(Desk& desk, const nlohmann::json& arguments) {
    auto given = read_given(arguments);
    if (!given) {
        return given.error();
    }
    const auto checked = check_articles(desk, std::move(given->articles));
    if (!checked) {
        return checked.error();
    }
    const auto infos = infos_of(desk);
    constexpr report::TextStyle kPlain{false, 0, false};
    ToolAnswer out;
    for (const auto& one : *checked) {
        out.text += report::check_text(one, kPlain);
    }
    out.text += report::check_summary_text(*checked, given->skipped, infos, kPlain);
    out.structured = report::json_text(report::check_document(*checked, given->skipped, infos));
    return out;
}

}  // namespace whereof::serve
