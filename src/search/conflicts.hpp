// SPDX-License-Identifier: MIT
#pragma once

#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// What limits kept out of a list of conflicts.
struct NotListed {
    /// Pairs of opposite claims that are not listed, for many say the same. Every claim that contradicts
    /// another is in at least one that is.
    std::size_t left_out = 0;
    /// Pairs of claims on the same words that were not compared: there were too many.
    std::size_t not_compared = 0;
    [[nodiscard]] bool empty() const noexcept { return left_out == 0 && not_compared == 0; }
    bool operator==(const NotListed&) const = default;
};

struct Conflicts {
    std::vector<Conflict> listed;  ///< opposite claims first, by place
    NotListed not_listed;
    /// The same of each claim (article, number) of which something is not listed.
    std::map<std::pair<std::int64_t, std::uint32_t>, NotListed> not_listed_of;
};

/// Where the store's articles disagree; with `article`, what its claims have part in. Verdicts are those that
/// the store keeps. The work grows with the claims that compare, not with their square.
Conflicts survey_conflicts(store::Store& store, std::optional<std::int64_t> article = std::nullopt);

}  // namespace whereof::search
