// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "verify/verify.hpp"
#include "whereof.hpp"

#include <memory>
#include <string>
#include <vector>

namespace whereof {

/// What stands behind a Checker.
struct Checker::Impl {
    explicit Impl(const CheckerOptions& options);

    std::vector<std::unique_ptr<authority::Authority>> opened;
    std::vector<authority::Authority*> authorities;  ///< the same
    std::string state;                               ///< authority::state_of() them
    std::unique_ptr<verify::Verifier> verifier;
};

}  // namespace whereof
