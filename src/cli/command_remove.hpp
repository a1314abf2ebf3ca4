// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace whereof::cli {

std::unique_ptr<Invocation> make_remove();

}  // namespace whereof::cli
