// SPDX-License-Identifier: MIT
#include "http/url.hpp"

#include <algorithm>
#include <charconv>

namespace whereof::http {
namespace {

constexpr std::size_t kLongest = 8192;
constexpr int kHighestPort = 65535;

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Host and port of "host", "host:80", "[::1]:80".
bool read_authority(std::string_view text, Url& url) {
    std::string_view port;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) {
            return false;
        }
        url.host = lower_case(text.substr(1, close - 1));
        const bool is_address = std::ranges::all_of(url.host, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
        });
        if (!is_address) {
            return false;
        }
        port = text.substr(close + 1);
    } else {
        const auto colon = std::min(text.find(':'), text.size());
        url.host = lower_case(text.substr(0, colon));
        if (!std::ranges::all_of(url.host, is_host_character)) {
            return false;
        }
        port = text.substr(colon);
    }
    url.port = url.scheme == "https" ? 443 : 80;
    if (port.size() > 1) {
        const auto* end = port.data() + port.size();
        const auto read = std::from_chars(port.data() + 1, end, url.port);
        if (port[0] != ':' || read.ec != std::errc() || read.ptr != end) {
            return false;
        }
    }
    return !url.host.empty() && url.port > 0 && url.port <= kHighestPort;
}

/// "/a/../b" to "/b", as a browser does before it asks.
std::string without_dots(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const auto next = std::min(path.find('/', 1), path.size());
        const auto segment = path.substr(0, next);
        path.remove_prefix(next);
        const bool last = path.empty();
        if (segment == "/..") {
            out.erase(std::min(out.rfind('/'), out.size()));
            out += last ? "/" : "";
        } else if (segment == "/.") {
            out += last ? "/" : "";
        } else {
            out += segment;
        }
    }
    return out.empty() ? "/" : out;
}

}  // namespace

std::string Url::authority() const {
    const bool own = port == (scheme == "https" ? 443 : 80);
    const std::string shown = host.find(':') != std::string::npos ? "[" + host + "]" : host;
    return own ? shown : shown + ":" + std::to_string(port);
}

std::string Url::text() const { return scheme + "://" + authority() + target; }

std::optional<Url> parse_url(std::string_view text) {
    const bool is_plain = std::ranges::all_of(text, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\' && c != '"' && c != '<' &&
               c != '>';
    });
    if (text.size() > kLongest || !is_plain) {
        return std::nullopt;
    }
    Url url;
    const auto colon = text.find("://");
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    url.scheme = lower_case(text.substr(0, colon));
    if (url.scheme != "http" && url.scheme != "https") {
        return std::nullopt;
    }
    text.remove_prefix(colon + 3);
    text = text.substr(0, std::min(text.find('#'), text.size()));
    const auto end = std::min(text.find_first_of("/?"), text.size());
    if (!read_authority(text.substr(0, end), url)) {
        return std::nullopt;
    }
    url.target = text.substr(end);
    if (!url.target.starts_with('/')) {
        url.target.insert(0, 1, '/');
    }
    return url;
}

std::optional<Url> resolve(const Url& base, std::string_view location) {
    if (location.starts_with("//")) {
        return parse_url(base.scheme + ":" + std::string(location));
    }
    const auto colon = location.find(':');
    if (colon != std::string_view::npos && colon < location.find_first_of("/?#")) {
        return parse_url(location);  // has a scheme, perhaps one that is refused
    }
    const auto query = base.target.find('?');
    const std::string path = base.target.substr(0, query);
    std::string target;
    if (location.starts_with('/')) {
        target = location;
    } else if (location.starts_with('?')) {
        target = path + std::string(location);
    } else {
        target = path.substr(0, path.rfind('/') + 1) + std::string(location);
    }
    const auto rest = std::min(target.find_first_of("?#"), target.size());
    target = without_dots(target.substr(0, rest)) + target.substr(rest);
    return parse_url(base.scheme + "://" + base.authority() + target);
}

std::string percent_encode(std::string_view text, std::string_view kept) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~' ||
                           kept.find(c) != std::string_view::npos;
        if (plain) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(kHex[byte >> 4U]);
            out.push_back(kHex[byte & 15U]);
        }
    }
    return out;
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

}  // namespace whereof::http
