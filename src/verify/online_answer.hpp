// SPDX-License-Identifier: MIT
#pragma once

#include "authority/online_service.hpp"
#include "verify/citation.hpp"
#include "verify/outcome.hpp"

#include <string_view>

namespace whereof::verify {

/// The rule of an identifier that its own registry does not know. Nothing to measure: the registry decides
/// what is registered.
inline constexpr std::string_view kUnregistered = "unregistered";

/// Puts what services on the network answered about a citation, beside their records, into the outcome.
void heed(const authority::Answer& online, const Citation& citation, Outcome& outcome);

}  // namespace whereof::verify
