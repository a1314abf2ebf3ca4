// SPDX-License-Identifier: MIT
#include "http/url.hpp"

#include <gtest/gtest.h>

namespace whereof::http {
namespace {

struct UrlCase {
    const char* text;
    const char* expected;  ///< Url::text(); nullptr when refused
};
constexpr UrlCase kUrls[] = {
    {"https://api.crossref.org/works/10.1/x", "https://api.crossref.org/works/10.1/x"},
    {"HTTPS://API.Crossref.org", "https://api.crossref.org/"},
    {"http://host:80/", "http://host/"},
    {"http://host:8080?q=1", "http://host:8080/?q=1"},
    {"https://host/a#fragment", "https://host/a"},
    {"https://[2001:DB8::1]:444/a", "https://[2001:db8::1]:444/a"},
    {"http://2130706433/", "http://2130706433/"},  // an address in disguise: refused when connecting
    {"file:///etc/passwd", nullptr},
    {"gopher://host/", nullptr},
    {"http://user:secret@host/", nullptr},
    {"http://user@host/", nullptr},
    {"http:///path", nullptr},
    {"http://", nullptr},
    {"http://host:0/", nullptr},
    {"http://host:70000/", nullptr},
    {"http://host:8x/", nullptr},
    {"http://[::1/", nullptr},
    {"http://[::1%25eth0]/", nullptr},
    {"http://host/a b", nullptr},
    {"http://host/\r\nX-Evil: 1", nullptr},
    {"http://host\\@evil/", nullptr},
    {"//host/a", nullptr},
    {"", nullptr},
};

TEST(ParseUrl, TakesHttpAndHttpsOnly) {
    for (const auto& [text, expected] : kUrls) {
        SCOPED_TRACE(text);
        const auto url = parse_url(text);
        ASSERT_EQ(url.has_value(), expected != nullptr);
        if (expected != nullptr) {
            EXPECT_EQ(url->text(), expected);
            EXPECT_EQ(parse_url(url->text())->text(), expected);
        }
    }
    EXPECT_FALSE(parse_url("https://host/" + std::string(9000, 'a')));
}

TEST(Resolve, SeesALocationFromWhereItWasGiven) {
    const auto base = *parse_url("https://host/a/b/c?q=1");
    const auto text = [&base](const char* location) {
        const auto url = resolve(base, location);
        return url ? url->text() : std::string("refused");
    };
    EXPECT_EQ(text("d"), "https://host/a/b/d");
    EXPECT_EQ(text("../d?x=/../y"), "https://host/a/d?x=/../y");
    EXPECT_EQ(text("../../../../d"), "https://host/d");
    EXPECT_EQ(text("/d/./e"), "https://host/d/e");
    EXPECT_EQ(text("?r=2"), "https://host/a/b/c?r=2");
    EXPECT_EQ(text("//other/x"), "https://other/x");
    EXPECT_EQ(text("http://other:81/x"), "http://other:81/x");
    EXPECT_EQ(text("file:///etc/passwd"), "refused");
    EXPECT_EQ(text("javascript:alert(1)"), "refused");
    EXPECT_EQ(text("ftp://host/"), "refused");
}

TEST(PercentEncode, LeavesOnlyWhatIsSafe) {
    EXPECT_EQ(percent_encode("10.1002/(SICI)1097<1::AID>3.0.CO;2-E", "/"),
              "10.1002/%28SICI%291097%3C1%3A%3AAID%3E3.0.CO%3B2-E");
    EXPECT_EQ(percent_encode("a b&c=\xC3\xA9\n"), "a%20b%26c%3D%C3%A9%0A");
    EXPECT_EQ(percent_encode("-._~Az09"), "-._~Az09");
}

}  // namespace
}  // namespace whereof::http
