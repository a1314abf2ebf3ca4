// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace whereof::article {

/// Why these bytes hold no article that any reader can read: nothing in them, a format that is known and not
/// read as text (RTF, images, …), or binary data. nullopt when they may be text.
std::optional<Error> refuse_binary(std::string_view bytes);

/// Why bytes that no reader of documents knows are none of what the file's name says (`extension`, lower
/// case, with its dot: .docx, .pdf, …). nullopt when they are text all the same, or the name says nothing.
std::optional<Error> refuse_misnamed(std::string_view bytes, std::string_view extension);

/// Why text holds no article: a NUL character at `offset`, with its line.
std::optional<Error> refuse_nul(std::string_view text);

}  // namespace whereof::article
