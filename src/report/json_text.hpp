// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace whereof::report {

/// JSON as it is written: invalid UTF-8 becomes U+FFFD, so that it is valid whatever was read; what turns the
/// order of a line round is escaped.

std::string json_text(const nlohmann::ordered_json& json);      ///< in one line, without an end
std::string json_line(const nlohmann::ordered_json& json);      ///< the same, ended by "\n"
std::string json_document(const nlohmann::ordered_json& json);  ///< for people too: indented by two, ended

}  // namespace whereof::report
