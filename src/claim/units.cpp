// SPDX-License-Identifier: MIT
#include "claim/units.hpp"

#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::array<std::string_view, 10> kKindNames{
    "amount", "percentage", "part", "multiple", "money", "studies", "people", "count", "estimate", "p_value"};

const text::WordList& units() {
    static const text::WordList list("corpus/words/units.tsv");
    return list;
}

std::optional<QuantityKind> kind_of_name(std::string_view name) {
    const auto* const found = std::ranges::find(kKindNames, name);
    return found == kKindNames.end() ? std::nullopt
                                     : std::optional(static_cast<QuantityKind>(found - kKindNames.begin()));
}

std::optional<FoundUnit> unit_named(std::string_view word, std::size_t end) {
    std::string_view row = units().class_of(word);
    if (row.empty() && word.size() > 2) {  // "Weeks"; of short ones the case counts
        row = units().class_of(text::ascii_lower(word));
    }
    const std::size_t blank = row.find(' ');
    const auto kind = kind_of_name(row.substr(0, blank));
    return kind ? std::optional(FoundUnit{*kind, std::string(row.substr(blank + 1)), end}) : std::nullopt;
}

/// The unit that begins at `at`, without what it is divided by.
std::optional<FoundUnit> plain_unit_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return std::nullopt;
    }
    const std::size_t end = past_word(text, at);
    if (!letter_at(text, at)) {  // "%", "°C"
        const std::size_t longer = letter_at(text, end) ? past_word(text, end) : end;
        auto unit = unit_named(text.substr(at, longer - at), longer);
        return unit ? unit : unit_named(text.substr(at, end - at), end);
    }
    constexpr std::size_t kLongestUnit = 30;  // bytes
    if (end - at > kLongestUnit) {
        return std::nullopt;
    }
    if (const std::size_t next = past_blanks(text, end); next > end && letter_at(text, next)) {  // "per cent"
        const std::size_t longer = past_word(text, next);
        std::string both(text.substr(at, end - at));
        both += " ";
        both += text.substr(next, std::min(longer - next, kLongestUnit));
        if (auto unit = unit_named(both, longer)) {
            return unit;
        }
    }
    if (end < text.size() && text[end] == '-' && letter_at(text, end + 1)) {  // "meta-analyses"
        const std::size_t longer = past_word(text, end + 1);
        if (auto unit = unit_named(text.substr(at, longer - at), longer)) {
            return unit;
        }
    }
    return unit_named(text.substr(at, end - at), end);
}

/// "/kg/day", "per week" behind a unit.
void read_divisors(std::string_view text, FoundUnit& unit) {
    constexpr std::size_t kMostDivisors = 2;
    for (std::size_t n = 0; n < kMostDivisors; ++n) {
        std::size_t over = unit.end;
        if (over < text.size() && text[over] == '/') {
            ++over;
        } else if (const std::size_t per = past_blanks(text, over); text.substr(per).starts_with("per ")) {
            over = per + 4;
        } else {
            return;
        }
        auto below = plain_unit_at(text, over);
        if (!below && past_word(text, over) == over + 2 && over + 1 < text.size() && text[over + 1] == '2') {
            below = unit_named(text.substr(over, 1), over + 1);  // "m2"
        }
        if (!below || below->kind != QuantityKind::amount) {
            return;
        }
        unit.name += "/" + below->name;
        unit.end = below->end;
        for (const std::string_view square : {"2", "²"}) {
            if (text.substr(unit.end).starts_with(square)) {
                unit.name += "2";
                unit.end += square.size();
            }
        }
    }
}

/// "trial", "patient": no plural. "people", "women", "mice" are plurals without an s.
bool is_singular(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kPlurals{"people",   "women", "men",  "children",
                                                              "newborns", "mice",  "feet", "teeth"};
    const std::string lower = text::ascii_lower(word);
    return !lower.ends_with('s') && std::ranges::find(kPlurals, lower) == kPlurals.end();
}

/// Words that stand not between a number and what it counts.
bool divides(std::string_view word) {
    static constexpr std::array<std::string_view, 34> kWords{
        "of",   "in",  "and",   "or",  "to",    "the", "a",     "an",   "with",  "for",  "by", "from",
        "at",   "on",  "than",  "was", "were",  "is",  "are",   "had",  "have",  "that", "as", "when",
        "then", "who", "which", "but", "among", "per", "while", "this", "these", "those"};
    return std::ranges::find(kWords, text::ascii_lower(word)) != kWords.end();
}

}  // namespace

std::string_view name(QuantityKind kind) noexcept { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<FoundUnit> unit_behind(std::string_view text, std::size_t end) {
    std::size_t at = past_blanks(text, end);
    if (at == end && at < text.size()) {
        std::size_t past = at;
        if (text::is_dash(text::next_code_point(text, past)) && letter_at(text, past)) {
            at = past;
        }
    }
    auto unit = plain_unit_at(text, at);
    if (!unit || (at == end && unit->name == "second" && unit->end == at + 1)) {  // "1990s" has none
        return std::nullopt;
    }
    if (unit->kind == QuantityKind::amount) {
        read_divisors(text, *unit);
    }
    return unit;
}

std::optional<FoundUnit> counted_behind(std::string_view text, std::size_t end, double count) {
    constexpr std::size_t kMostBetween = 4;  // words
    std::size_t at = end;
    for (std::size_t words = 0; words < kMostBetween; ++words) {
        std::size_t begin = past_blanks(text, at);
        if (begin == at && words > 0 && begin < text.size() && text[begin] == '-') {
            ++begin;  // "placebo-controlled"
        }
        if (begin == at || !letter_at(text, begin)) {
            return std::nullopt;
        }
        const auto unit = plain_unit_at(text, begin);
        const bool counts = unit && unit->kind >= QuantityKind::studies;
        if (counts && (count == 1.0) == is_singular(text.substr(begin, unit->end - begin))) {
            return unit;
        }
        const std::size_t past = past_word(text, begin);
        if (divides(text.substr(begin, past - begin))) {
            return std::nullopt;
        }
        at = past;
    }
    return std::nullopt;
}

std::optional<FoundUnit> frequency_behind(std::string_view text, std::size_t end) {
    const std::size_t at = past_blanks(text, end);
    const std::size_t past = past_word(text, at);
    const std::string word = text::ascii_lower(text.substr(at, std::min<std::size_t>(past - at, 10)));
    for (const auto& [name, unit] : {std::pair(std::string_view("daily"), "time/day"),
                                     {"weekly", "time/week"},
                                     {"monthly", "time/month"},
                                     {"yearly", "time/year"},
                                     {"annually", "time/year"}}) {
        if (word == name) {
            return FoundUnit{QuantityKind::count, unit, past};
        }
    }
    if (word != "a" && word != "per" && word != "each" && word != "every") {
        return std::nullopt;
    }
    const auto below = plain_unit_at(text, past_blanks(text, past));
    if (below && below->kind == QuantityKind::amount) {
        return FoundUnit{QuantityKind::count, "time/" + below->name, below->end};
    }
    return word == "a" ? std::nullopt : std::optional(FoundUnit{QuantityKind::count, "time", end});
}

std::size_t past_word(std::string_view text, std::size_t at) {
    std::size_t end = at;
    bool word = true;
    while (word && end < text.size()) {
        std::size_t past = end;
        const char32_t c = text::next_code_point(text, past);
        word = text::is_letter(c) || text::is_digit(c);
        if (!word && end == at) {
            return past;
        }
        end = word ? past : end;
    }
    return end;
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = at;
        if (!text::is_space(text::next_code_point(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

bool letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && text::is_letter(text::next_code_point(text, at));
}

}  // namespace whereof::claim
