// SPDX-License-Identifier: MIT
#include "cli/command_config.hpp"

#include "cli/settings.hpp"
#include "report/json_text.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Declared::Kind;

/// In the option's own type; null for what nothing sets.
Json value_of(const Declared& option, const std::vector<std::string>& values) {
    if (option.kind == Kind::texts) {
        return values.empty() ? Json() : Json(values);
    }
    const std::string& value = values.front();
    switch (option.kind) {
        case Kind::flag:
            return value == "true";
        case Kind::number:
            return value.find_first_not_of("0123456789") == std::string::npos && value.size() < 19
                       ? Json(std::stoll(value))
                       : Json(value);  // of a variable, which the command will refuse
        default:
            return value.empty() ? Json() : Json(value);
    }
}

/// Of strings, numbers, booleans and lists of strings JSON's form is TOML's.
std::string as_toml(const Json& value) { return value.dump(-1, ' ', true, Json::error_handler_t::replace); }

class ConfigInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.choice("--format", format_, {"text", "json"}, "How to print it: text is TOML");
    }

    int run(Context& context) override {
        const Settings settings(context);
        format_ == "json" ? print_json(context, settings) : print_toml(context, settings);
        return kDone;
    }

  private:
    static Setting setting_of(const Settings& settings, const Described& one, const Declared& option) {
        const auto standard = option.kind == Kind::texts ? std::vector<std::string>{}
                                                         : std::vector<std::string>{option.standard};
        return settings.find(one.command->name, option).value_or(Setting{standard, "default"});
    }

    static void print_toml(Context& context, const Settings& settings) {
        for (const auto& one : describe_commands()) {
            context.out << fmt::format("[{}]\n", one.command->name);
            for (const auto* option : one.options()) {
                if (option->name == "help") {
                    continue;
                }
                const auto setting = setting_of(settings, one, *option);
                const Json value = value_of(*option, setting.values);
                context.out << (value.is_null() ? fmt::format("# {} is not set\n", option->name)
                                                : fmt::format("{} = {}  # {}\n", option->name, as_toml(value),
                                                              as_toml(setting.from)));
            }
            context.out << '\n';
        }
    }

    static void print_json(Context& context, const Settings& settings) {
        Json all = Json::array();
        for (const auto& one : describe_commands()) {
            for (const auto* option : one.options()) {
                if (option->name != "help") {
                    const auto setting = setting_of(settings, one, *option);
                    all.push_back({{"command", one.command->name},
                                   {"option", option->name},
                                   {"value", value_of(*option, setting.values)},
                                   {"from", setting.from}});
                }
            }
        }
        Json files = Json::array();
        for (const auto& file : settings.files()) {
            files.push_back(file.path.string());
        }
        const Json document{
            {"format", "whereof-config-1"}, {"version", 1}, {"files", files}, {"settings", all}};
        context.out << report::json_document(document);
    }

    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Invocation> make_config() { return std::make_unique<ConfigInvocation>(); }

}  // namespace whereof::cli
