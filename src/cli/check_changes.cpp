// SPDX-License-Identifier: MIT
#include "cli/check_changes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace whereof::cli {
namespace {

using finding::Headline;
using finding::Verdict;

/// A reference that is to be checked again.
struct Open {
    std::int64_t article = 0;
    std::string path;
    store::StoredReference stored;
    std::optional<Verdict> before;
};

bool says_otherwise(const Open& open, const Verdict& now) {
    if (!open.before) {
        return now.headline != Headline::verified;
    }
    const auto said = [](const Verdict& verdict) {
        return std::tie(verdict.headline, verdict.existence, verdict.description, verdict.status,
                        verdict.wrong_fields, verdict.notices);
    };
    return said(*open.before) != said(now);
}

std::vector<Open> open_references(store::Store& store, std::string_view state, bool all,
                                  std::size_t& references) {
    std::vector<Open> out;
    for (const auto& summary : store.articles()) {
        for (auto& stored : store.references_of_article(summary.id)) {
            ++references;
            auto told = store.told_verdict(stored.id);
            if (all || !told || told->authority_state != state) {
                out.push_back({summary.id, summary.path, std::move(stored),
                               told ? std::optional(std::move(told->verdict)) : std::nullopt});
            }
        }
    }
    return out;
}

/// The article with the verdicts on all its references, new and told.
report::CheckedArticle checked_article(store::Store& store, const Open& open) {
    report::CheckedArticle out{open.path, store.article(open.article), {}, {}};
    for (const auto& stored : store.references_of_article(open.article)) {
        auto told = store.told_verdict(stored.id);
        out.verdicts.push_back(told ? std::move(told->verdict) : Verdict());
    }
    return out;
}

}  // namespace

Changes find_changes(store::Store& store, std::string_view state, bool ask_of_all,
                     const std::function<std::vector<Verdict>(std::span<const bib::Reference* const>)>& ask,
                     const std::function<bool(const Verdict&)>& keep) {
    Changes out;
    auto open = open_references(store, state, ask_of_all, out.counts.references);
    out.counts.checked = open.size();
    std::vector<const bib::Reference*> references;
    for (const Open& one : open) {
        references.push_back(&one.stored.listed.reference);
    }
    auto verdicts = ask(references);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (keep(verdicts[i])) {
            store.tell_verdict(open[i].stored.id, state, verdicts[i]);
        }
    }
    std::map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!says_otherwise(open[i], verdicts[i])) {
            continue;
        }
        const auto [at, fresh] = places.try_emplace(open[i].article, out.articles.size());
        if (fresh) {
            out.articles.push_back(checked_article(store, open[i]));
        }
        auto& shown = out.articles[at->second].verdicts[open[i].stored.index];
        shown = std::move(verdicts[i]);
        out.changed.push_back({at->second, open[i].stored.index, std::move(open[i].before)});
    }
    std::ranges::stable_sort(out.changed, {}, [&](const report::ChangedReference& change) {
        const Headline headline = out.articles[change.article].verdicts[change.reference].headline;
        // What became well again comes last; Headline's own order is that of gravity, but for `verified`.
        return headline == Headline::verified ? 100 : static_cast<int>(headline);
    });
    return out;
}

}  // namespace whereof::cli
