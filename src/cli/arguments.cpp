// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whereof::cli {

struct Arguments::Parser {
    CLI::App app;
    std::string message;
};

namespace {

/// "-n,--limit" -> "WHEREOF_LIMIT"
std::string environment_name(std::string_view names) {
    std::string out = "WHEREOF_";
    const auto dashes = names.rfind("--");
    for (const char c : names.substr(dashes == std::string_view::npos ? 0 : dashes + 2)) {
        out.push_back(c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    return out;
}

std::string joined(const std::vector<std::string>& values) {
    return fmt::format("{}", fmt::join(values, "|"));
}

}  // namespace

Arguments::Arguments(std::string_view command, std::string_view summary, std::string_view examples)
    : parser_(std::make_unique<Parser>()) {
    auto& app = parser_->app;
    app.name(fmt::format("whereof {}", command));
    app.description(std::string(summary));
    if (!examples.empty()) {
        app.footer(fmt::format("Examples:\n{}", examples));
    }
    app.get_formatter()->column_width(32);
    app.set_help_flag("-h,--help", "Show this help");
}

Arguments::~Arguments() = default;

void Arguments::positional(std::string_view name, std::string& target, std::string_view help, bool required) {
    auto* option = parser_->app.add_option(std::string(name), target, std::string(help));
    option->required(required)->option_text(required ? " " : "(optional)");
}

void Arguments::positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                            bool required) {
    auto* option = parser_->app.add_option(std::string(name), target, std::string(help));
    option->required(required)->option_text("...");
}

void Arguments::flag(std::string_view names, bool& target, std::string_view help) {
    parser_->app.add_flag(std::string(names), target, std::string(help));
}

void Arguments::option(std::string_view names, std::string& target, std::string_view value,
                       std::string_view help) {
    parser_->app.add_option(std::string(names), target, std::string(help))
        ->option_text(std::string(value))
        ->envname(environment_name(names));
}

void Arguments::option(std::string_view names, std::vector<std::string>& target, std::string_view value,
                       std::string_view help) {
    parser_->app.add_option(std::string(names), target, std::string(help))
        ->option_text(std::string(value) + " ...")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false)  // one value each time: what follows it may be a FILE
        ->envname(environment_name(names));
}

void Arguments::number(std::string_view names, std::size_t& target, std::string_view help) {
    const auto check = [](const std::string& text) {
        const bool digits = !text.empty() && text.size() <= 9 &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        return digits ? std::string() : fmt::format("'{}' is not a whole number up to 999999999", text);
    };
    parser_->app.add_option(std::string(names), target, std::string(help))
        ->option_text(fmt::format("N [{}]", target))
        ->check(CLI::Validator(check, "", "number"))
        ->envname(environment_name(names));
}

void Arguments::choice(std::string_view names, std::string& target, std::vector<std::string> values,
                       std::string_view help) {
    const std::string list = joined(values);
    const auto check = [values = std::move(values), list](const std::string& text) {
        return std::ranges::find(values, text) != values.end()
                   ? std::string()
                   : fmt::format("'{}' is none of {}", text, list);
    };
    parser_->app.add_option(std::string(names), target, std::string(help))
        ->option_text(target.empty() ? list : fmt::format("{} [{}]", list, target))
        ->check(CLI::Validator(check, "", "choice"))
        ->envname(environment_name(names));
}

void Arguments::note(std::string_view heading, std::string_view text) {
    auto& app = parser_->app;
    app.footer(fmt::format("{}:\n{}\n\n{}", heading, text, app.get_footer()));
}

Arguments::Outcome Arguments::parse(const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed(arguments.rbegin(),
                                      arguments.rend());  // the order CLI11 takes a vector in
    try {
        parser_->app.parse(reversed);
        return Outcome::run;
    } catch (const CLI::CallForHelp&) {
        parser_->message = parser_->app.help();
        return Outcome::help;
    } catch (const CLI::ParseError& error) {
        // An option nobody knows is named before what it may have been meant to give.
        const auto unknown = parser_->app.remaining();
        const auto option =
            std::ranges::find_if(unknown, [](const auto& word) { return word.starts_with('-'); });
        parser_->message =
            option != unknown.end()
                ? fmt::format("there is no option {} (behind -- words may begin with -)", *option)
                : error.what();
        std::ranges::replace(parser_->message, '\n', ' ');
        return Outcome::usage_error;
    }
}

const std::string& Arguments::message() const noexcept { return parser_->message; }

std::string Arguments::help() const { return parser_->app.help(); }

std::vector<std::string> Arguments::option_names() const {
    std::vector<std::string> out;
    for (const auto* option : parser_->app.get_options()) {
        if (!option->get_lnames().empty()) {
            out.push_back("--" + option->get_lnames().back());
        }
    }
    return out;
}

}  // namespace whereof::cli
