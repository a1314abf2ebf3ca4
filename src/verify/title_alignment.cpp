// SPDX-License-Identifier: MIT
#include "verify/title_alignment.hpp"

#include "text/utf8.hpp"
#include "verify/vocabulary.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

/// A slip in a word, or in a small word ("fo", "te", "o" for "of", "the").
bool is_slip_for(std::string_view a, std::string_view b) {
    if (is_typo_of(a, b)) {
        return true;
    }
    return a.size() <= 4 && b.size() <= 4 && a.size() + b.size() >= 3 && is_stop_word(a) != is_stop_word(b) &&
           typing_distance(a, b, 1) <= 1;
}

/// "and" stands for '&', which every language reads in its own word.
bool is_and(std::string_view word) {
    constexpr std::array<std::string_view, 9> kAnd{"and", "e", "en", "et", "i", "och", "og", "und", "y"};
    return std::ranges::find(kAnd, word) != kAnd.end();
}

/// What two words are to each other, as what they add to the best alignment.
enum Pair : int { kNone = 0, kSymbol = 2, kTypo = 3, kSame = 4 };

Pair pair_of(const std::string& a, const std::string& b, const std::string& spelled_a,
             const std::string& spelled_b) {
    if (spelled_a == spelled_b || ((a == "and" || b == "and") && is_and(a) && is_and(b))) {
        return kSame;
    }
    if (is_slip_for(a, b)) {
        return kTypo;
    }
    return stands_for_greek(a, b) || stands_for_greek(b, a) ? kSymbol : kNone;
}

/// Letters that make no word: a slip, unlike a symbol or an abbreviation.
bool is_strange(const std::string& word) {
    return word.size() >= 3 && std::ranges::all_of(word, text::is_ascii_letter) && !is_known_word(word);
}

/// Words that have no partner, counted when all are known: of one side's Greek letters the other may have
/// lost all, but not have others in their place.
void count_alone(const std::vector<const std::string*>& alone_a,
                 const std::vector<const std::string*>& alone_b, bool greek_a, bool greek_b, Alignment& out) {
    const auto has_greek = [](const std::vector<const std::string*>& alone) {
        return std::ranges::any_of(alone, [](const std::string* word) { return is_greek_name(*word); });
    };
    const bool lost_by_b = greek_a && !has_greek(alone_b);
    const bool lost_by_a = greek_b && !has_greek(alone_a);
    const auto count = [&](const std::vector<const std::string*>& alone, bool lost) {
        for (const auto* word : alone) {
            if (lost && is_greek_name(*word)) {
                ++out.symbols;
            } else if (is_stop_word(*word)) {
                ++out.small;
            } else {
                ++out.changed;
                out.numbers_differ = out.numbers_differ || has_digit(*word);
                out.strange = out.strange || is_strange(*word);
            }
        }
    };
    count(alone_a, lost_by_b);
    count(alone_b, lost_by_a);
}

}  // namespace

std::vector<std::string> spelled(const std::vector<std::string>& folded_words) {
    std::vector<std::string> out;
    out.reserve(folded_words.size());
    for (const auto& word : folded_words) {
        out.push_back(spelling_form(word));
    }
    return out;
}

Alignment align(const SymbolWords& title_a, const SymbolWords& title_b) {
    const auto& a = title_a.words;
    const auto& b = title_b.words;
    const auto spelled_a = spelled(a);
    const auto spelled_b = spelled(b);
    // Longest common subsequence over words, where a typo counts a little less than the same word.
    const auto width = b.size() + 1;
    std::vector<int> best((a.size() + 1) * width, 0);
    std::vector<Pair> pairs(a.size() * b.size() + 1, kNone);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto pair = pair_of(a[i - 1], b[j - 1], spelled_a[i - 1], spelled_b[j - 1]);
            pairs[(i - 1) * b.size() + j - 1] = pair;
            best[i * width + j] = std::max({best[(i - 1) * width + j], best[i * width + j - 1],
                                            pair == kNone ? 0 : best[(i - 1) * width + j - 1] + pair});
        }
    }
    Alignment out;
    std::vector<const std::string*> alone_a;
    std::vector<const std::string*> alone_b;
    auto i = a.size();
    auto j = b.size();
    while (i > 0 && j > 0) {
        const auto here = best[i * width + j];
        const auto pair = pairs[(i - 1) * b.size() + j - 1];
        if (pair != kNone && here == best[(i - 1) * width + j - 1] + pair) {
            out.same += pair == kSame && !is_stop_word(a[i - 1]) ? 1U : 0U;
            out.typos += pair == kTypo ? 1U : 0U;
            out.symbols += pair == kSymbol ? 1U : 0U;
            --i, --j;
        } else if (here == best[(i - 1) * width + j]) {
            alone_a.push_back(&a[--i]);
        } else {
            alone_b.push_back(&b[--j]);
        }
    }
    while (i > 0) {
        alone_a.push_back(&a[--i]);
    }
    while (j > 0) {
        alone_b.push_back(&b[--j]);
    }
    count_alone(alone_a, alone_b, title_a.greek, title_b.greek, out);
    return out;
}

}  // namespace whereof::verify
