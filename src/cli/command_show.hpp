// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace whereof::cli {

std::unique_ptr<Invocation> make_show();

}  // namespace whereof::cli
