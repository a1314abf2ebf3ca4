// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace whereof::test {

/// A zip archive of files by name, in their order; all but one called "mimetype" deflated.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace whereof::test
