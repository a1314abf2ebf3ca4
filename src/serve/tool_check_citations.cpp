// SPDX-License-Identifier: MIT
#include "report/report.hpp"
#include "serve/checking.hpp"
#include "serve/given_articles.hpp"
#include "serve/tools.hpp"
#include "verify/verify.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace whereof::serve {

Result<ToolAnswer> check_citations(Desk& desk, const nlohmann::json& arguments) {
    const Deadline deadline(desk.patience);
    auto given = read_given(arguments);
    if (!given) {
        return given.error();
    }
    std::vector<report::CheckedArticle> checked;
    for (auto& [path, article] : given->articles) {
        auto verdicts = verdicts_on(desk, article.references, deadline);
        if (!verdicts) {
            return verdicts.error();
        }
        auto findings = verify::check_article(article, *verdicts, {});
        checked.push_back({path, std::move(article), *std::move(verdicts), std::move(findings)});
    }
    std::vector<authority::AuthorityInfo> infos;
    for (const auto* authority : desk.authorities) {
        infos.push_back(authority->info());
    }
    constexpr report::TextStyle kPlain{false, 0, false};
    ToolAnswer out;
    for (const auto& one : checked) {
        out.text += report::check_text(one, kPlain);
    }
    out.text += report::check_summary_text(checked, given->skipped, infos, kPlain);
    out.structured = nlohmann::ordered_json::parse(report::check_json(checked, given->skipped, infos)).dump();
    return out;
}

}  // namespace whereof::serve
