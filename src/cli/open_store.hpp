// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "store/store.hpp"

#include <memory>
#include <string>

namespace whereof::cli {

/// The store for a command that reads it. Throws IoError, saying how to make one, when there is none.
std::unique_ptr<store::Store> open_existing_store(const Context& context, const std::string& db_option);

}  // namespace whereof::cli
