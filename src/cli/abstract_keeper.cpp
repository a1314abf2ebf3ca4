// SPDX-License-Identifier: MIT
#include "cli/abstract_keeper.hpp"

#include "cli/paths.hpp"
#include "report/terminal.hpp"
#include "sqlite/database.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <ostream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace whereof::cli {

AbstractKeeper::AbstractKeeper(Context& context, const std::vector<std::string>& named, store::Store& store)
    : context_(context), store_(store), is_named_(!named.empty()) {
    const auto folder = data_folder(context);
    std::error_code ignored;
    if (is_named_) {
        open(named);
        if (!abstracts_->any()) {
            context.err
                << "whereof add: the index keeps no abstracts; whereof authority import --abstracts does\n";
        }
    } else if (!folder.empty() && std::filesystem::exists(folder / "authority.db", ignored)) {
        try {
            open(named);
        } catch (const std::exception& error) {
            give_up(error.what());
        }
    }  // the sample that the binary carries has no abstracts
}

void AbstractKeeper::open(const std::vector<std::string>& named) {
    authorities_.emplace(context_, named);
    abstracts_.emplace(authorities_->pointers());
}

void AbstractKeeper::give_up(std::string_view why) {
    abstracts_.reset();
    context_.err << report::terminal_safe(
        fmt::format("whereof add: sources get no abstracts from your index: {}\n", why));
}

std::size_t AbstractKeeper::fill(const std::string& path, article::Article& article) {
    std::size_t filled = 0;
    if (abstracts_) {
        try {
            filled = abstracts_->fill(article);
        } catch (const sqlite::DbError& error) {
            if (is_named_) {
                throw;
            }
            give_up(error.what());
        }
    }
    keep_earlier(path, article);
    return filled;
}

/// What an earlier add found is not lost because the index is not at hand now.
void AbstractKeeper::keep_earlier(const std::string& path, article::Article& article) {
    const auto lacks = [](const article::ListedReference& listed) {
        return listed.reference.item.abstract.empty();
    };
    const auto known =
        std::ranges::any_of(article.references, lacks) ? store_.find_article(path) : std::nullopt;
    if (!known || known->path != path) {
        return;
    }
    std::map<std::string, std::string> by_raw;
    for (store::StoredReference& stored : store_.references_of_article(known->id)) {
        bib::Reference& reference = stored.listed.reference;
        if (!reference.item.abstract.empty()) {
            by_raw.try_emplace(std::move(reference.raw), std::move(reference.item.abstract));
        }
    }
    for (article::ListedReference& listed : article.references) {
        const auto found = lacks(listed) ? by_raw.find(listed.reference.raw) : by_raw.end();
        if (found != by_raw.end()) {
            listed.reference.item.abstract = found->second;
        }
    }
}

}  // namespace whereof::cli
