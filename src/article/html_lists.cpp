// SPDX-License-Identifier: MIT
#include "article/html_lists.hpp"

#include "text/utf8.hpp"

#include <charconv>
#include <optional>

namespace whereof::article {
namespace {

std::optional<int> read_number(std::string_view text) {
    int number = 0;
    text = text::trim(text);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr int kMost = 1'000'000;
    return error == std::errc{} && number >= -kMost && number <= kMost ? std::optional(number) : std::nullopt;
}

std::string letters(int number, char first) {
    std::string out;
    for (; number > 0; number = (number - 1) / 26) {
        out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
    }
    return out;
}

std::string roman(int number) {
    struct Digit {
        int value;
        std::string_view letters;
    };
    constexpr Digit kDigits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                 {5, "v"},    {4, "iv"},   {1, "i"}};
    std::string out;
    for (const auto& [value, word] : kDigits) {
        for (; number >= value; number -= value) {
            out += word;
        }
    }
    return out;
}

}  // namespace

void HtmlLists::open(bool ordered, const HtmlAttributes& attributes) {
    List list;
    list.ordered = ordered;
    const auto type = attributes.value("type");
    list.type = type.size() == 1 ? type[0] : '1';
    list.next = read_number(attributes.value("start")).value_or(1);
    list.step = attributes.has("reversed") ? -1 : 1;
    lists_.push_back(list);
}

void HtmlLists::close() {
    if (!lists_.empty()) {
        lists_.pop_back();
    }
}

std::string HtmlLists::next_label(std::string_view value) {
    if (!ordered()) {
        return "•";
    }
    List& list = lists_.back();
    const int number = read_number(value).value_or(list.next);
    list.next = number + list.step;
    const bool small = number > 0 && number < 4000;
    switch (list.type) {
        case 'a':
            return small ? letters(number, 'a') : std::to_string(number);
        case 'A':
            return small ? letters(number, 'A') : std::to_string(number);
        case 'i':
            return small ? roman(number) : std::to_string(number);
        case 'I':
            return small ? text::ascii_upper(roman(number)) : std::to_string(number);
        default:
            return std::to_string(number);
    }
}

}  // namespace whereof::article
