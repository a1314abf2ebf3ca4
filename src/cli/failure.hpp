// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "sqlite/database.hpp"
#include "sqlite/migrations.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// Why a command ended without doing what it was asked.
struct Failure {
    std::string what;   ///< one sentence without a full stop
    std::string where;  ///< the file or name it is about; may be empty
    std::string next_step;
};

/// Thrown by a command that cannot go on: one line on stderr, exit code kBroken.
class Refusal : public std::runtime_error {
  public:
    explicit Refusal(Failure failure) : std::runtime_error(failure.what), failure_(std::move(failure)) {}
    [[nodiscard]] const Failure& failure() const noexcept { return failure_; }

  private:
    Failure failure_;
};

/// The next step to take after a failure of a database that `option` names; empty when there is none to tell.
std::string advice(const sqlite::DbError& error, std::string_view option);

/// What work() returns; a failure of the index of records at `path` becomes a Refusal that tells of
/// --authority.
template <typename Work>
auto with_index(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const sqlite::SchemaError&) {
        throw;  // says itself what to do
    } catch (const sqlite::DbError& error) {
        throw Refusal({error.what(), path.string(), advice(error, "--authority")});
    }
}

/// Is that the name of an output format that is JSON of any kind?
bool is_json(std::string_view format);

/// Does this command line ask for JSON of any kind? Read as the option parser does, but also from a line that
/// the parser refuses.
bool asks_for_json(std::string_view command, const std::vector<std::string>& arguments,
                   const Context& context);

/// Says on `err` "whereof COMMAND: what — next step", and with `json` on `out`, as one line,
/// {"error":{"what":…,"where":…,"next_step":…}} without the parts that are empty but for `what` and `where`.
/// Returns kBroken.
int tell(Context& context, std::string_view command, const Failure& failure, bool json);

}  // namespace whereof::cli
