// SPDX-License-Identifier: MIT
#include "http/address.hpp"

#include <cstring>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace whereof::http {
namespace {

sockaddr_storage address_of(const char* text) {
    sockaddr_storage out{};
    sockaddr_in four{};
    sockaddr_in6 six{};
    if (::inet_pton(AF_INET, text, &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(443);
        std::memcpy(&out, &four, sizeof four);
    } else {
        EXPECT_EQ(::inet_pton(AF_INET6, text, &six.sin6_addr), 1) << text;
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(443);
        std::memcpy(&out, &six, sizeof six);
    }
    return out;
}

bool is_public(const char* text) {
    const auto address = address_of(text);
    return is_public_address(reinterpret_cast<const sockaddr&>(address));
}

TEST(IsPublicAddress, RefusesWhatIsNotThePublicInternet) {
    for (const char* text : {"0.0.0.0",
                             "10.0.0.1",
                             "100.64.0.1",
                             "100.127.255.255",
                             "127.0.0.1",
                             "127.255.255.254",
                             "169.254.169.254",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.0.0.8",
                             "192.0.2.1",
                             "192.168.1.1",
                             "198.18.0.1",
                             "198.19.255.255",
                             "198.51.100.7",
                             "203.0.113.7",
                             "224.0.0.1",
                             "239.1.1.1",
                             "240.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "::ffff:127.0.0.1",
                             "::ffff:169.254.169.254",
                             "64:ff9b::10.0.0.1",
                             "2002:7f00:1::",
                             "fc00::1",
                             "fd00:ec2::254",
                             "fe80::1",
                             "fec0::1",
                             "ff02::1",
                             "2001:db8::1",
                             "2001::1",
                             "3fff::1",
                             "::127.0.0.1",
                             "100::1"}) {
        EXPECT_FALSE(is_public(text)) << text;
    }
}

TEST(IsPublicAddress, TakesTheRest) {
    for (const char* text :
         {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "130.14.29.110",
          "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2600::1",
          "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::"}) {
        EXPECT_TRUE(is_public(text)) << text;
    }
}

TEST(IsPublicAddress, RefusesOtherFamilies) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    EXPECT_FALSE(is_public_address(reinterpret_cast<const sockaddr&>(address)));
    EXPECT_EQ(address_text(reinterpret_cast<const sockaddr&>(address)), "");
}

TEST(AddressText, HasThePort) {
    const auto four = address_of("127.0.0.1");
    const auto six = address_of("fe80::1");
    EXPECT_EQ(address_text(reinterpret_cast<const sockaddr&>(four)), "127.0.0.1:443");
    EXPECT_EQ(address_text(reinterpret_cast<const sockaddr&>(six)), "[fe80::1]:443");
}

}  // namespace
}  // namespace whereof::http
