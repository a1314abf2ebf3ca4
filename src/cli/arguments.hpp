// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::cli {

/// One option or positional as a command declared it: what help, man page, completions and settings know.
struct Declared {
    enum class Kind : std::uint8_t { positional, flag, text, texts, number, choice };
    Kind kind;
    std::string name;        ///< "limit" for "-n,--limit"; a positional's as it is
    std::string short_name;  ///< "n", or empty
    std::string value;       ///< what stands for the value ("FILE", "N"); empty for flags and positionals
    std::string help;
    std::vector<std::string> choices;  ///< of a choice
    std::string standard;              ///< the value when nothing sets it; of a flag "false"

    [[nodiscard]] bool is_file() const { return value == "FILE"; }
    [[nodiscard]] std::string environment_name() const;  ///< "WHEREOF_MAX_SIZE" for "max-size"
};

/// What sets an option that the command line does not.
struct Setting {
    std::vector<std::string>
        values;        ///< one, but for options that may be repeated; a flag's "true" or "false"
    std::string from;  ///< "WHEREOF_DB", "/home/me/whereof.toml:3"
};
using SettingSource = std::function<std::optional<Setting>(const Declared&)>;

/// The options and positionals of one command. A command declares where each value goes; parsing fills them
/// and touches nothing else, so that arguments are tested without any file. The targets must outlive parse().
class Arguments {
  public:
    Arguments(std::string_view command, std::string_view summary, std::string_view examples);
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;
    ~Arguments();

    void positional(std::string_view name, std::string& target, std::string_view help, bool required);
    /// Required, and one of `values`.
    void positional(std::string_view name, std::string& target, std::vector<std::string> values,
                    std::string_view help);
    void positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                     bool required);
    void flag(std::string_view names, bool& target, std::string_view help);
    /// `names` as "--db" or "-n,--limit".
    void option(std::string_view names, std::string& target, std::string_view value, std::string_view help);
    void option(std::string_view names, std::vector<std::string>& target, std::string_view value,
                std::string_view help);
    void number(std::string_view names, std::size_t& target, std::string_view help);
    /// One of `values`; anything else is refused with the list of them.
    void choice(std::string_view names, std::string& target, std::vector<std::string> values,
                std::string_view help);

    /// A paragraph of the help, under a heading, above the examples.
    void note(std::string_view heading, std::string_view text);

    enum class Outcome : std::uint8_t { run, help, usage_error };
    /// Fills the targets. `message()` is then the help text, or one line that says what is wrong.
    Outcome parse(const std::vector<std::string>& arguments);
    /// After parse(): fills what was not given from `source`. Gives one line that says what is wrong.
    std::optional<std::string> settle(const SettingSource& source);
    [[nodiscard]] const std::string& message() const noexcept;
    [[nodiscard]] std::string help() const;
    /// In order of declaration; the last is --help.
    [[nodiscard]] std::vector<Declared> declared() const;
    /// Heading and text, in order of declaration.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& notes() const noexcept;

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

/// The word of `known` that differs from `word` in no more than a slip of typing; empty when there is none.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace whereof::cli
