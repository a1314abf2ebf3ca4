// SPDX-License-Identifier: MIT
#include "base/version.hpp"
#include "cli/generate.hpp"

#include <fmt/format.h>

namespace whereof::cli {
namespace {

/// Text as roff prints it: no line of it is a request, and a hyphen stays one that can be copied.
std::string escaped(std::string_view text) {
    std::string out;
    bool at_start = true;
    for (const char c : text) {
        if (at_start && (c == '.' || c == '\'')) {
            out += "\\&";
        }
        switch (c) {
            case '\\':
                out += "\\e";
                break;
            case '-':
                out += "\\-";
                break;
            case '\'':
                out += "\\(aq";
                break;
            case '^':
                out += "\\(ha";
                break;
            case '~':
                out += "\\(ti";
                break;
            default:
                out += c;
        }
        at_start = c == '\n';
    }
    return out;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", escaped(text)); }
std::string slanted(std::string_view text) { return fmt::format("\\fI{}\\fR", escaped(text)); }

/// Lines that stand as they are.
std::string as_typed(std::string_view text) { return fmt::format(".PP\n.nf\n{}\n.fi\n", escaped(text)); }

std::string entry(const Declared& one) {
    if (one.kind == Declared::Kind::positional) {
        return fmt::format(".TP\n{}\n{}\n", slanted(one.name), escaped(one.help));
    }
    std::string out = ".TP\n";
    if (!one.short_name.empty()) {
        out += bold("-" + one.short_name) + ", ";
    }
    out += bold("--" + one.name);
    if (!one.value.empty()) {
        out += " " + slanted(one.value);
    }
    out += fmt::format("\n{}\n", escaped(one.help));
    if (!one.choices.empty()) {
        out += fmt::format(".br\nOne of {}.\n", escaped(fmt::format("{}", fmt::join(one.choices, ", "))));
    }
    if (!one.standard.empty() && one.kind != Declared::Kind::flag) {
        out += fmt::format(".br\nWhen not given: {}.\n", escaped(one.standard));
    }
    return out;
}

std::string section(const Described& one) {
    const Command& command = *one.command;
    std::string out = fmt::format(".SS \"whereof {} {}\"\n{}.\n", escaped(command.name),
                                  escaped(command.usage), escaped(command.summary));
    for (const auto& declared : one.declared) {
        out += entry(declared);
    }
    for (const auto& [heading, text] : one.notes) {
        out += fmt::format(".PP\n{}:\n{}", escaped(heading), as_typed(text));
    }
    return out + ".PP\nExamples:\n" + as_typed(command.examples);
}

}  // namespace

std::string man_page(std::span<const Described> commands) {
    std::string out = fmt::format(
        ".\\\" SPDX-License-Identifier: MIT\n.TH WHEREOF 1 \"\" \"whereof {}\" \"User Commands\"\n"
        ".SH NAME\nwhereof \\- links claims to their sources and says which citations stand\n"
        ".SH SYNOPSIS\n.B whereof\n.I COMMAND\n[\\fIOPTION\\fR]...\n"
        ".SH DESCRIPTION\n{}\n.SH COMMANDS\n",
        kVersion, escaped(kAbout));
    for (const auto& one : commands) {
        out += section(one);
    }
    out += fmt::format(
        ".SH EXIT STATUS\n{}\n"
        ".SH ENVIRONMENT\nEvery option that takes a value is also read from a variable: {} stands for {}.\n"
        "{} and {} decide about colour, {} about the width of a report.\n"
        ".SH FILES\n.TP\n{}\nthe store, unless {} names another\n.TP\n{}\nthe local index of records\n",
        escaped(kExitCodes), bold("WHEREOF_DB"), bold("--db"), bold("NO_COLOR"), bold("FORCE_COLOR"),
        bold("COLUMNS"), slanted("$XDG_DATA_HOME/whereof/articles.db"), bold("--db"),
        slanted("$XDG_DATA_HOME/whereof/authority.db"));
    return out;
}

}  // namespace whereof::cli
