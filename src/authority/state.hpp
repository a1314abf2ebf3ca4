// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"

#include <span>
#include <string>

namespace whereof::authority {

/// A digest of what authorities hold and of who asks them, under which verdicts may be kept. Other content or
/// another whereof, another state.
std::string state_of(std::span<const AuthorityInfo> infos);

}  // namespace whereof::authority
