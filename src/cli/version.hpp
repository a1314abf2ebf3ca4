// SPDX-License-Identifier: MIT
#pragma once

namespace whereof::cli {

inline constexpr char kVersion[] = "0.1.0";

}  // namespace whereof::cli
