// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace whereof::article {

/// Why these bytes hold no article that any reader can read: nothing in them, a format that is known and not
/// read as text (RTF, images, …), or binary data. nullopt when they may be text.
std::optional<Error> refuse_binary(std::string_view bytes);

/// Why text holds no article: a NUL character at `offset`, with its line.
std::optional<Error> refuse_nul(std::string_view text);

}  // namespace whereof::article
