// SPDX-License-Identifier: MIT
#pragma once

namespace whereof {

/// Of the program and the library; CMakeLists.txt has it too.
inline constexpr char kVersion[] = "0.1.0";

}  // namespace whereof
