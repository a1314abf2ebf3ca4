// SPDX-License-Identifier: MIT
#include "base/digest.hpp"

#include "base/io.hpp"
#include "support/data.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof {
namespace {

TEST(Sha256Hex, IsThatOfTheStandard) {  // FIPS 180-4, examples of its authors
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Md5Hex, IsThatOfTheStandard) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "empty", "");
    test::write_text(folder / "text", "message digest");  // RFC 1321, A.5
    EXPECT_EQ(md5_hex(folder / "empty"), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(md5_hex(folder / "text"), "f96b697d7cb7938d525a2f31aaf161d0");
    EXPECT_THROW(md5_hex(folder / "none"), IoError);
}

}  // namespace
}  // namespace whereof
