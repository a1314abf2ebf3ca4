// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/generate.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// What one whereof.toml sets.
struct SettingsFile {
    std::filesystem::path path;
    std::map<std::string, Setting> values;  ///< by "check.format" or, for all commands that have it, "db"
};

/// Whose file it is: one found on the way up may have come with somebody else's project, so it may neither
/// reach the network nor write, change or take away files.
enum class SettingsOwner : bool { user, project };

/// Reads TOML. A key or command that is not there, a value of the wrong type or one that the owner may not
/// set is an error whose `where` is "path:line". Relative paths mean the file's folder, "~/" means `home`.
Result<SettingsFile> read_settings(std::string_view text, const std::filesystem::path& path,
                                   SettingsOwner owner, std::span<const Described> commands,
                                   const std::string& home);

/// What stands in for options that are not given: WHEREOF_* before the project's file before the user's.
class Settings {
  public:
    /// Reads the files that are there. Throws Refusal with path:line, IoError.
    explicit Settings(Context& context);

    [[nodiscard]] std::optional<Setting> find(std::string_view command, const Declared& option) const;
    [[nodiscard]] const std::vector<SettingsFile>& files() const noexcept { return files_; }

  private:
    void read(const std::filesystem::path& path, SettingsOwner owner);

    Context& context_;
    std::vector<SettingsFile> files_;  ///< the first wins
};

}  // namespace whereof::cli
