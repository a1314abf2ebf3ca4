// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

namespace whereof::cli {

report::TextStyle text_style(const Context& context, bool verbose) {
    const auto set = [&context](const char* name) {
        const auto value = context.environment(name);
        return value && !value->empty() && *value != "0";
    };
    report::TextStyle style;
    style.colour = set("FORCE_COLOR") || (context.out_is_terminal && !set("NO_COLOR"));
    style.width = context.width;
    style.verbose = verbose;
    return style;
}

}  // namespace whereof::cli
