// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include "cli/failure.hpp"

#include <charconv>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// COLUMNS, which a shell exports only when told to; 0 when it is not set or says nothing.
std::size_t columns_asked_for(const Context& context) {
    const auto set = context.environment("COLUMNS");
    std::size_t columns = 0;
    if (!set || std::from_chars(set->data(), set->data() + set->size(), columns).ec != std::errc()) {
        return 0;
    }
    return columns;
}

}  // namespace

bool is_dumb_terminal(const Context& context) { return context.environment("TERM").value_or("") == "dumb"; }

report::TextStyle text_style(const Context& context, bool verbose) {
    const auto set = [&context](const char* name) {
        const auto value = context.environment(name);
        return value && !value->empty() && *value != "0";
    };
    report::TextStyle style;
    style.colour =
        set("FORCE_COLOR") || (context.out_is_terminal && !is_dumb_terminal(context) && !set("NO_COLOR"));
    style.width = context.out_is_terminal ? context.width : columns_asked_for(context);
    style.verbose = verbose;
    return style;
}

void keep_inputs(const std::string& output, const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
        std::error_code none;
        if (!output.empty() && std::filesystem::equivalent(input, output, none) && !none) {
            throw Refusal(
                {fmt::format("-o would write over the input {}", input), output, "give another file"});
        }
    }
}

}  // namespace whereof::cli
