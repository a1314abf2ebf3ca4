// SPDX-License-Identifier: MIT
#include "base/io.hpp"
#include "base/version.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/command_accept.hpp"
#include "cli/command_add.hpp"
#include "cli/command_authority.hpp"
#include "cli/command_check.hpp"
#include "cli/command_config.hpp"
#include "cli/command_doctor.hpp"
#include "cli/command_export.hpp"
#include "cli/command_fix.hpp"
#include "cli/command_generate.hpp"
#include "cli/command_list.hpp"
#include "cli/command_mcp.hpp"
#include "cli/command_parse.hpp"
#include "cli/command_remove.hpp"
#include "cli/command_search.hpp"
#include "cli/command_serve.hpp"
#include "cli/command_show.hpp"
#include "cli/failure.hpp"
#include "cli/output_buffer.hpp"
#include "cli/settings.hpp"
#include "report/report.hpp"
#include "sqlite/database.hpp"
#include "sqlite/migrations.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

// A new command: one file pair command_<name>, and one row here.
constexpr std::array kCommands{
    Command{"add", "PATH…", "Read articles into the store",
            "  whereof add drafts/\n  whereof add paper.xml --db review.db", make_add},
    Command{"check", "[PATH|ID]…|--all", "Verify citations; the exit code says what was found",
            "  whereof check draft.md\n  whereof check draft.md --format html -o report.html\n"
            "  whereof check --all --format json\n"
            "  whereof check --input-format ndjson citations.ndjson --format ndjson",
            make_check},
    Command{
        "search", "QUERY", "Find claims by keyword, with their sources and verdicts",
        "  whereof search \"early PT beats delayed PT\"\n  whereof search 'imaging -surgery year:2018..2024'",
        make_search},
    Command{"export", "[PATH|ID]…|--all|--query QUERY", "Write reference lists in other formats and styles",
            "  whereof export draft.md --format ris > draft.ris\n"
            "  whereof export library.bib trial.ris --dedupe --format bibtex -o all.bib\n"
            "  whereof export --query \"bed rest\" --verdict verified --format csl-json\n"
            "  whereof export draft.md --format ama --ids all\n"
            "  whereof export draft.md --style the-lancet",
            make_export},
    Command{"show", "ID", "Show one article, claim, reference or work with everything known of it",
            "  whereof show draft.md\n  whereof show 'draft.md#r3'", make_show},
    Command{
        "parse", "[FILE]", "Turn reference strings into CSL-JSON, one a line",
        "  whereof parse references.txt\n  echo 'Maher C. Back pain. Lancet. 2017;389:736.' | whereof parse",
        make_parse},
    Command{"fix", "PATH…", "Correct what is wrong in reference lists: a diff first, the files with --write",
            "  whereof fix draft.md\n  whereof fix draft.md --write\n  whereof fix draft.md --format ris",
            make_fix},
    Command{"accept", "ID|--list", "Let a flagged reference stand, with the reason",
            "  whereof accept 'draft.md#r3' --reason 'the year is that of the online version'\n"
            "  whereof accept --list\n  whereof accept 'draft.md#r3' --remove",
            make_accept},
    Command{"list", "", "List the articles of the store", "  whereof list\n  whereof list --format ndjson",
            make_list},
    Command{"remove", "ID…", "Take articles out of the store", "  whereof remove drafts/old.md", make_remove},
    Command{
        "authority", "import FILES…|fetch WHAT|status",
        "Build and inspect the local index of bibliographic records",
        "  whereof authority import pubmed24n0001.xml.gz\n  whereof authority fetch retractions --online\n"
        "  whereof authority status",
        make_authority},
    Command{"serve", "", "Serve the store as pages for a browser on this machine, and check dropped files",
            "  whereof serve\n  whereof serve --port 0 --db review.db\n  whereof serve --edit", make_serve},
    Command{"mcp", "", "Serve search, check, show and export to LLM agents over MCP on stdin and stdout",
            "  whereof mcp --db review.db", make_mcp},
    Command{"doctor", "", "Check the installation, the store and the authorities", "  whereof doctor",
            make_doctor},
    Command{"config", "", "Show every setting with its value and where it comes from",
            "  whereof config\n  whereof config --format json", make_config},
    Command{"generate", "man|bash|zsh|fish", "Print the manual page, or completion for a shell",
            "  whereof generate man > whereof.1\n"
            "  whereof generate bash > ~/.local/share/bash-completion/completions/whereof",
            make_generate},
};

std::string overview() {
    std::string out = fmt::format("{}\n\nUsage: whereof COMMAND [OPTION…]\n\nCommands:\n", kAbout);
    for (const auto& command : kCommands) {
        out += fmt::format("  {:<10} {}\n", command.name, command.summary);
    }
    return out +
           fmt::format("\nwhereof COMMAND --help tells a command's options. Exit codes: {}\n", kExitCodes);
}

const Command* find_command(std::string_view name) {
    const auto found = std::ranges::find(kCommands, name, &Command::name);
    return found != kCommands.end() ? &*found : nullptr;
}

std::string nearest_command(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& command : kCommands) {
        names.emplace_back(command.name);
    }
    return nearest_word(name, names);
}

/// The failure that is being handled, which no command caught. Call it in a catch block only.
Failure current_failure() {
    try {
        throw;
    } catch (const sqlite::SchemaError& error) {
        return {error.what(), {}, {}};
    } catch (const sqlite::DbError& error) {
        return {error.what(), {}, advice(error, "--db")};
    } catch (const IoError& error) {
        return {error.what(), error.path().string(),
                error.error_number() == EFBIG ? "raise the limit with --max-size" : ""};
    } catch (const std::bad_alloc&) {
        return {"out of memory", {}, "give it fewer or smaller files at once"};
    } catch (const std::filesystem::filesystem_error& error) {
        return {error.what(), error.path1().string(), "check the path and its permissions"};
    }
}

/// `json` becomes true when the settings ask for JSON.
/// The help of "authority import --help"; empty where that is not what was asked for.
std::string help_of_action(const Command& command, Invocation& invocation,
                           const std::vector<std::string>& arguments) {
    const auto end = std::ranges::find(arguments, "--");
    const auto action =
        std::ranges::find(invocation.actions(), arguments.empty() ? "" : arguments.front(), &Action::name);
    const bool asks = std::any_of(arguments.begin(), end,
                                  [](const std::string& word) { return word == "--help" || word == "-h"; });
    if (!asks || action == invocation.actions().end()) {
        return {};
    }
    Arguments declared(fmt::format("{} {}", command.name, action->name), action->summary, action->examples);
    invocation.declare_action(declared, action->name);
    return declared.help();
}

int run_command(const Command& command, const std::vector<std::string>& arguments, Context& context,
                bool& json) {
    const auto invocation = command.make();
    if (const std::string help = help_of_action(command, *invocation, arguments); !help.empty()) {
        context.out << help;
        return kDone;
    }
    Arguments declared(command.name, command.summary, command.examples);
    invocation->declare(declared);
    switch (declared.parse(arguments)) {
        case Arguments::Outcome::help:
            context.out << declared.message();
            return kDone;
        case Arguments::Outcome::usage_error:
            throw Refusal(
                {declared.message(), {}, fmt::format("whereof {} --help tells more", command.name)});
        case Arguments::Outcome::run:
            break;
    }
    const Settings settings(context);
    const auto wrong = declared.settle([&](const Declared& option) {
        auto setting = settings.find(command.name, option);
        json = json || (setting && option.name == "format" && is_json(setting->values.front()));
        return setting;
    });
    if (wrong) {
        throw Refusal({*wrong, {}, {}});
    }
    if (const auto fault = invocation->validate()) {
        throw Refusal({*fault, {}, {}});
    }
    return invocation->run(context);
}

int run_named(const std::string& name, const std::vector<std::string>& arguments, Context& context) {
    if (name.empty() || name == "help" || name == "--help" || name == "-h") {
        (name.empty() ? context.err : context.out) << overview();
        return name.empty() ? kBroken : kDone;
    }
    if (name == "--version" || name == "version") {
        context.out << "whereof " << kVersion << '\n';
        return kDone;
    }
    bool json = asks_for_json(name, arguments, context);
    const Command* command = find_command(name);
    if (command == nullptr) {
        const std::string nearest = nearest_command(name);
        return tell(
            context, "",
            {fmt::format("there is no command '{}'", name.substr(0, 60)), name,
             nearest.empty() ? "whereof --help lists them" : fmt::format("did you mean '{}'?", nearest)},
            json);
    }
    try {
        return run_command(*command, arguments, context, json);
    } catch (const Refusal& refusal) {
        return tell(context, name, refusal.failure(), json);
    } catch (const IoError& error) {
        if (error.path() == kStandardOutput) {
            throw;
        }
        return tell(context, "", current_failure(), json);
    } catch (const std::exception&) {
        return tell(context, "", current_failure(), json);
    }
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

int run(const std::vector<std::string>& arguments, Context& context) {
    try {
        const std::string name = arguments.empty() ? "" : arguments.front();
        const int code =
            run_named(name, {arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end()}, context);
        context.out.flush();
        return code;
    } catch (const IoError& error) {
        // Standard output is gone: nothing more can be said there. A reader who has left, as head does,
        // knows.
        if (error.error_number() == EPIPE) {
            return kUnread;
        }
        context.err << "whereof: " << report::terminal_safe(error.what()) << '\n';
        return kBroken;
    }
}

}  // namespace whereof::cli
