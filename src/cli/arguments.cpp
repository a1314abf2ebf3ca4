// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include "text/similarity.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whereof::cli {

struct Arguments::Parser {
    CLI::App app;
    std::string message;
    std::vector<std::pair<Declared, CLI::Option*>> declared;
    std::vector<std::pair<std::string, std::string>> notes;

    CLI::Option* keep(Declared one, CLI::Option* option) {
        declared.emplace_back(std::move(one), option);
        return option;
    }
};

namespace {

using Kind = Declared::Kind;

Declared describe(Kind kind, std::string_view names, std::string_view value, std::string_view help,
                  std::string_view standard) {
    Declared out{kind, std::string(names),   {}, std::string(value), std::string(help),
                 {},   std::string(standard)};
    if (const auto dashes = names.rfind("--"); dashes != std::string_view::npos) {
        out.name = names.substr(dashes + 2);
        out.short_name = dashes == 0 ? "" : names.substr(1, dashes - 2);
    }
    return out;
}

std::string joined(const std::vector<std::string>& values) {
    return fmt::format("{}", fmt::join(values, "|"));
}

/// ": did you mean json?", or nothing.
std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const std::string nearest = nearest_word(word, known);
    return nearest.empty() ? nearest : fmt::format(": did you mean {}?", nearest);
}

CLI::Validator one_of(std::vector<std::string> values) {
    return CLI::Validator(
        [values = std::move(values)](const std::string& text) {
            return std::ranges::find(values, text) != values.end()
                       ? std::string()
                       : fmt::format("'{}' is none of {}{}", text, joined(values), suggestion(text, values));
        },
        "", "choice");
}

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// The options that "--formt=x" may have meant.
std::string option_suggestion(std::string_view word, std::vector<std::string> names) {
    if (!word.starts_with("--")) {
        return {};
    }
    std::erase_if(names, [](const std::string& name) { return !name.starts_with("--"); });
    return suggestion(word.substr(0, word.find('=')), names);
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
    std::string best;
    if (word.size() < 2) {
        return best;
    }
    std::size_t limit = word.size() < 5 ? 1 : 2;  // with two letters of four changed it is another word
    for (const std::string& one : known) {
        const std::size_t distance = text::edit_distance(word, one, limit);
        if (distance <= limit && (best.empty() || distance < limit)) {
            limit = distance;
            best = one;
        }
    }
    return best;
}

std::string Declared::environment_name() const {
    std::string out = "WHEREOF_";
    for (const char c : name) {
        out.push_back(c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    return out;
}

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
    parser_
        ->keep(describe(Kind::positional, name, "", help, ""),
               parser_->app.add_option(std::string(name), target, std::string(help)))
        ->required(required)
        ->option_text(required ? " " : "(optional)");
}

void Arguments::positional(std::string_view name, std::string& target, std::vector<std::string> values,
                           std::string_view help) {
    Declared one = describe(Kind::positional, name, "", help, "");
    one.choices = values;
    const std::string list = joined(values);
    parser_->keep(std::move(one), parser_->app.add_option(std::string(name), target, std::string(help)))
        ->required()
        ->option_text(list)
        ->check(one_of(std::move(values)));
}

void Arguments::positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                            bool required) {
    parser_
        ->keep(describe(Kind::positional, name, "", help, ""),
               parser_->app.add_option(std::string(name), target, std::string(help)))
        ->required(required)
        ->option_text("...");
}

void Arguments::flag(std::string_view names, bool& target, std::string_view help) {
    parser_->keep(describe(Kind::flag, names, "", help, target ? "true" : "false"),
                  parser_->app.add_flag(std::string(names), target, std::string(help)));
}

void Arguments::option(std::string_view names, std::string& target, std::string_view value,
                       std::string_view help) {
    parser_
        ->keep(describe(Kind::text, names, value, help, target),
               parser_->app.add_option(std::string(names), target, std::string(help)))
        ->option_text(std::string(value));
}

void Arguments::option(std::string_view names, std::vector<std::string>& target, std::string_view value,
                       std::string_view help) {
    parser_
        ->keep(describe(Kind::texts, names, value, help, ""),
               parser_->app.add_option(std::string(names), target, std::string(help)))
        ->option_text(std::string(value) + " ...")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);  // one value each time: what follows it may be a FILE
}

void Arguments::number(std::string_view names, std::size_t& target, std::string_view help) {
    const auto check = [](const std::string& text) {
        const bool digits = !text.empty() && text.size() <= 9 &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        return digits ? std::string() : fmt::format("'{}' is not a whole number up to 999999999", text);
    };
    parser_
        ->keep(describe(Kind::number, names, "N", help, std::to_string(target)),
               parser_->app.add_option(std::string(names), target, std::string(help)))
        ->option_text(fmt::format("N [{}]", target))
        ->check(CLI::Validator(check, "", "number"));
}

void Arguments::choice(std::string_view names, std::string& target, std::vector<std::string> values,
                       std::string_view help) {
    Declared one = describe(Kind::choice, names, "NAME", help, target);
    one.choices = values;
    const std::string list = joined(values);
    parser_->keep(std::move(one), parser_->app.add_option(std::string(names), target, std::string(help)))
        ->option_text(target.empty() ? list : fmt::format("{} [{}]", list, target))
        ->check(one_of(std::move(values)));
}

void Arguments::note(std::string_view heading, std::string_view text) {
    auto& app = parser_->app;
    app.footer(fmt::format("{}:\n{}\n\n{}", heading, text, app.get_footer()));
    parser_->notes.emplace_back(heading, text);
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
        if (option == unknown.end()) {
            parser_->message = error.what();
        } else {
            std::vector<std::string> names{"--help"};
            for (const auto& [one, known] : parser_->declared) {
                names.push_back(one.kind == Kind::positional ? "" : "--" + one.name);
            }
            const std::string meant = option_suggestion(*option, std::move(names));
            parser_->message = fmt::format("there is no option {}{}", *option,
                                           meant.empty() ? " (behind -- words may begin with -)" : meant);
        }
        parser_->message = one_line(std::move(parser_->message));
        return Outcome::usage_error;
    }
}

const std::string& Arguments::message() const noexcept { return parser_->message; }

std::string Arguments::help() const { return parser_->app.help(); }

std::optional<std::string> Arguments::settle(const SettingSource& source) {
    for (auto& [one, option] : parser_->declared) {
        const auto setting =
            one.kind != Kind::positional && option->count() == 0 ? source(one) : std::nullopt;
        if (!setting || setting->values.empty()) {
            continue;
        }
        try {
            for (const std::string& value : setting->values) {
                option->add_result(value);
            }
            option->run_callback();
        } catch (const CLI::ParseError& error) {
            return one_line(fmt::format("{}: {}", setting->from, error.what()));
        }
    }
    return std::nullopt;
}

std::vector<Declared> Arguments::declared() const {
    std::vector<Declared> out;
    for (const auto& [one, option] : parser_->declared) {
        out.push_back(one);
    }
    const auto* help = parser_->app.get_help_ptr();
    out.push_back(describe(Kind::flag, "-h,--help", "", help->get_description(), "false"));
    return out;
}

const std::vector<std::pair<std::string, std::string>>& Arguments::notes() const noexcept {
    return parser_->notes;
}

}  // namespace whereof::cli
