// SPDX-License-Identifier: MIT
#pragma once

#include "report/accepted.hpp"
#include "serve/page_address.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::serve {

/// A form that exports references: those of an article ("article", its path) or of what a query finds ("q").
void append_export(std::string& out, std::string_view parameter, std::string_view value,
                   std::string_view label);

inline constexpr std::size_t kLastPage = 100;

/// The parameter "page": 1 to kLastPage, whatever is asked.
std::size_t page_number(const Parameters& parameters);

/// Links to the pages before and after that of a list.
void append_paging(std::string& out, std::string_view path, const Parameters& parameters, bool has_more);

/// What the store says that people let stand.
report::Accepted accepted_in(store::Store& store);

}  // namespace whereof::serve
