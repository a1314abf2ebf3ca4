// SPDX-License-Identifier: MIT
#include "cli/csl_styles.hpp"

#include "base/child_process.hpp"
#include "base/io.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestStyle = std::uintmax_t{4} << 20U;
constexpr std::string_view kStylesOfDebian = "/usr/share/citation-style-language/styles";

std::vector<fs::path> style_folders(const Context& context) {
    std::vector<fs::path> out;
    if (const auto home = context.environment("HOME"); home && !home->empty()) {
        out.push_back(fs::path(*home) / ".csl");
        out.push_back(fs::path(*home) / ".local/share/pandoc/csl");
    }
    out.emplace_back(kStylesOfDebian);
    out.push_back(fs::path(kStylesOfDebian) / "dependent");
    return out;
}

/// A name that is one file's and leads nowhere else.
bool is_plain_name(std::string_view name) {
    return !name.empty() &&
           std::ranges::all_of(name, [](char c) { return text::is_ascii_alnum(c) || c == '-' || c == '_'; });
}

fs::path find_named(const std::vector<fs::path>& folders, std::string_view name) {
    for (const std::string& spelling : {std::string(name), fmt::format("the-{}", name)}) {
        for (const fs::path& folder : folders) {
            std::error_code error;
            if (fs::path file = folder / (spelling + ".csl"); fs::is_regular_file(file, error)) {
                return file;
            }
        }
    }
    return {};
}

/// The name of the style that this one is another name of; empty when it stands alone.
std::string parent_of(std::string_view style) {
    const std::size_t link = style.find("rel=\"independent-parent\"");
    if (link == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = std::min(style.rfind('<', link), link);
    const std::string_view element = style.substr(begin, style.find('>', link) - begin);
    constexpr std::string_view kHref = "href=\"";
    const std::size_t href = element.find(kHref);
    if (href == std::string_view::npos) {
        return {};
    }
    std::string_view address = element.substr(href + kHref.size());
    address = address.substr(0, address.find('"'));
    return std::string(address.substr(address.rfind('/') + 1));
}

/// A few names that hold the one asked for.
std::string names_like(const std::vector<fs::path>& folders, std::string_view name) {
    std::vector<std::string> found;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (entry.path().extension() == ".csl" &&
                entry.path().stem().string().find(name) != std::string::npos) {
                found.push_back(entry.path().stem().string());
            }
        }
    }
    std::ranges::sort(found, {}, [](const std::string& each) { return std::pair(each.size(), each); });
    constexpr std::size_t kMost = 5;
    found.resize(std::min(found.size(), kMost));
    return found.empty() ? "" : fmt::format("; there are {}", fmt::join(found, ", "));
}

/// pandoc divides entries by blank lines and may break one over several lines.
std::string one_entry_a_line(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        if (const std::string line = formats::on_one_line(text.substr(0, end)); !line.empty()) {
            out += line + "\n";
        }
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

}  // namespace

Result<fs::path> find_csl_style(const Context& context, std::string_view name) {
    const auto folders = style_folders(context);
    fs::path file;
    if (name.ends_with(".csl")) {
        file = name;
    } else if (is_plain_name(name)) {
        file = find_named(folders, text::ascii_lower(name));
    }
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        const bool installed = fs::exists(kStylesOfDebian, error);
        return Error{fmt::format("there is no CSL style '{}'{}", name.substr(0, 60),
                                 installed
                                     ? names_like(folders, text::ascii_lower(name))
                                     : ": install citation-style-language-styles, or name a .csl file")};
    }
    const std::string parent = parent_of(read_file(file, kLargestStyle));
    if (parent.empty()) {
        return file;
    }
    const fs::path whole = is_plain_name(parent) ? find_named(folders, parent) : fs::path();
    if (whole.empty() || !parent_of(read_file(whole, kLargestStyle)).empty()) {
        return Error{fmt::format("the style '{}' is '{}' under another name, which is not installed",
                                 name.substr(0, 60), parent.substr(0, 60))};
    }
    return whole;
}

serve::RenderStyle style_renderer(const Context& context) {
    return [&context](std::string_view csl_json, const std::string& name) -> Result<std::string> {
        if (!is_plain_name(name)) {
            return Error{fmt::format("expected the name of a CSL style, as the-lancet, found '{}'",
                                     name.substr(0, 60))};
        }
        const auto style = find_csl_style(context, name);
        constexpr std::chrono::seconds kPatience{30};
        return style ? render_style(csl_json, *style, kPatience) : Result<std::string>(style.error());
    };
}

Result<std::string> render_style(std::string_view csl_json, const fs::path& style,
                                 std::chrono::milliseconds time) {
    const std::vector<std::string> command{
        "pandoc",      "--from=csljson", "--to=plain",
        "--wrap=none", "--citeproc",     fmt::format("--csl={}", fs::absolute(style).string())};
    ChildLimits limits;
    limits.time = time;
    limits.cpu_seconds = 300;
    limits.memory_bytes = std::uint64_t{8} << 30U;
    limits.output_bytes = std::size_t{256} << 20U;
    const ChildOutcome outcome = run_child(command, csl_json, limits);
    if (outcome.succeeded()) {
        return one_entry_a_line(outcome.out);
    }
    switch (outcome.end) {
        case ChildEnd::not_found:
            return Error{
                "a CSL style needs pandoc, which is not installed: install pandoc, or take the format "
                "vancouver, ama or apa"};
        case ChildEnd::timed_out:
        case ChildEnd::overflowed:
        case ChildEnd::signalled:
            return Error{
                "pandoc came to no end within its limits of time, memory and output: export fewer "
                "references at a time"};
        case ChildEnd::exited:
            break;
    }
    return Error{fmt::format("pandoc could not apply the style {}: {}", style.string(),
                             formats::on_one_line(outcome.err).substr(0, 200))};
}

}  // namespace whereof::cli
