// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace whereof::report {

/// Appends what check says of one reference of an article: its head, and what speaks for it where it needs
/// attention. `before`, where given, is what was said of it last time.
void append_reference(std::string& out, const CheckedArticle& checked, std::size_t index,
                      const TextStyle& style, const std::optional<std::string>& before = std::nullopt);

/// Appends the JSON object of one reference, without its closing brace.
void append_reference_members(std::string& out, const CheckedArticle& checked, std::size_t index);

}  // namespace whereof::report
