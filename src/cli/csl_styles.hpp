// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "serve/written_list.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace whereof::cli {

/// The CSL file of a style that can stand alone.
///
/// Takes   a file ("mine.csl"), or a style's name as the CSL styles have it: "the-lancet", "lancet", "jama".
///         Names are looked for in ~/.csl, in pandoc's folder of the user and in Debian's package of styles.
/// Gives   of a style that is another's under its own name (a "dependent" style) the other, which must lie
///         there too: nothing is fetched.
/// Fails   with what to do: install the styles, or names that are like it.
Result<std::filesystem::path> find_csl_style(const Context& context, std::string_view name);

/// A CSL-JSON list as a style has it, one entry a line, by pandoc in a process of its own with limits of time
/// and memory, and without network. Fails when pandoc is not installed, or says why it gave up.
Result<std::string> render_style(std::string_view csl_json, const std::filesystem::path& style,
                                 std::chrono::milliseconds time = std::chrono::minutes(5));

/// Both for pages and agents, within half a minute: of a style's name alone, since no file is theirs to name.
/// `context` outlives it.
serve::RenderStyle style_renderer(const Context& context);

}  // namespace whereof::cli
