// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// The options and positionals of one command. A command declares where each value goes; parsing fills them
/// and touches nothing else, so that arguments are tested without any file. The targets must outlive parse().
class Arguments {
  public:
    Arguments(std::string_view command, std::string_view summary, std::string_view examples);
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;
    ~Arguments();

    void positional(std::string_view name, std::string& target, std::string_view help, bool required);
    void positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                     bool required);
    void flag(std::string_view names, bool& target, std::string_view help);
    /// `names` as "--db" or "-n,--limit"; the environment variable WHEREOF_<NAME> stands in when the option
    /// is not given.
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
    [[nodiscard]] const std::string& message() const noexcept;
    [[nodiscard]] std::string help() const;
    /// Every option's longest name with its help, in order of declaration.
    [[nodiscard]] std::vector<std::string> option_names() const;

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace whereof::cli
