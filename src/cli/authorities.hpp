// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "cli/command.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace whereof::cli {

/// The authorities that a command asks: those named with --authority, else the user's own index unless it is
/// empty, else the sample that the binary carries.
class Authorities {
  public:
    /// Throws Refusal, sqlite::SchemaError or IoError when one cannot be opened.
    Authorities(const Context& context, const std::vector<std::string>& named);

    [[nodiscard]] std::vector<authority::Authority*> pointers() const;
    [[nodiscard]] std::vector<authority::AuthorityInfo> infos() const;
    /// authority::state_of() them.
    [[nodiscard]] std::string state() const;

  private:
    std::vector<std::unique_ptr<authority::Authority>> authorities_;
};

/// Where the user's own index is, or is made.
std::filesystem::path authority_path(const Context& context, const std::string& option);

}  // namespace whereof::cli
