// SPDX-License-Identifier: MIT
#include "cli/check_stored.hpp"

#include "cli/input_files.hpp"
#include "cli/open_store.hpp"
#include "cli/paths.hpp"
#include "serve/target.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

bool is_input(const std::string& name) {
    return name == "-" || is_web_address(name) || std::filesystem::exists(name);
}

/// Does the id name a claim, reference or work that the store holds?
bool is_part(store::Store& store, const std::string& id) {
    const auto target = serve::resolve_target(store, find_article, id);
    if (target.kind == serve::Target::Kind::work) {
        return !store.references_of_work(target.number).empty();
    }
    return target.kind != serve::Target::Kind::article && find_article(store, target.article);
}

/// The file that is the article; nullptr when none is.
const ReadFile* copy_among(const std::vector<ReadFile>& files, const store::ArticleSummary& article) {
    const auto [tidy, other] = spell(article.path);
    const auto found = std::ranges::find_if(files, [&](const ReadFile& file) {
        const auto [file_tidy, file_other] = spell(file.path);
        const bool same_path = file_tidy == tidy || file_tidy == other || file_other == tidy;
        return file.sha256 == article.sha256 || (same_path && file.path != "-");
    });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

StoredInputs take_stored(Context& context, const std::string& db, std::vector<std::string>& names,
                         std::vector<Error>& skipped) {
    StoredInputs out;
    if (!std::ranges::all_of(names, is_input)) {
        out.store = store_at_hand(context, db);
    }
    if (!out.store) {
        return out;
    }
    std::set<std::int64_t> seen;
    std::vector<std::string> left;
    for (const std::string& name : names) {
        if (is_input(name)) {
            left.push_back(name);
        } else if (auto article = find_article(*out.store, name)) {
            if (seen.insert(article->id).second) {
                out.names.push_back(name);
                out.articles.push_back(*std::move(article));
            }
        } else if (is_part(*out.store, name)) {
            skipped.push_back(
                {"expected a file or a whole article of the store, found a part of one: "
                 "whereof show " +
                     name + " tells its verdict",
                 name});
        } else {
            left.push_back(name);
        }
    }
    names = std::move(left);
    return out;
}

void leave_out_copies(Context& context, StoredInputs& stored, const std::vector<ReadFile>& files) {
    std::vector<store::ArticleSummary> left;
    for (std::size_t i = 0; i < stored.articles.size(); ++i) {
        auto& article = stored.articles[i];
        const auto* file = copy_among(files, article);
        const std::string line =
            file != nullptr ? fmt::format("{} is the store's copy of {}, which is checked once",
                                          stored.names[i], file->path)
                            : fmt::format("{} is no file here: checking the text the store keeps of {}",
                                          stored.names[i], article.path);
        context.err << report::terminal_safe("whereof check: " + line) << '\n';
        if (file == nullptr) {
            left.push_back(std::move(article));
        }
    }
    stored.articles = std::move(left);
}

void add_stored(store::Store& store, const std::vector<store::ArticleSummary>& articles,
                std::vector<report::CheckedArticle>& checked, CitationIndex& citations) {
    for (const auto& summary : articles) {
        for (const auto& stored : store.references_of_article(summary.id)) {
            citations.add(summary.path, stored.listed.reference);
        }
        checked.push_back({summary.path, store.article(summary.id), {}, {}});
    }
}

}  // namespace whereof::cli
