// SPDX-License-Identifier: MIT
#include "cli/failure.hpp"

#include "report/json_text.hpp"
#include "report/terminal.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {

bool is_json(std::string_view format) {
    return format == "json" || format == "ndjson" || format == "csl-json" || format == "sarif";
}

std::string advice(const sqlite::DbError& error, std::string_view option) {
    using sqlite::DbCause;
    switch (error.cause()) {
        case DbCause::busy:
            return "another whereof is writing to it: wait and try again";
        case DbCause::read_only:
            return fmt::format("the file or its folder is read-only: choose another place with {}", option);
        case DbCause::disk:
            return "the disk is full or broken: free some space and run the command again";
        case DbCause::damaged:
            return fmt::format("the file is damaged or no whereof file: restore it, or name another with {}",
                               option);
        case DbCause::cannot_open:
            return fmt::format(
                "check that the folder exists and may be written to, or name another file with {}", option);
        case DbCause::stated:
        case DbCause::other:
            break;
    }
    return "";
}

bool asks_for_json(std::string_view command, const std::vector<std::string>& arguments,
                   const Context& context) {
    if (command == "parse") {
        return true;  // it has no other output
    }
    if (command == "mcp") {
        return false;  // nothing but its protocol goes out, whatever WHEREOF_FORMAT asks of the others
    }
    std::string format = context.environment("WHEREOF_FORMAT").value_or("");
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == "--") {
            break;
        }
        if ((word == "--format" || word == "-f") && i + 1 < arguments.size()) {
            format = arguments[i + 1];
        } else if (word.starts_with("--format=")) {
            format = word.substr(std::string_view("--format=").size());
        } else if (word.starts_with("-f")) {
            format = word.substr(word.starts_with("-f=") ? 3 : 2);
        }
    }
    return is_json(format);
}

int tell(Context& context, std::string_view command, const Failure& failure, bool json) {
    if (json) {
        nlohmann::ordered_json error{{"what", failure.what}, {"where", failure.where}};
        if (!failure.next_step.empty()) {
            error["next_step"] = failure.next_step;
        }
        const nlohmann::ordered_json all{{"error", std::move(error)}};
        context.out << report::json_line(all);
    }
    context.out.flush();
    context.err << "whereof" << (command.empty() ? "" : " ") << command << ": "
                << report::one_line(failure.what);
    if (!failure.next_step.empty()) {
        context.err << " — " << failure.next_step;
    }
    context.err << '\n';
    return kBroken;
}

}  // namespace whereof::cli
