// SPDX-License-Identifier: MIT
#include "formats/csl_list.hpp"

#include "formats/csl_json.hpp"

#include <nlohmann/json.hpp>

namespace whereof::formats {

std::string write_csl_list(std::span<const Entry> entries) {
    using Json = nlohmann::ordered_json;
    std::string out = "[";
    for (const auto& entry : entries) {
        Json json{{"id", entry.id}};
        json.update(to_csl_json(*entry.item));
        if (!entry.verdict.empty()) {
            json["custom"]["verdict"] = entry.verdict;
        }
        out += out.size() > 1 ? ",\n" : "\n";
        out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return out + "\n]\n";
}

}  // namespace whereof::formats
