// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::serve {

/// Names and values of a query or a form, in order, decoded; any bytes.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "%2F" -> "/". Absent when a percent sign has no two hexadecimal digits behind it.
std::optional<std::string> percent_decoded(std::string_view text);

/// Reads "q=bed+rest&page=2" (URL Standard, application/x-www-form-urlencoded). A percent sign that encodes
/// nothing stands for itself there.
Parameters read_form(std::string_view text);

/// The first value of that name, without white space around it; empty when there is none.
std::string_view value_of(const Parameters& parameters, std::string_view name) noexcept;

/// The address of a page about something that has a name: page_of("article", "a b.md") is
/// "/article/a%20b.md". The name comes back from whatever a browser makes of the address: where it would be
/// taken for steps in a tree ("../x", "//x"), its slashes are encoded.
std::string page_of(std::string_view page, std::string_view name);

/// A path and the parameters that have a value: "/search?q=bed%20rest".
std::string address(std::string_view path, const Parameters& parameters);

}  // namespace whereof::serve
