// SPDX-License-Identifier: MIT
#include "cli/export_sources.hpp"

#include "cli/failure.hpp"
#include "cli/inputs.hpp"
#include "cli/open_store.hpp"
#include "cli/paths.hpp"
#include "serve/found_references.hpp"

#include <filesystem>
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

/// False when the store holds no such article, or there is none.
bool export_stored(Context& context, const std::string& name, const std::string& db,
                   const std::function<void(const ExportedArticle&)>& each) {
    if (db.empty() && data_folder(context).empty()) {
        return false;
    }
    if (!std::filesystem::exists(store_path(context, db))) {
        return false;
    }
    const auto store = open_existing_store(context, db);
    const auto summary = find_article(*store, name);
    if (summary) {
        each(from_store(*store, *summary));
    }
    return summary.has_value();
}

}  // namespace

void for_each_article(Context& context, const ExportWishes& wishes, std::vector<Error>& skipped,
                      const std::function<void(const ExportedArticle&)>& each) {
    if (wishes.all) {
        const auto store = open_existing_store(context, wishes.db);
        for (const auto& summary : store->articles()) {
            each(from_store(*store, summary));
        }
        return;
    }
    for (const auto& name : wishes.names) {
        if (name != "-" && !std::filesystem::exists(name) && export_stored(context, name, wishes.db, each)) {
            continue;
        }
        const auto files = find_inputs({name}, skipped);
        read_inputs(context, files, {}, skipped, [&each](InputArticle&& input) {
            each({std::move(input.path), std::move(input.article), nullptr, {}});
        });
    }
}

std::size_t for_each_found(Context& context, const ExportWishes& wishes,
                           const std::function<void(const ExportedReference&)>& each) {
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
