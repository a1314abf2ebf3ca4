// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "store/store.hpp"

#include <memory>
#include <optional>
#include <string>

namespace whereof::cli {

/// The store for a command that reads it. Throws IoError, saying how to make one, when there is none.
std::unique_ptr<store::Store> open_existing_store(const Context& context, const std::string& db_option);

/// The store, where there is one to look into; else nullptr.
std::unique_ptr<store::Store> store_at_hand(const Context& context, const std::string& db_option);

/// The article of that path, however it is spelt from the current folder, or of that key or id.
std::optional<store::ArticleSummary> find_article(store::Store& store, const std::string& name);

/// The path under which the store holds that file already, under whichever spelling, else its tidy one.
std::string stored_path(store::Store& store, const std::string& path);

}  // namespace whereof::cli
