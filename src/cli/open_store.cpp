// SPDX-License-Identifier: MIT
#include "cli/open_store.hpp"

#include "base/io.hpp"
#include "cli/paths.hpp"

#include <cerrno>

namespace whereof::cli {

std::unique_ptr<store::Store> open_existing_store(const Context& context, const std::string& db_option) {
    const auto path = store_path(context, db_option);
    if (!std::filesystem::exists(path)) {
        throw IoError(path, "open the store (make one with whereof add PATH)", ENOENT);
    }
    return store::open_store_to_read(path);
}

std::unique_ptr<store::Store> store_at_hand(const Context& context, const std::string& db_option) {
    const bool is_known = !db_option.empty() || !data_folder(context).empty();
    return is_known && std::filesystem::exists(store_path(context, db_option))
               ? open_existing_store(context, db_option)
               : nullptr;
}

std::optional<store::ArticleSummary> find_article(store::Store& store, const std::string& name) {
    const auto [tidy, other] = spell(name);
    for (const auto& spelt : {name, tidy, other}) {
        if (auto found = spelt.empty() ? std::nullopt : store.find_article(spelt)) {
            return found;
        }
    }
    return std::nullopt;
}

std::string stored_path(store::Store& store, const std::string& path) {
    const auto [tidy, other] = spell(path);
    const auto holds = [&store](const std::string& spelt) {
        const auto found = spelt.empty() ? std::nullopt : store.find_article(spelt);
        return found && found->path == spelt;
    };
    return !holds(tidy) && holds(other) ? other : tidy;
}

}  // namespace whereof::cli
