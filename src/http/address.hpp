// SPDX-License-Identifier: MIT
#pragma once

#include <string>

struct sockaddr;

namespace whereof::http {

/// May a connection be made to this address because of what an article or a server says? Only to addresses of
/// the public internet: not private (RFC 1918), loopback, link-local (where clouds keep their metadata),
/// shared (RFC 6598), unique local (RFC 4193), multicast, documentation, benchmark, reserved; nor to an IPv6
/// address that carries such an IPv4 one (mapped, NAT64, 6to4). Anything but IPv4 and IPv6 is refused.
[[nodiscard]] bool is_public_address(const sockaddr& address) noexcept;

/// "203.0.113.7:443", "[2001:db8::1]:443"; empty for anything but IPv4 and IPv6.
[[nodiscard]] std::string address_text(const sockaddr& address);

}  // namespace whereof::http
