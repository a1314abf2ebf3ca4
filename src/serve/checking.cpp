// SPDX-License-Identifier: MIT
#include "serve/checking.hpp"

#include <utility>

#include <fmt/format.h>

namespace whereof::serve {

Error Deadline::error(std::size_t done) const {
    return {fmt::format("only {} citations could be checked in {} s: give fewer at once", done,
                        std::chrono::duration_cast<std::chrono::seconds>(patience_).count())};
}

Result<std::vector<finding::Verdict>> verdicts_on(const Desk& desk,
                                                  std::span<const article::ListedReference> references,
                                                  const Deadline& deadline) {
    verify::Verifier verifier(desk.authorities);
    const authority::Reading reading(desk.authorities);
    std::vector<finding::Verdict> out;
    for (const auto& listed : references) {
        if (deadline.is_over()) {
            return deadline.error(out.size());
        }
        out.push_back(verifier.check(listed.reference));
    }
    return out;
}

Result<std::vector<report::CheckedArticle>> check_articles(const Desk& desk,
                                                           std::vector<GivenArticle> articles) {
    const Deadline deadline(desk.patience);
    std::vector<report::CheckedArticle> out;
    for (auto& [path, article, digest] : articles) {
        auto verdicts = verdicts_on(desk, article.references, deadline);
        if (!verdicts) {
            return std::move(verdicts).error();
        }
        auto findings = verify::check_article(article, *verdicts, {});
        out.push_back({path, std::move(article), *std::move(verdicts), std::move(findings)});
    }
    return out;
}

std::vector<authority::AuthorityInfo> infos_of(const Desk& desk) {
    std::vector<authority::AuthorityInfo> out;
    for (const auto* authority : desk.authorities) {
        out.push_back(authority->info());
    }
    return out;
}

}  // namespace whereof::serve
