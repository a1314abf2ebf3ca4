// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whereof::http {

/// The parts of an absolute http or https URL that matter here.
struct Url {
    std::string scheme;  ///< "http" or "https"
    std::string host;    ///< lower case, without brackets; never empty
    int port = 0;        ///< as given, or the scheme's own
    std::string target;  ///< path and query, from '/'; without the fragment
    /// "api.crossref.org", or "127.0.0.1:8080" when the port is not the scheme's own.
    [[nodiscard]] std::string authority() const;
    [[nodiscard]] std::string text() const;
};

/// Absent for anything but http and https, for URLs with a user name or password, without a host, with white
/// space or control characters, or longer than 8 kB.
std::optional<Url> parse_url(std::string_view text);

/// The URL that a Location header means, seen from `base`; absent when parse_url() refuses it.
std::optional<Url> resolve(const Url& base, std::string_view location);

/// Every byte but A-Z a-z 0-9 - . _ ~ and those of `kept` as %XX.
std::string percent_encode(std::string_view text, std::string_view kept = "");

/// ASCII only.
std::string lower_case(std::string_view text);

}  // namespace whereof::http
