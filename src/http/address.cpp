// SPDX-License-Identifier: MIT
#include "http/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace whereof::http {
namespace {

struct Block4 {
    std::uint32_t network;
    unsigned bits;
};

constexpr std::uint32_t ip(unsigned a, unsigned b, unsigned c, unsigned d) {
    return (a << 24U) | (b << 16U) | (c << 8U) | d;
}

/// IANA's IPv4 special-purpose registry, as far as it is not globally reachable, and multicast.
constexpr std::array kNotPublic4{
    Block4{ip(0, 0, 0, 0), 8},       Block4{ip(10, 0, 0, 0), 8},     Block4{ip(100, 64, 0, 0), 10},
    Block4{ip(127, 0, 0, 0), 8},     Block4{ip(169, 254, 0, 0), 16}, Block4{ip(172, 16, 0, 0), 12},
    Block4{ip(192, 0, 0, 0), 24},    Block4{ip(192, 0, 2, 0), 24},   Block4{ip(192, 31, 196, 0), 24},
    Block4{ip(192, 52, 193, 0), 24}, Block4{ip(192, 88, 99, 0), 24}, Block4{ip(192, 168, 0, 0), 16},
    Block4{ip(192, 175, 48, 0), 24}, Block4{ip(198, 18, 0, 0), 15},  Block4{ip(198, 51, 100, 0), 24},
    Block4{ip(203, 0, 113, 0), 24},  Block4{ip(224, 0, 0, 0), 4},    Block4{ip(240, 0, 0, 0), 4},
};

bool is_public(std::uint32_t address) {
    return std::ranges::none_of(kNotPublic4, [address](const Block4& block) {
        const unsigned shift = 32U - block.bits;
        return (address >> shift) == (block.network >> shift);
    });
}

std::uint32_t ipv4_at(std::span<const std::uint8_t, 16> bytes, std::size_t at) {
    return ip(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool is_public(std::span<const std::uint8_t, 16> bytes) {
    const auto starts = [&bytes](std::initializer_list<std::uint8_t> start) {
        return std::equal(start.begin(), start.end(), bytes.begin());
    };
    if (starts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) {
        return is_public(ipv4_at(bytes, 12));  // ::ffff:0:0/96, mapped
    }
    if (starts({0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) {
        return is_public(ipv4_at(bytes, 12));  // 64:ff9b::/96, NAT64
    }
    if (starts({0x20, 0x02})) {
        return is_public(ipv4_at(bytes, 2));  // 2002::/16, 6to4
    }
    // Of the rest only 2000::/3 is handed out; in it, 2001::/23 is for protocols, 2001:db8::/32 and
    // 3fff::/20 for documents.
    const bool global = (bytes[0] >> 5U) == 1;
    const bool protocols = starts({0x20, 0x01}) && bytes[2] < 2;
    const bool documents = starts({0x20, 0x01, 0x0D, 0xB8}) || (starts({0x3F, 0xFF}) && bytes[2] < 0x10);
    return global && !protocols && !documents;
}

}  // namespace

bool is_public_address(const sockaddr& address) noexcept {
    if (address.sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof in);
        return is_public(ntohl(in.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, &address, sizeof in);
        std::array<std::uint8_t, 16> bytes{};
        std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
        return is_public(std::span<const std::uint8_t, 16>(bytes));
    }
    return false;
}

std::string address_text(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof in);
        inet_ntop(AF_INET, &in.sin_addr, text.data(), text.size());
        return std::string(text.data()) + ":" + std::to_string(ntohs(in.sin_port));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, &address, sizeof in);
        inet_ntop(AF_INET6, &in.sin6_addr, text.data(), text.size());
        return "[" + std::string(text.data()) + "]:" + std::to_string(ntohs(in.sin6_port));
    }
    return {};
}

}  // namespace whereof::http
