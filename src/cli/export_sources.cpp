// SPDX-License-Identifier: MIT
#include "cli/export_sources.hpp"

#include "cli/failure.hpp"
#include "cli/input_files.hpp"
#include "cli/inputs.hpp"
#include "cli/open_store.hpp"
#include "serve/found_references.hpp"
#include "serve/target.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace whereof::cli {
namespace {

ExportedArticle from_store(store::Store& store, const store::ArticleSummary& summary) {
    ExportedArticle out{summary.path, store.article(summary.id), &store, {}};
    for (const auto& stored : store.references_of_article(summary.id)) {
        out.reference_ids.push_back(stored.id);
    }
    return out;
}

/// The references of the store that an id names; absent when it names none.
std::optional<std::vector<store::StoredReference>> named_references(store::Store& store,
                                                                    const std::string& id) {
    const auto target = serve::resolve_target(store, find_article, id);
    if (target.kind == serve::Target::Kind::work) {
        auto references = store.references_of_work(target.number);
        return references.empty() ? std::nullopt : std::optional(std::move(references));
    }
    const auto summary =
        target.kind == serve::Target::Kind::article ? std::nullopt : find_article(store, target.article);
    if (!summary) {
        return std::nullopt;
    }
    const auto article = store.article(summary->id);
    const auto meant = target.kind == serve::Target::Kind::place ? serve::target_at(article, target) : target;
    if (!meant) {
        return std::nullopt;
    }
    const auto place = static_cast<std::size_t>(meant->number - 1);
    std::set<std::uint32_t> wanted;
    if (meant->kind == serve::Target::Kind::reference && place < article.references.size()) {
        wanted.insert(static_cast<std::uint32_t>(place));
    } else if (meant->kind == serve::Target::Kind::claim && place < article.claims.size()) {
        const auto cited = article.claims[place].references;
        wanted.insert(cited.begin(), cited.end());
    } else {
        return std::nullopt;
    }
    auto out = store.references_of_article(summary->id);
    std::erase_if(out, [&](const store::StoredReference& one) { return !wanted.contains(one.index); });
    return out;
}

/// False when the store holds nothing of that name, or there is none.
bool export_stored(Context& context, const std::string& name, const std::string& db, const TakeArticle& each,
                   const TakeReference& one) {
    const auto store = store_at_hand(context, db);
    if (!store) {
        return false;
    }
    if (const auto summary = find_article(*store, name)) {
        each(from_store(*store, *summary));
        return true;
    }
    const auto references = one ? named_references(*store, name) : std::nullopt;
    if (!references) {
        return false;
    }
    std::map<std::int64_t, std::string> paths;
    for (const auto& summary : store->articles()) {
        paths[summary.id] = summary.path;
    }
    for (const auto& stored : *references) {
        one({paths[stored.article], stored.index + std::size_t{1}, stored.listed.reference, store.get(),
             stored.id});
    }
    return true;
}

}  // namespace

void for_each_article(Context& context, const ExportWishes& wishes, std::vector<Error>& skipped,
                      const TakeArticle& each, const TakeReference& one) {
    if (wishes.all) {
        const auto store = open_existing_store(context, wishes.db);
        for (const auto& summary : store->articles()) {
            each(from_store(*store, summary));
        }
        return;
    }
    std::set<std::string_view> seen;
    for (const auto& name : wishes.names) {
        if (!seen.insert(name).second) {
            continue;
        }
        if (name != "-" && !std::filesystem::exists(name) &&
            export_stored(context, name, wishes.db, each, one)) {
            continue;
        }
        const auto files = find_inputs({name}, skipped);
        read_inputs(context, files, {}, skipped, [&each](InputArticle&& input) {
            each({std::move(input.path), std::move(input.article), nullptr, {}});
        });
    }
}

std::size_t for_each_found(Context& context, const ExportWishes& wishes, const TakeReference& each) {
    const auto store = open_existing_store(context, wishes.db);
    const auto found = serve::find_references(*store, wishes.query, nullptr);
    if (!found) {
        throw Refusal({found.error().what, wishes.query, {}});
    }
    for (const auto& [path, source] : found->references) {
        each({path, source.index, source.reference, store.get(), source.id});
    }
    return found->claims;
}

}  // namespace whereof::cli
