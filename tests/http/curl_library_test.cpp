// SPDX-License-Identifier: MIT
#include "http/curl_library.hpp"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace whereof::http {
namespace {

bool is_mapped(const std::string& library) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.find(library) != std::string::npos) {
            return true;
        }
    }
    return false;
}

const bool kMappedAtStart = is_mapped("libcurl.so");

TEST(CurlLibrary, IsOpenedWhenItIsAskedFor) {
    EXPECT_FALSE(kMappedAtStart);
    const CurlLibrary& library = curl();
    EXPECT_TRUE(is_mapped("libcurl.so"));
    EXPECT_EQ(&library, &curl());
    EXPECT_STREQ(library.easy_strerror(CURLE_OK), "No error");
}

}  // namespace
}  // namespace whereof::http
