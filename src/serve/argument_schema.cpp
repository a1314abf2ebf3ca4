// SPDX-License-Identifier: MIT
#include "serve/argument_schema.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::json;

bool is_of_type(const Json& value, const std::string& type) {
    return type == "object"    ? value.is_object()
           : type == "array"   ? value.is_array()
           : type == "string"  ? value.is_string()
           : type == "integer" ? value.is_number_integer()
           : type == "boolean" ? value.is_boolean()
                               : false;
}

std::uint64_t limit_of(const Json& schema, const char* name, std::uint64_t otherwise) {
    const auto found = schema.find(name);
    return found == schema.end() ? otherwise : found->get<std::uint64_t>();
}

/// `size` against the limits that `schema` has for it.
std::optional<std::string> size_mismatch(const Json& schema, std::size_t size, const char* least_name,
                                         const char* most_name, std::string_view unit,
                                         const std::string& place) {
    const auto least = limit_of(schema, least_name, 0);
    const auto most = limit_of(schema, most_name, std::numeric_limits<std::uint64_t>::max());
    if (size >= least && size <= most) {
        return std::nullopt;
    }
    return size < least ? fmt::format("{}: expected at least {} {}, got {}", place, least, unit, size)
                        : fmt::format("{}: expected at most {} {}, got {}", place, most, unit, size);
}

std::optional<std::string> number_mismatch(const Json& schema, const Json& value, const std::string& place) {
    const auto least = schema.find("minimum");
    const auto most = schema.find("maximum");
    if ((least != schema.end() && value < *least) || (most != schema.end() && value > *most)) {
        return fmt::format("{}: expected a number from {} to {}, got {}", place,
                           least != schema.end() ? least->dump() : "-∞",
                           most != schema.end() ? most->dump() : "∞", value.dump());
    }
    return std::nullopt;
}

std::optional<std::string> array_mismatch(const Json& schema, const Json& value, const std::string& place) {
    if (auto wrong = size_mismatch(schema, value.size(), "minItems", "maxItems", "items", place)) {
        return wrong;
    }
    const auto items = schema.find("items");
    for (std::size_t i = 0; items != schema.end() && i < value.size(); ++i) {
        if (auto wrong = mismatch(*items, value[i], fmt::format("{}[{}]", place, i))) {
            return wrong;
        }
    }
    return std::nullopt;
}

std::optional<std::string> object_mismatch(const Json& schema, const Json& value, const std::string& place) {
    const Json& properties = schema.at("properties");
    for (const Json& name : schema.value("required", Json::array())) {
        if (!value.contains(name.get_ref<const std::string&>())) {
            return fmt::format("{}: expected '{}', which is missing", place,
                               name.get_ref<const std::string&>());
        }
    }
    for (const auto& [name, member] : value.items()) {
        const auto expected = properties.find(name);
        if (expected == properties.end()) {
            std::string known;
            for (const auto& property : properties.items()) {
                known += (known.empty() ? "" : ", ") + property.key();
            }
            return fmt::format("{}: there is no '{}', only {}", place, name.substr(0, 60), known);
        }
        if (auto wrong = mismatch(*expected, member, place + "." + name)) {
            return wrong;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> mismatch(const Json& schema, const Json& value, const std::string& place) {
    const std::string type = schema.at("type").get<std::string>();
    if (!is_of_type(value, type)) {
        return fmt::format("{}: expected {} {}, got {}", place, type.find_first_of("aio") == 0 ? "an" : "a",
                           type, value.type_name());
    }
    if (const auto values = schema.find("enum");
        values != schema.end() && std::ranges::find(*values, value) == values->end()) {
        std::string known;
        for (const Json& one : *values) {
            known += (known.empty() ? "" : ", ") + one.get<std::string>();
        }
        return fmt::format("{}: expected one of {}", place, known);
    }
    if (value.is_object()) {
        return object_mismatch(schema, value, place);
    }
    if (value.is_array()) {
        return array_mismatch(schema, value, place);
    }
    if (value.is_string()) {
        return size_mismatch(schema, value.get_ref<const std::string&>().size(), "minLength", "maxLength",
                             "bytes", place);
    }
    return value.is_number() ? number_mismatch(schema, value, place) : std::nullopt;
}

}  // namespace whereof::serve
