// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace whereof::cli {

/// $XDG_DATA_HOME/whereof, or ~/.local/share/whereof; empty when neither variable nor HOME is set.
std::filesystem::path data_folder(const Context& context);

/// $XDG_CACHE_HOME/whereof, or ~/.cache/whereof; empty likewise.
std::filesystem::path cache_folder(const Context& context);

/// $XDG_CONFIG_HOME/whereof, or ~/.config/whereof; empty likewise.
std::filesystem::path config_folder(const Context& context);

/// The store to use: `option` when given, else articles.db in the data folder.
/// Throws IoError when there is no home to keep it in.
std::filesystem::path store_path(const Context& context, const std::string& option);

/// The two tidy spellings of a file's name, told from the current folder: as the user gave it, relative or
/// absolute, and the other way. What follows the first '#' (an article in a file of several) stays as it is,
/// and so do "-" and URLs, which have no other spelling. Links are not followed.
struct Spelling {
    std::string tidy;   ///< "a/b.md" for "./a//b.md"
    std::string other;  ///< "/home/me/a/b.md" for "a/b.md"; empty when there is none
};
Spelling spell(std::string_view name);

/// Makes the folder that `file` goes into. Throws IoError.
void make_parent_folder(const std::filesystem::path& file);

}  // namespace whereof::cli
