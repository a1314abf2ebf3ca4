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

/// What a text may have in place of words with Greek letters, and those words.
using Shapes = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What may stand for a Greek letter: its name, Latin letters, and nothing where it may be lost.
std::vector<std::string> stands_of(std::string_view name, bool lost) {
    std::vector<std::string> out{std::string(name)};
    for (const char letter : std::ranges::find(kGreek, name, &Greek::name)->latin) {
        out.emplace_back(1, letter);
    }
    if (lost) {
        out.emplace_back();
    }
    return out;
}

/// Of the Greek letter at `at` with the words beside it.
void add_shapes(const SymbolWords& title, std::size_t at, Shapes& shapes) {
    const auto& name = title.words[at];
    const auto before = at > 0 ? title.words[at - 1] : std::string();
    const auto behind = at + 1 < title.words.size() ? title.words[at + 1] : std::string();
    for (const auto& stand : stands_of(name, title.greek)) {
        for (const auto& [head, tail] : {std::pair{before, std::string()}, std::pair{std::string(), behind},
                                         std::pair{before, behind}}) {
            std::vector<std::string> pieces;
            std::ranges::copy_if(std::vector{head, name, tail}, std::back_inserter(pieces),
                                 [](const std::string& piece) { return !piece.empty(); });
            if (pieces.size() > 1) {
                shapes.emplace(head + stand + tail, std::move(pieces));
            }
        }
    }
}

/// Of a whole word with all its Greek letters replaced in the same way.
void add_shapes_of_word(const SymbolWords& title, const Span& span, Shapes& shapes) {
    std::string latin;
    std::string lost;
    std::string named;
    std::vector<std::string> pieces;
    for (auto at = span.begin; at < span.end; ++at) {
        const auto& word = title.words[at];
        const bool greek = is_greek_name(word);
        latin += greek ? stands_of(word, false)[1] : word;
        lost += greek ? "" : word;
        named += word;
        pieces.push_back(word);
    }
    for (const auto& shape : {latin, lost, named}) {
        if (!shape.empty()) {
            shapes.emplace(shape, pieces);
        }
    }
}

}  // namespace

SymbolWords spell_symbols(const std::vector<std::string>& folded_words) {
    SymbolWords out;
    for (std::size_t at = 0; at < folded_words.size(); ++at) {
        const auto begin = out.words.size();
        if (divide(folded_words[at], out.words)) {
            out.greek = true;
            out.divided.push_back({begin, out.words.size()});
        } else {
            out.words.push_back(as_number(folded_words, at));
        }
    }
    return out;
}

void write_out_greek(const SymbolWords& other, std::vector<std::string>& words) {
    Shapes shapes;
    for (std::size_t at = 0; at < other.words.size(); ++at) {
        if (is_greek_name(other.words[at])) {
            add_shapes(other, at, shapes);
        }
    }
    for (const auto& span : other.divided) {
        add_shapes_of_word(other, span, shapes);
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
