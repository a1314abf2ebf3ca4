// SPDX-License-Identifier: MIT
#include "library/checker.hpp"

#include "article/readers.hpp"
#include "authority/local_index.hpp"
#include "authority/sample.hpp"
#include "authority/state.hpp"
#include "base/io.hpp"
#include "library/values.hpp"
#include "report/ignore_comments.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace whereof {

Checker::Impl::Impl(const CheckerOptions& options) {
    for (const auto& path : options.authorities) {
        if (!std::filesystem::exists(path)) {
            throw IoError(path, "open the authority", ENOENT);
        }
        opened.push_back(authority::open_index(path));
    }
    if (opened.empty()) {
        opened.push_back(authority::open_sample(options.cache_folder));
    }
    std::vector<authority::AuthorityInfo> infos;
    for (const auto& each : opened) {
        authorities.push_back(each.get());
        infos.push_back(each->info());
    }
    state = authority::state_of(infos);
    verifier = std::make_unique<verify::Verifier>(authorities);
}

Checker::Checker(const CheckerOptions& options)
    : impl_(library::guarded([&] { return std::make_unique<Impl>(options); })) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Verdict Checker::check(const Reference& reference) {
    return library::guarded(
        [&] { return library::given(impl_->verifier->check(library::taken(reference))); });
}

CheckedFile Checker::check_article(std::string_view bytes, std::string_view name) {
    return library::guarded([&] {
        CheckedFile out;
        const authority::Reading reading(impl_->authorities);
        auto read = article::read_named_articles(bytes, name);
        for (const Error& error : read.skipped) {
            out.problems.push_back(library::given(error, name));
        }
        for (auto& named : read.articles) {
            report::CheckedArticle checked{std::move(named.name), std::move(named.article), {}, {}};
            for (const auto& listed : checked.article.references) {
                checked.verdicts.push_back(impl_->verifier->check(listed.reference));
            }
            checked.findings = verify::check_article(checked.article, checked.verdicts, {});
            if (checked.path == name) {  // and no line of JSONL, which has no comments
                std::vector<Error> faults;
                report::apply_ignore_comments(report::read_ignore_comments(bytes, faults), checked);
                for (const Error& fault : faults) {
                    checked.article.warnings.push_back(fault.what);
                }
            }
            out.articles.push_back(library::given(checked));
        }
        return out;
    });
}

}  // namespace whereof
