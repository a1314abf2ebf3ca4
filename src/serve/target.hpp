// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::serve {

/// What an id names: "draft.md", "draft.md#c2", "draft.md#r3", "w17", "draft.md:24:149".
struct Target {
    enum class Kind : std::uint8_t { article, claim, reference, work, place } kind = Kind::article;
    std::string article;
    std::int64_t number =
        0;  ///< of the claim or reference, from 1; of the work, its id; of a place, its line
    std::int64_t column = 0;
};

Target parse_target(std::string_view id);

/// The place in its list, from 0, of a claim or reference; absent for a number that no list reaches.
std::optional<std::uint32_t> index_of(const Target& target);

/// The claim or reference that begins at a place, as search prints it.
std::optional<Target> target_at(const article::Article& article, const Target& place);

}  // namespace whereof::serve
