// SPDX-License-Identifier: MIT
#include "serve/multipart.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

constexpr const char* kType = "multipart/form-data; boundary=----x9";

std::string part(const std::string& head, const std::string& bytes) {
    return "------x9\r\n" + head + "\r\n\r\n" + bytes + "\r\n";
}

TEST(ReadMultipart, ReadsFieldsAndFiles) {
    const std::string bytes = std::string("\0\r\n--\r\n----x9 \r\n\xff", 18);
    const std::string body =
        part("Content-Disposition: form-data; name=\"text\"", "a \"b\"\r\nc") +
        part(
            "Content-Type: text/plain\r\ncontent-disposition: form-data; name=file; "
            "filename=\"C:\\\\dir\\\\a;\\\"b.md\"",
            bytes) +
        part("Content-Disposition: form-data; name=\"file\"; filename=\"../../étude.ris\"", "") +
        "------x9--\r\n";
    const auto parts = read_multipart("Multipart/Form-Data; charset=utf-8; Boundary=\"----x9\"", body);
    ASSERT_TRUE(parts.has_value()) << parts.error().what;
    ASSERT_EQ(parts->size(), 3U);
    EXPECT_EQ((*parts)[0].name, "text");
    EXPECT_EQ((*parts)[0].file_name, "");
    EXPECT_EQ((*parts)[0].bytes, "a \"b\"\r\nc");
    EXPECT_EQ((*parts)[1].name, "file");
    EXPECT_EQ((*parts)[1].file_name, "a;\"b.md");
    EXPECT_EQ((*parts)[1].bytes, bytes);
    EXPECT_EQ((*parts)[2].file_name, "étude.ris");
    EXPECT_EQ((*parts)[2].bytes, "");
}

TEST(ReadMultipart, RefusesWhatIsNoForm) {
    const std::string whole =
        part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", "abc") + "------x9--";
    EXPECT_TRUE(read_multipart(kType, whole).has_value());
    EXPECT_FALSE(read_multipart("", whole).has_value());
    EXPECT_FALSE(read_multipart("text/plain; boundary=----x9", whole).has_value());
    EXPECT_FALSE(read_multipart("multipart/form-data", whole).has_value());
    EXPECT_FALSE(read_multipart("multipart/form-data; boundary=" + std::string(71, 'x'), whole).has_value());
    EXPECT_FALSE(read_multipart(kType, "").has_value());
    EXPECT_FALSE(read_multipart(kType, "------x9").has_value());
    for (std::size_t cut = 0; cut + 2 < whole.size(); ++cut) {
        EXPECT_FALSE(read_multipart(kType, whole.substr(0, cut)).has_value()) << cut;
    }
    std::string many;
    for (std::size_t i = 0; i <= kMostParts; ++i) {
        many += part("Content-Disposition: form-data; name=\"f\"", "");
    }
    EXPECT_FALSE(read_multipart(kType, many + "------x9--").has_value());
}

TEST(ReadMultipart, AnyBytesAreReadOrRefused) {
    std::mt19937 random(3);
    const std::string pieces[] = {
        "------x9",   "--",  "\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"f\"",
        "; filename", "=\"", "\\",   ";",        "x"};
    for (int i = 0; i < 5000; ++i) {
        std::string body = i % 2 == 0 ? "------x9\r\n" : "";
        for (std::size_t n = random() % 14; n > 0; --n) {
            body += pieces[random() % std::size(pieces)];
        }
        if (const auto parts = read_multipart(kType, body)) {
            for (const FormPart& one : *parts) {
                EXPECT_TRUE(one.bytes.empty() || body.find(one.bytes) != std::string::npos);
            }
        }
    }
}

}  // namespace
}  // namespace whereof::serve
