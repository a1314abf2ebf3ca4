// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"

#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// Reads an unsigned number at the front of `text` and takes it off, with one divider behind it; 0 when there
/// is none.
int take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0) {
        return 0;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty() && (text.front() == '-' || text.front() == '/')) {
        text.remove_prefix(1);
    }
    return number;
}

bib::Date checked(int year, int month, int day) {
    bib::Date date;
    if (year < 1 || year > 9999) {
        return date;
    }
    date.year = year;
    date.month = month >= 1 && month <= 12 ? month : 0;
    date.day = date.month != 0 && day >= 1 && day <= 31 ? day : 0;
    return date;
}

}  // namespace

std::optional<JsonElement> member(const JsonElement& object, std::string_view key) {
    JsonElement value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) {
        return std::nullopt;
    }
    return value;
}

std::string text_of(const JsonElement& value) {
    std::string_view text;
    std::int64_t number = 0;
    simdjson::dom::array array;
    if (value.get_string().get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    if (value.get_int64().get(number) == simdjson::SUCCESS) {
        return std::to_string(number);
    }
    if (value.get_array().get(array) == simdjson::SUCCESS) {
        for (const JsonElement first : array) {
            return first.is_array() ? std::string() : text_of(first);
        }
    }
    return {};
}

std::string text_at(const JsonElement& object, std::string_view key) {
    const auto value = member(object, key);
    return value ? text_of(*value) : std::string();
}

std::int64_t number_at(const JsonElement& object, std::string_view key) {
    const auto value = member(object, key);
    std::int64_t number = 0;
    if (!value || value->get_int64().get(number) != simdjson::SUCCESS) {
        return 0;
    }
    return number;
}

bib::Date date_of_text(std::string_view text) {
    const std::string_view whole = text::trim(text);
    std::string_view rest = whole;
    const int year = take_number(rest);
    const int month = take_number(rest);
    const int day = take_number(rest);
    bib::Date date = checked(year, month, day);
    constexpr std::size_t kYearDigits = 4;
    if (date.year == 0 || whole.size() < kYearDigits ||
        !std::all_of(whole.begin(), whole.begin() + kYearDigits, text::is_ascii_digit)) {
        date = bib::Date();
        date.literal = whole;
    }
    return date;
}

bib::Date date_of(const std::optional<JsonElement>& value) {
    if (!value) {
        return {};
    }
    if (!value->is_object()) {
        return date_of_text(text_of(*value));
    }
    const auto parts = member(*value, "date-parts");
    simdjson::dom::array ranges;
    simdjson::dom::array numbers;
    if (parts && parts->get_array().get(ranges) == simdjson::SUCCESS && ranges.size() > 0 &&
        ranges.at(0).get_array().get(numbers) == simdjson::SUCCESS) {
        std::array<int, 3> date{};
        std::size_t at = 0;
        for (const JsonElement number : numbers) {
            if (at < date.size()) {
                const std::string text = text_of(number);
                std::string_view rest = text;
                date[at++] = take_number(rest);
            }
        }
        return checked(date[0], date[1], date[2]);
    }
    for (const std::string_view key : {"raw", "literal", "date-time"}) {
        const std::string text = text_at(*value, key);
        if (!text.empty()) {
            return date_of_text(text);
        }
    }
    return {};
}

std::string iso_date(const bib::Date& date) {
    if (date.year == 0) {
        return {};
    }
    if (date.month == 0) {
        return fmt::format("{:04}", date.year);
    }
    return date.day == 0 ? fmt::format("{:04}-{:02}", date.year, date.month)
                         : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace whereof::authority
