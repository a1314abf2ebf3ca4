// SPDX-License-Identifier: MIT
#include "serve/published_schema.hpp"

#include "base/embedded.hpp"

#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kEnding = ".schema.json";
constexpr std::string_view kDefinitions = "#/$defs/";

/// Collects schemas and their definitions as definitions of one schema: of "check-line" as "check-line", its
/// definition "token" as "check-line.token".
class Bundle {
  public:
    /// The schema itself, its references pointing into definitions().
    Json take(const std::string& name) {
        Json schema = Json::parse(embedded_file("schema/json/" + name + std::string(kEnding)).bytes);
        schema.erase("$schema");
        schema.erase("$id");
        Json own = schema.value("$defs", Json::object());
        schema.erase("$defs");
        for (auto& [key, definition] : own.items()) {
            const std::string full = name + "." + key;
            if (!definitions_.contains(full)) {
                definitions_[full] = Json::object();
                Json resolved = definition;
                resolve(resolved, name);
                definitions_[full] = std::move(resolved);
            }
        }
        resolve(schema, name);
        return schema;
    }
    Json& definitions() { return definitions_; }

  private:
    void resolve(Json& part, const std::string& file) {
        for (auto& [key, member] : part.items()) {
            if (key == "$ref" && member.is_string()) {
                member = std::string(kDefinitions) + target(member.get<std::string>(), file);
            } else if (member.is_structured()) {
                resolve(member, file);
            }
        }
    }

    /// The definition that a reference of `file` means, which is taken in if it is another file's.
    std::string target(const std::string& reference, const std::string& file) {
        const std::size_t hash = std::min(reference.find('#'), reference.size());
        std::string name = reference.substr(0, hash);
        if (name.empty()) {
            name = file;
        } else {
            name.resize(name.size() - kEnding.size());
            if (!definitions_.contains(name)) {
                definitions_[name] = Json::object();
                definitions_[name] = take(name);
            }
        }
        return hash == reference.size() ? name : name + "." + reference.substr(hash + kDefinitions.size());
    }

    Json definitions_ = Json::object();
};

}  // namespace

std::string published_schema(std::string_view name) {
    Bundle bundle;
    Json schema = bundle.take(std::string(name));
    schema["$defs"] = std::move(bundle.definitions());
    return schema.dump();
}

}  // namespace whereof::serve
