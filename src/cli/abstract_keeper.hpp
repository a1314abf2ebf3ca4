// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "cli/authorities.hpp"
#include "store/store.hpp"
#include "verify/source_abstracts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// Gives the sources of articles that go into a store their abstracts: from the indexes that were named, else
/// from the user's own where there is one, and those that the store has for the same strings. An index that
/// was not named and cannot be read is told on stderr and stops nothing.
class AbstractKeeper {
  public:
    /// Throws Refusal, sqlite::SchemaError or IoError when a named index cannot be opened. `context` and
    /// `store` outlive it.
    AbstractKeeper(Context& context, const std::vector<std::string>& named, store::Store& store);

    /// For the article that is to be stored under `path`. How many sources got one from an index. Throws
    /// sqlite::DbError when a named index or the store is broken.
    std::size_t fill(const std::string& path, article::Article& article);

  private:
    void open(const std::vector<std::string>& named);
    void give_up(std::string_view why);
    void keep_earlier(const std::string& path, article::Article& article);

    Context& context_;
    store::Store& store_;
    bool is_named_;
    std::optional<Authorities> authorities_;
    std::optional<verify::SourceAbstracts> abstracts_;
};

}  // namespace whereof::cli
