// SPDX-License-Identifier: MIT
#pragma once

#include "report/accepted.hpp"
#include "serve/page.hpp"
#include "serve/page_address.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::serve {

/// A form that exports references: those of an article ("article", its path) or of what a query finds ("q").
void append_export(std::string& out, std::string_view parameter, std::string_view value,
                   std::string_view label);

inline constexpr std::size_t kLastPage = 100;

/// The parameter "page", 1 where it is not given; absent for what is no number from 1 to kLastPage.
std::optional<std::size_t> page_number(const Parameters& parameters);

/// The answer to a parameter that has a value it cannot have: "sort cannot be 'x'", and what it can be.
PageData odd_parameter(std::string_view name, std::string_view value, std::string_view expected);

/// The same for "page".
PageData odd_page_number(const Parameters& parameters);

/// Links to the pages before and after that of a list.
void append_paging(std::string& out, std::string_view path, const Parameters& parameters, bool has_more);

/// What the store says that people let stand.
report::Accepted accepted_in(store::Store& store);

}  // namespace whereof::serve
