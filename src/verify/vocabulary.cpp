// SPDX-License-Identifier: MIT
#include "verify/vocabulary.hpp"

#include "bib/lexicon.hpp"
#include "bib/tokens.hpp"
#include "text/spelling.hpp"
#include "text/stem.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace whereof::verify {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Prefixes that turn a word into another one, and what the word must begin with to be meant ("abduction",
/// not "abherence"). An empty prefix asks that the bare word be known.
struct Turn {
    std::string_view one;
    std::string_view other;
    std::string_view before = "";
};
constexpr std::array<Turn, 33> kTurns{{
    {"hypo", "hyper"}, {"intra", "inter"},   {"intra", "extra"}, {"intra", "infra"},   {"infra", "supra"},
    {"pre", "pro"},    {"pre", "peri"},      {"pre", "post"},    {"peri", "para"},     {"peri", "post"},
    {"ante", "anti"},  {"micro", "macro"},   {"endo", "exo"},    {"endo", "ecto"},     {"under", "over"},
    {"ortho", "para"}, {"mono", "poly"},     {"uni", "bi"},      {"homo", "hetero"},   {"iso", "aniso"},
    {"meta", "para"},  {"ab", "ad", "duct"}, {"af", "ef", "fe"}, {"im", "ex", "port"}, {"in", "de", "crea"},
    {"", "a"},         {"", "an"},           {"", "in"},         {"", "im"},           {"", "ir"},
    {"", "il"},        {"", "un"},           {"", "de"},
}};

bool turns(std::string_view a, std::string_view b, const Turn& turn) {
    if (!a.starts_with(turn.one) || !b.starts_with(turn.other)) {
        return false;
    }
    const auto rest = a.substr(turn.one.size());
    return rest.size() >= 4 && rest == b.substr(turn.other.size()) && rest.starts_with(turn.before) &&
           (!turn.one.empty() || is_known_word(rest));
}

/// Two neighbouring letters exchanged, and nothing else.
bool is_swap(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) {
        return false;
    }
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.substr(at + 2) == b.substr(at + 2);
}

/// A letter doubled or not ("depresion"), which is a slip also where another language spells it so.
std::string without_doubles(std::string_view word) {
    std::string out(word);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Pairs of letters of which one word has two spellings that us_uk.tsv does not bring together.
constexpr std::array<Pair, 6> kSpelledBothWays{{
    {"disc", "disk"},
    {"ician", "itian"},
    {"entative", "entive"},
    {"entated", "ented"},
    {"enquir", "inquir"},
    {"man", "men"},  // "woman", "women"
}};

bool is_spelled_both_ways(std::string_view a, std::string_view b) {
    return std::ranges::any_of(kSpelledBothWays, [&](const Pair& pair) {
        const auto at = a.find(pair.first);
        return at != std::string_view::npos && b.substr(0, at) == a.substr(0, at) &&
               b.substr(at).starts_with(pair.second) &&
               b.substr(at + pair.second.size()) == a.substr(at + pair.first.size());
    });
}

/// "stroke" and "strokes", "analysis" and "analyses", "laparoscopy" and "laparoscopic": one word bent, which
/// is no other one.
bool is_inflection(const std::string& a, const std::string& b) {
    constexpr std::size_t kHead = 5;
    constexpr std::size_t kEnding = 2;
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return (head >= kHead && a.size() - head <= kEnding && b.size() - head <= kEnding) ||
           text::stem(a) == text::stem(b);
}

}  // namespace

bool is_known_word(std::string_view folded_word) {
    const auto is_met = [](std::string_view word) {
        const auto marks = bib::Lexicon::embedded().marks(bib::word_hash(word));
        return bib::Lexicon::mark(marks, bib::Role::title) != 0;
    };
    // An adjective of a known noun is one as well: "nephropathic" of "nephropathy".
    return is_met(folded_word) || (folded_word.size() > 6 && folded_word.ends_with("ic") &&
                                   is_met(std::string(folded_word.substr(0, folded_word.size() - 2)) + "y"));
}

bool are_other_words(std::string_view a, std::string_view b) {
    if (std::ranges::any_of(kTurns,
                            [&](const Turn& turn) { return turns(a, b, turn) || turns(b, a, turn); })) {
        return true;
    }
    return !is_swap(a, b) && without_doubles(a) != without_doubles(b) && is_known_word(a) &&
           is_known_word(b) && !is_spelled_both_ways(a, b) && !is_spelled_both_ways(b, a) &&
           !is_inflection(std::string(a), std::string(b)) &&
           !is_inflection(text::american_spelling(a), text::american_spelling(b));
}

}  // namespace whereof::verify
