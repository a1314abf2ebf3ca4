// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::serve {

/// What an id names: "draft.md", "draft.md#c2", "draft.md#r3", "w17", "draft.md:24:149", "draft.md:24".
struct Target {
    enum class Kind : std::uint8_t { article, claim, reference, work, place } kind = Kind::article;
    std::string article;
    std::int64_t number =
        0;  ///< of the claim or reference, from 1; of the work, its id; of a place, its line
    std::int64_t column = 0;  ///< of a place; 0 for the first thing that begins in its line
};

/// By the id's form alone, which the name of an article may have too.
Target parse_target(std::string_view id);

/// The article of a path, however it is spelt, or of a key or id.
using FindArticle = std::function<std::optional<store::ArticleSummary>(store::Store&, const std::string&)>;

/// What an id names in a store: an article that has just that name ("notes#r1.md", the line "f.jsonl#r3", a
/// file "a:3:1"), else what the form of the id says.
Target resolve_target(store::Store& store, const FindArticle& find, const std::string& id);

/// The place in its list, from 0, of a claim or reference; absent for a number that no list reaches.
std::optional<std::uint32_t> index_of(const Target& target);

/// The claim or reference that begins at a place, as search prints it.
std::optional<Target> target_at(const article::Article& article, const Target& place);

}  // namespace whereof::serve
