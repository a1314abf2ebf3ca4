// SPDX-License-Identifier: MIT
#pragma once

#include "authority/online_service.hpp"

#include <span>

namespace whereof::authority {

/// Asks whether the cited addresses (item.URL) still answer, and fills in Answer::URL_state.
/// Only 404 and 410 are dead: publishers answer tools with 403, 429 and 503, which says nothing of the page.
void ask_urls(OnlineContext& context, std::span<const Asked> asked);

}  // namespace whereof::authority
