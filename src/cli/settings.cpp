// SPDX-License-Identifier: MIT
#include "cli/settings.hpp"

#include "base/io.hpp"
#include "cli/failure.hpp"
#include "cli/paths.hpp"
#include "report/report.hpp"

#include <ostream>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whereof::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "whereof.toml";
constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 20U;

/// Anybody may put a file into a folder such as /tmp: it counts when it is the user's, the system's, or of
/// whom the folder worked in belongs to.
bool is_trusted(const fs::path& file, const fs::path& here) {
    struct stat of_file {};
    struct stat of_here {};
    return ::stat(file.c_str(), &of_file) == 0 && ::stat(here.c_str(), &of_here) == 0 &&
           (of_file.st_uid == ::geteuid() || of_file.st_uid == 0 || of_file.st_uid == of_here.st_uid);
}

}  // namespace

Settings::Settings(Context& context) : context_(context) {
    const auto folder = config_folder(context);
    const fs::path own = folder.empty() ? fs::path() : folder / kName;
    std::error_code error;
    const auto here = fs::current_path(error);
    for (auto at = here; !error && !at.empty(); at = at.parent_path()) {
        const auto file = at / kName;
        std::error_code ignored;
        if (fs::is_regular_file(file, ignored) && file != own) {
            if (is_trusted(file, here)) {
                read(file, SettingsOwner::project);
            } else {
                context.err << fmt::format("whereof: {} belongs to somebody else: it is not read\n",
                                           report::terminal_safe(file.string()));
            }
            break;
        }
        if (at == at.root_path()) {
            break;
        }
    }
    if (fs::is_regular_file(own, error)) {
        read(own, SettingsOwner::user);
    }
}

void Settings::read(const fs::path& path, SettingsOwner owner) {
    std::error_code error;
    if (fs::file_size(path, error) > kMostBytes) {
        throw Refusal({fmt::format("{}: larger than a megabyte", path.string()), path.string(), {}});
    }
    auto file = read_settings(read_file(path, kMostBytes), path, owner, describe_commands(),
                              context_.environment("HOME").value_or(""));
    if (!file) {
        throw Refusal({fmt::format("{}: {}", file.error().where, file.error().what), file.error().where, {}});
    }
    files_.push_back(std::move(*file));
}

std::optional<Setting> Settings::find(std::string_view command, const Declared& option) const {
    if (option.kind != Declared::Kind::flag) {
        const std::string name = option.environment_name();
        if (auto value = context_.environment(name.c_str()); value && !value->empty()) {
            return Setting{{std::move(*value)}, name};
        }
    }
    for (const auto& file : files_) {
        for (const auto& key : {fmt::format("{}.{}", command, option.name), option.name}) {
            if (const auto found = file.values.find(key); found != file.values.end()) {
                return found->second;
            }
        }
    }
    return std::nullopt;
}

}  // namespace whereof::cli
