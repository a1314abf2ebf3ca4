// SPDX-License-Identifier: MIT
#include "verify/symbols.hpp"

#include "text/utf8.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace whereof::verify {
namespace {

struct Greek {
    std::string_view name;
    std::string_view latin;  ///< letters that texts without Greek ones put in its place
};
constexpr std::array<Greek, 25> kGreek{{
    {"alpha", "a"},    {"beta", "b"}, {"gamma", "gy"}, {"delta", "d"}, {"epsilon", "e"},
    {"zeta", "z"},     {"eta", "eh"}, {"theta", "tq"}, {"iota", "i"},  {"kappa", "k"},
    {"lambda", "l"},   {"mu", "mu"},  {"nu", "nv"},    {"xi", "x"},    {"omicron", "o"},
    {"pi", "p"},       {"rho", "rp"}, {"sigma", "s"},  {"sigma", "s"}, {"tau", "t"},
    {"upsilon", "uy"}, {"phi", "pf"}, {"chi", "cx"},   {"psi", "py"},  {"omega", "ow"},
}};
constexpr char32_t kAlpha = U'\u03B1';
constexpr char32_t kOmega = U'\u03C9';
constexpr std::size_t kLongestSymbol = 3;  ///< Greek letters in a row: more are a word of that language

/// I to XX; the place tells the value.
constexpr std::array<std::string_view, 20> kRoman{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                  "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                  "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
constexpr std::array<std::string_view, 12> kNumbers{"one",   "two",   "three", "four", "five",   "six",
                                                    "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
/// Words beside which a single letter is a number, in the singular.
constexpr std::array<std::string_view, 20> kCounted{
    "part", "phase", "type", "stage",   "grade",  "level", "class", "group", "factor", "chapter",
    "teil", "typ",   "grad", "stadium", "partie", "parte", "fase",  "tipo",  "grado",  "classe"};

bool is_greek(char32_t c) { return c >= kAlpha && c <= kOmega; }

/// Divides a word at its Greek letters; false where it has none or is a word of Greek.
bool divide(std::string_view word, std::vector<std::string>& out) {
    std::vector<std::string> pieces;
    std::size_t run = 0;
    std::size_t letters = 0;
    bool after_greek = true;
    for (std::size_t at = 0; at < word.size();) {
        const auto begin = at;
        const auto c = text::next_code_point(word, at);
        if (is_greek(c)) {
            pieces.emplace_back(kGreek[c - kAlpha].name);
            ++letters;
            ++run;
            after_greek = true;
        } else {
            if (after_greek) {
                pieces.emplace_back();
            }
            pieces.back() += word.substr(begin, at - begin);
            after_greek = false;
            run = 0;
        }
        if (run > kLongestSymbol) {
            return false;
        }
    }
    if (letters == 0) {
        return false;
    }
    out.insert(out.end(), pieces.begin(), pieces.end());
    return true;
}

bool is_counted(std::string_view word) {
    const auto singular = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    return std::ranges::find(kCounted, singular) != kCounted.end() ||
           std::ranges::find(kCounted, word) != kCounted.end();
}

/// The numbers behind "phase" may be several: "phases I and II", "grade III/IV", "types I to V".
bool follows_counted(const std::vector<std::string>& words, std::size_t at) {
    constexpr std::size_t kFarthest = 4;
    for (std::size_t back = 1; back <= std::min(at, kFarthest); ++back) {
        const auto& word = words[at - back];
        if (is_counted(word)) {
            return true;
        }
        const bool between = word == "and" || word == "or" || word == "to" || has_digit(word) ||
                             std::ranges::find(kRoman, word) != kRoman.end();
        if (!between) {
            return false;
        }
    }
    return false;
}

std::string as_number(const std::vector<std::string>& words, std::size_t at) {
    const auto& word = words[at];
    if (const auto number = std::ranges::find(kNumbers, word); number != kNumbers.end()) {
        return std::to_string(number - kNumbers.begin() + 1);
    }
    const auto roman = std::ranges::find(kRoman, word);
    if (roman == kRoman.end() || (word.size() == 1 && !follows_counted(words, at))) {
        return word;
    }
    return std::to_string(roman - kRoman.begin() + 1);
}

}  // namespace

SymbolWords spell_symbols(const std::vector<std::string>& folded_words) {
    SymbolWords out;
    for (std::size_t at = 0; at < folded_words.size(); ++at) {
        if (divide(folded_words[at], out.words)) {
            out.greek = true;
        } else {
            out.words.push_back(as_number(folded_words, at));
        }
    }
    return out;
}

void write_out_greek(const SymbolWords& other, std::vector<std::string>& words) {
    std::map<std::string, std::vector<std::string>, std::less<>> shapes;
    for (std::size_t at = 0; at < other.words.size(); ++at) {
        if (!is_greek_name(other.words[at])) {
            continue;
        }
        const auto name = other.words[at];
        std::vector<std::string> stands{name};
        for (const auto& [known, latin] : kGreek) {
            if (known == name) {
                for (const char letter : latin) {
                    stands.emplace_back(1, letter);
                }
            }
        }
        if (other.greek) {
            stands.emplace_back();
        }
        const auto before = at > 0 ? other.words[at - 1] : std::string();
        const auto behind = at + 1 < other.words.size() ? other.words[at + 1] : std::string();
        for (const auto& stand : stands) {
            for (const auto& [head, tail] : {std::pair{before, std::string()},
                                             std::pair{std::string(), behind}, std::pair{before, behind}}) {
                std::vector<std::string> pieces;
                std::ranges::copy_if(std::vector{head, name, tail}, std::back_inserter(pieces),
                                     [](const std::string& piece) { return !piece.empty(); });
                if (pieces.size() > 1) {
                    shapes.emplace(head + stand + tail, std::move(pieces));
                }
            }
        }
    }
    if (shapes.empty()) {
        return;
    }
    std::vector<std::string> out;
    for (auto& word : words) {
        const auto shape = shapes.find(word);
        const bool own = std::ranges::find(other.words, word) != other.words.end();
        if (shape != shapes.end() && !own) {
            out.insert(out.end(), shape->second.begin(), shape->second.end());
        } else {
            out.push_back(std::move(word));
        }
    }
    words = std::move(out);
}

bool is_greek_name(std::string_view word) {
    return word.size() <= 7 && std::ranges::find(kGreek, word, &Greek::name) != kGreek.end();
}

bool stands_for_greek(std::string_view letter, std::string_view name) {
    return letter.size() == 1 && std::ranges::any_of(kGreek, [&](const Greek& greek) {
               return greek.name == name && greek.latin.find(letter) != std::string_view::npos;
           });
}

}  // namespace whereof::verify
