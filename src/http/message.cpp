// SPDX-License-Identifier: MIT
#include "http/message.hpp"

#include "http/url.hpp"

#include <algorithm>
#include <array>

namespace whereof::http {

std::string_view Response::header(std::string_view name) const noexcept {
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found != headers.end() ? std::string_view(found->value) : std::string_view();
}

std::string Response::content_type() const {
    std::string_view value = header("content-type");
    value = value.substr(0, std::min(value.find(';'), value.size()));
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) {
        value.remove_suffix(1);
    }
    return lower_case(value);
}

std::string_view name(FailureKind kind) noexcept {
    constexpr std::array<std::string_view, 13> kNames{
        "bad-url",   "forbidden-address",  "unresolved", "unreachable", "tls",     "timeout", "cut-off",
        "too-large", "too-many-redirects", "protocol",   "refused",     "stopped", "gave-up"};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace whereof::http
