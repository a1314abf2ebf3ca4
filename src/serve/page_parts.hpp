// SPDX-License-Identifier: MIT
#pragma once

#include "report/accepted.hpp"
#include "store/store.hpp"

#include <string>
#include <string_view>

namespace whereof::serve {

/// A form that exports references: those of an article ("article", its path) or of what a query finds ("q").
void append_export(std::string& out, std::string_view parameter, std::string_view value,
                   std::string_view label);

/// What the store says that people let stand.
report::Accepted accepted_in(store::Store& store);

}  // namespace whereof::serve
