// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace whereof::cli {

std::unique_ptr<Invocation> make_serve();

}  // namespace whereof::cli
