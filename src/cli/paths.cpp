// SPDX-License-Identifier: MIT
#include "cli/paths.hpp"

#include "base/io.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace whereof::cli {
namespace {

std::filesystem::path xdg_folder(const Context& context, const char* variable, const char* below_home) {
    if (const auto set = context.environment(variable); set && set->starts_with('/')) {
        return std::filesystem::path(*set) / "whereof";
    }
    if (const auto home = context.environment("HOME"); home && !home->empty()) {
        return std::filesystem::path(*home) / below_home / "whereof";
    }
    return {};
}

}  // namespace

std::filesystem::path data_folder(const Context& context) {
    return xdg_folder(context, "XDG_DATA_HOME", ".local/share");
}

std::filesystem::path cache_folder(const Context& context) {
    return xdg_folder(context, "XDG_CACHE_HOME", ".cache");
}

std::filesystem::path config_folder(const Context& context) {
    return xdg_folder(context, "XDG_CONFIG_HOME", ".config");
}

std::filesystem::path store_path(const Context& context, const std::string& option) {
    if (!option.empty()) {
        return option;
    }
    const auto folder = data_folder(context);
    if (folder.empty()) {
        throw IoError("the store (HOME is not set; name a file with --db)", "find", ENOENT);
    }
    return folder / "articles.db";
}

Spelling spell(std::string_view name) {
    const std::size_t end = std::min(name.find('#'), name.size());
    const std::filesystem::path file(name.substr(0, end));
    const std::string_view rest = name.substr(end);
    std::error_code error;
    const auto here = std::filesystem::current_path(error);
    if (error || file.empty() || name == "-" || name.find("://") != std::string_view::npos) {
        return {std::string(name), {}};
    }
    const auto absolute = (here / file).lexically_normal();
    const auto relative = absolute.lexically_relative(here);
    Spelling out{absolute.string().append(rest), relative.string().append(rest)};
    if (file.is_relative()) {
        std::swap(out.tidy, out.other);
    }
    return out;
}

void make_parent_folder(const std::filesystem::path& file) {
    if (!file.has_parent_path()) {
        return;
    }
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) {
        throw IoError(file.parent_path(), "make folder", error.value());
    }
}

}  // namespace whereof::cli
