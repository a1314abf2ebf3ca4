// SPDX-License-Identifier: MIT
#include "verify/page_range.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace whereof::verify {

std::vector<std::string> page_numbers(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!text::is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && text::is_ascii_digit(text[at])) {
            ++at;
        }
        auto number = text.substr(begin, at - begin);
        while (number.size() > 1 && number.front() == '0') {
            number.remove_prefix(1);
        }
        out.emplace_back(number);
    }
    return out;
}

PageRange page_range(std::string_view text) {
    PageRange out;
    const auto folded = text::fold(text);
    const auto numbers = page_numbers(folded);
    if (numbers.empty()) {
        return out;
    }
    for (const char c : folded) {
        if (text::is_ascii_digit(c)) {
            break;
        }
        if (text::is_ascii_letter(c)) {
            out.prefix += c;
        }
    }
    if (out.prefix == "p" || out.prefix == "pp" || out.prefix == "page" || out.prefix == "pages" ||
        out.prefix == "article" || out.prefix == "art" || out.prefix == "no") {
        out.prefix.clear();
    }
    out.first = numbers.front();
    const auto dash = folded.find('-');
    if (numbers.size() < 2 || dash == std::string::npos) {
        return out;
    }
    auto last = numbers[1];
    if (last.size() < out.first.size()) {
        last = out.first.substr(0, out.first.size() - last.size()) + last;
    }
    out.last = last;
    return out;
}

}  // namespace whereof::verify
