// SPDX-License-Identifier: MIT
#include "serve/page_address.hpp"

#include "http/url.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::serve {
namespace {

int hexadecimal(char c) noexcept {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// The byte that "%XX" at `at` stands for; -1 when it is none.
int encoded_byte(std::string_view text, std::size_t at) noexcept {
    if (text[at] != '%' || at + 2 >= text.size()) {
        return -1;
    }
    const int high = hexadecimal(text[at + 1]);
    const int low = hexadecimal(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string form_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = encoded_byte(text, i);
        out.push_back(byte >= 0 ? static_cast<char>(byte) : text[i] == '+' ? ' ' : text[i]);
        i += byte >= 0 ? 2 : 0;
    }
    return out;
}

/// Would a browser tidy such a path away? Names of one step that is all dots cannot be helped.
bool is_plain(std::string_view name) {
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view step = name.substr(begin, end - begin);
        if (step.empty() || step == "." || step == "..") {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = encoded_byte(text, i);
        if (text[i] == '%' && byte < 0) {
            return std::nullopt;
        }
        out.push_back(byte >= 0 ? static_cast<char>(byte) : text[i]);
        i += byte >= 0 ? 2 : 0;
    }
    return out;
}

Parameters read_form(std::string_view text) {
    Parameters out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!pair.empty()) {
            const std::size_t equals = std::min(pair.find('='), pair.size());
            out.emplace_back(form_decoded(pair.substr(0, equals)),
                             form_decoded(pair.substr(std::min(equals + 1, pair.size()))));
        }
    }
    return out;
}

std::string_view value_of(const Parameters& parameters, std::string_view name) noexcept {
    const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
    return found == parameters.end() ? std::string_view() : text::trim(found->second);
}

std::string page_of(std::string_view page, std::string_view name) {
    std::string out("/");
    out += page;
    out += '/';
    return out + http::percent_encode(name, is_plain(name) ? "/" : "");
}

std::string address(std::string_view path, const Parameters& parameters) {
    std::string out(path);
    char divider = '?';
    for (const auto& [name, value] : parameters) {
        if (!value.empty()) {
            out += divider + name + '=' + http::percent_encode(value);
            divider = '&';
        }
    }
    return out;
}

}  // namespace whereof::serve
