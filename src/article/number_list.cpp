// SPDX-License-Identifier: MIT
#include "article/number_list.hpp"

#include "article/mark_guards.hpp"
#include "text/utf8.hpp"

#include <string>

namespace whereof::article {
namespace {

using text::next_code_point;

constexpr std::size_t kMostDigits = 5;

struct NumberReader {
    std::string_view text;
    std::size_t at = 0;

    void skip_blanks() {
        while (at < text.size()) {
            std::size_t next = at;
            if (!text::is_space(next_code_point(text, next))) {
                return;
            }
            at = next;
        }
    }

    bool skip_word(std::string_view word) {
        if (text::ascii_lower(text.substr(at, word.size())) != word) {
            return false;
        }
        at += word.size();
        return true;
    }

    /// "see", "e.g.,", "refs." before the first number.
    void skip_prefix() {
        for (const std::string_view word :
             {"see also", "see", "e.g.,", "e.g.", "eg,", "cf.", "reviewed in", "for review", "also",
              "references", "refs.", "refs", "reference", "ref.", "ref", "nos.", "no."}) {
            skip_blanks();
            if (skip_word(word)) {
                skip_blanks();
            }
        }
        at += at < text.size() && (text[at] == ',' || text[at] == ':') ? 1U : 0U;
        skip_blanks();
    }

    bool skip_dash() {
        const std::size_t begin = at;
        skip_blanks();
        std::size_t next = at;
        const char32_t c = at < text.size() ? next_code_point(text, next) : U'\0';
        if (!text::is_dash(c) && c != U'⁻' && c != U'~') {
            at = begin;
            return false;
        }
        at = next;
        skip_blanks();
        return true;
    }

    bool skip_separator() {
        const std::size_t begin = at;
        skip_blanks();
        bool found = false;
        std::size_t next = at;
        for (char32_t c = at < text.size() ? next_code_point(text, next) : U'\0';
             c == U',' || c == U';' || c == U'，' || c == U'、' || c == U'&' || c == U'·';
             c = at < text.size() ? next_code_point(text, next) : U'\0') {
            at = next;
            found = true;
            skip_blanks();
            next = at;
        }
        for (const std::string_view word : {"and ", "und ", "et ", "e ", "y "}) {
            if (skip_word(word)) {
                found = true;
                break;
            }
        }
        skip_blanks();
        at = found ? at : begin;
        return found;
    }

    /// ", p. 5" or ": pp. 5-9" up to the next ';'; nothing where no other number follows one.
    void skip_locator() {
        const std::string_view rest = text.substr(at);
        const std::size_t word = rest.find_first_not_of(" ,:");
        const std::size_t next = rest.find(';');
        if (word != std::string_view::npos && next != std::string_view::npos &&
            (rest.substr(word).starts_with("p.") || rest.substr(word).starts_with("pp.") ||
             rest.substr(word).starts_with("S. "))) {
            at += next;
        }
    }

    /// 0 when no number stands here, or one too long to be a label.
    std::uint32_t number() {
        std::uint32_t value = 0;
        std::size_t digits = 0;
        while (at < text.size()) {
            std::size_t next = at;
            const int digit = digit_value(next_code_point(text, next));
            if (digit < 0) {
                break;
            }
            if (digits == 1 && value == 0) {
                return 0;  // "07" numbers something else
            }
            value = digits < kMostDigits ? value * 10 + static_cast<std::uint32_t>(digit) : 0;
            ++digits;
            at = next;
        }
        return digits > kMostDigits ? 0 : value;
    }
};

/// "118-20" is 118 to 120, as page ranges are; "5-3" is none.
std::uint32_t complete_range(std::uint32_t first, std::uint32_t last) {
    std::uint32_t unit = 10;
    while (unit <= last) {
        unit *= 10;
    }
    return last < first && unit <= first ? first - first % unit + last : last;
}

/// What may stand behind the numbers in one pair of brackets: "; this study", ", p. 5".
bool is_known_tail(std::string_view tail) {
    tail = text::trim(tail);
    while (!tail.empty() && (tail.front() == ',' || tail.front() == ';' || tail.front() == '.')) {
        tail = text::trim(tail.substr(1));
    }
    const std::string lower = text::ascii_lower(tail);
    if (lower.empty()) {
        return true;
    }
    for (const std::string_view word :
         {"this study", "present study", "p. ", "pp. ", "p.", "pp.", "and references", "among others",
          "for review", "for a review", "unpublished", "s. ", "table ", "fig", "chapter ", "ch. "}) {
        if (lower.starts_with(word)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool append_range(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& numbers) {
    last = complete_range(first, last);
    if (last < first || last - first >= kMostNumbers) {
        return false;
    }
    for (std::uint32_t i = 0; i <= last - first; ++i) {
        numbers.push_back(first + i);
    }
    return numbers.size() <= kMostNumbers;
}

bool is_only_a_dash(std::string_view text) {
    constexpr std::size_t kLongest = 8;  // with blanks
    NumberReader reader{text};
    return text.size() <= kLongest && reader.skip_dash() && reader.at == text.size();
}

bool read_number_list(std::string_view text, std::vector<std::uint32_t>& numbers) {
    numbers.clear();
    NumberReader reader{text};
    reader.skip_prefix();
    for (;;) {
        const std::uint32_t first = reader.number();
        if (first == 0) {
            return false;
        }
        std::uint32_t last = first;
        if (reader.skip_dash()) {
            last = reader.number();
            if (last == 0) {
                return false;
            }
        }
        if (!append_range(first, last, numbers)) {
            return false;
        }
        reader.skip_locator();
        const std::size_t end = reader.at;
        if (!reader.skip_separator()) {
            return is_known_tail(text.substr(end));
        }
        if (reader.at < text.size()) {
            std::size_t next = reader.at;
            if (digit_value(next_code_point(text, next)) < 0) {
                return is_known_tail(text.substr(end));
            }
        } else {
            return true;
        }
    }
}

}  // namespace whereof::article
