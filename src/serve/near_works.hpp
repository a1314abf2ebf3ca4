// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "authority/authority.hpp"
#include "store/store.hpp"

#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// Works near to a claim of the article, three at most and the nearest first; an empty list when none is near
/// enough. A work that the store or one of the authorities knows as retracted or under concern is not
/// offered.
nlohmann::ordered_json near_works(store::Store& store, const std::vector<authority::Authority*>& authorities,
                                  const article::Article& article, const article::Claim& claim);

}  // namespace whereof::serve
