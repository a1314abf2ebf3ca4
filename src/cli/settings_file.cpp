// SPDX-License-Identifier: MIT
#include "cli/settings.hpp"

#include <algorithm>
#include <array>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
// Its assertions end the program on input that its parser refuses in good order without them ("[").
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

namespace whereof::cli {
namespace {

using Kind = Declared::Kind;

/// What reaches out of the machine, or writes, changes or takes away files.
constexpr std::array<std::string_view, 9> kUsersOwn{"online", "endpoint", "mailto", "dump-requests", "output",
                                                    "write",  "remove",   "yes",    "edit"};

class FileReader {
  public:
    FileReader(const std::filesystem::path& path, SettingsOwner owner, std::span<const Described> commands,
               const std::string& home)
        : owner_(owner), commands_(commands), home_(home) {
        file_.path = path;
    }

    Result<SettingsFile> read(const toml::table& top) {
        for (const auto& [key, node] : top) {
            if (const auto* table = node.as_table()) {
                read_table(key.str(), *table);
            } else {
                read_for_all(key.str(), node);
            }
        }
        if (fault_) {
            return *fault_;
        }
        return std::move(file_);
    }

  private:
    void read_table(std::string_view name, const toml::table& table) {
        const auto found =
            std::ranges::find(commands_, name, [](const auto& one) { return one.command->name; });
        if (found == commands_.end()) {
            return fail(table, fmt::format("there is no command '{}' (whereof --help lists them)",
                                           name.substr(0, 60)));
        }
        for (const auto& [key, node] : table) {
            const auto* option = option_of(*found, key.str());
            if (option == nullptr) {
                fail(node, fmt::format("{} has no option '{}' (whereof {} --help lists them)", name,
                                       key.str().substr(0, 60), name));
            } else if (auto values = take(node, *option)) {
                put(fmt::format("{}.{}", name, key.str()), node, std::move(*values));
            }
        }
    }

    /// A key at the top must suit every command that has such an option.
    void read_for_all(std::string_view name, const toml::node& node) {
        std::optional<std::vector<std::string>> values;
        bool known = false;
        for (const auto& one : commands_) {
            if (const auto* option = option_of(one, name)) {
                known = true;
                values = take(node, *option);
                if (!values) {
                    return;
                }
            }
        }
        if (!known) {
            return fail(node, fmt::format("no command has an option '{}'", name.substr(0, 60)));
        }
        put(std::string(name), node, std::move(*values));
    }

    static const Declared* option_of(const Described& command, std::string_view name) {
        for (const auto* option : command.options()) {
            if (option->name == name && name != "help") {
                return option;
            }
        }
        return nullptr;
    }

    std::optional<std::vector<std::string>> take(const toml::node& node, const Declared& option) {
        if (owner_ == SettingsOwner::project &&
            std::ranges::find(kUsersOwn, option.name) != kUsersOwn.end()) {
            fail(node,
                 fmt::format("'{}' cannot be set by a file that may come with a project: give --{}, or set "
                             "it in your own whereof.toml",
                             option.name, option.name));
            return std::nullopt;
        }
        std::vector<std::string> out;
        const auto* list = node.as_array();
        if (option.kind == Kind::texts && list != nullptr) {
            for (const auto& item : *list) {
                if (!take_one(item, option, out)) {
                    return std::nullopt;
                }
            }
            return out;
        }
        return take_one(node, option, out) ? std::optional(std::move(out)) : std::nullopt;
    }

    bool take_one(const toml::node& node, const Declared& option, std::vector<std::string>& out) {
        if (option.kind == Kind::flag) {
            const auto value = node.value_exact<bool>();
            out.emplace_back(value.value_or(false) ? "true" : "false");
            return value || wrong(node, option, "true or false");
        }
        if (option.kind == Kind::number) {
            const auto value = node.value_exact<std::int64_t>();
            out.push_back(std::to_string(value.value_or(0)));
            return (value && *value >= 0 && *value <= 999999999) ||
                   wrong(node, option, "a whole number up to 999999999");
        }
        const auto value = node.value_exact<std::string>();
        if (!value) {
            return wrong(node, option,
                         option.kind == Kind::texts ? "a string or a list of strings" : "a string");
        }
        if (option.kind == Kind::choice &&
            std::ranges::find(option.choices, *value) == option.choices.end()) {
            return wrong(node, option, fmt::format("one of {}", fmt::join(option.choices, "|")));
        }
        out.push_back(option.is_file() ? place(*value) : *value);
        return true;
    }

    [[nodiscard]] std::string place(const std::string& value) const {
        if (value.starts_with("~/") && !home_.empty()) {
            return home_ + value.substr(1);
        }
        return value.empty() || value == "-" ? value
                                             : (file_.path.parent_path() / value).lexically_normal().string();
    }

    bool wrong(const toml::node& node, const Declared& option, std::string_view expected) {
        fail(node, fmt::format("{}: expected {}", option.name, expected));
        return false;
    }

    /// The topmost fault is told; the tables come in the order of their names.
    void fail(const toml::node& node, std::string what) {
        const auto line = node.source().begin.line;
        if (!fault_ || line < fault_line_) {
            fault_line_ = line;
            fault_ = Error{std::move(what), at(line)};
        }
    }

    void put(std::string key, const toml::node& node, std::vector<std::string> values) {
        file_.values[std::move(key)] = {std::move(values), at(node.source().begin.line)};
    }

    [[nodiscard]] std::string at(std::uint32_t line) const {
        return fmt::format("{}:{}", file_.path.string(), line);
    }

    SettingsOwner owner_;
    std::span<const Described> commands_;
    const std::string& home_;
    SettingsFile file_;
    std::optional<Error> fault_;
    std::uint32_t fault_line_ = 0;
};

}  // namespace

Result<SettingsFile> read_settings(std::string_view text, const std::filesystem::path& path,
                                   SettingsOwner owner, std::span<const Described> commands,
                                   const std::string& home) {
    const auto parsed = toml::parse(text, path.string());
    if (!parsed) {
        const auto& error = parsed.error();
        return Error{std::string(error.description()),
                     fmt::format("{}:{}", path.string(), error.source().begin.line)};
    }
    return FileReader(path, owner, commands, home).read(parsed.table());
}

}  // namespace whereof::cli
