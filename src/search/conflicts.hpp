// SPDX-License-Identifier: MIT
#pragma once

#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

enum class ConflictKind : std::uint8_t {
    opposite_directions,     ///< two claims on the same pair and outcome say opposite things
    opposite_of_one_source,  ///< and cite the same work for it
    rests_on_retracted,      ///< a claim cites a work that was retracted
    rests_on_unverifiable,   ///< all that a claim cites does not exist, or not as cited, by the newest
                             ///< verdicts
};
/// "opposite-directions"
[[nodiscard]] std::string_view name(ConflictKind kind) noexcept;

struct ConflictClaim {
    std::int64_t article = 0;
    std::string id;  ///< "draft.md#c2"
    std::string text;
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

struct Conflict {
    ConflictKind kind{};
    std::string says;                   ///< one sentence for people
    std::vector<ConflictClaim> claims;  ///< two, or one that rests on something flagged
};

/// Where the store's articles disagree, opposite claims first, by place. With `article`, what its claims have
/// part in. Verdicts are those that the store keeps. Claims are paired by the rarer words of their sides, so
/// that the work grows with the claims that compare, not with their square.
std::vector<Conflict> find_conflicts(store::Store& store, std::optional<std::int64_t> article);

}  // namespace whereof::search
