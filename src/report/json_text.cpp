// SPDX-License-Identifier: MIT
#include "report/json_text.hpp"

#include "formats/json_text.hpp"

#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json, int indent) {
    std::string out = json.dump(indent, ' ', false, Json::error_handler_t::replace);
    formats::escape_bidi(out);
    return out;
}

}  // namespace

std::string json_text(const Json& json) { return dumped(json, -1); }
std::string json_line(const Json& json) { return dumped(json, -1) + "\n"; }
std::string json_document(const Json& json) { return dumped(json, 2) + "\n"; }

}  // namespace whereof::report
