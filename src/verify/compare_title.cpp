// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/compare.hpp"
#include "verify/symbols.hpp"
#include "verify/vocabulary.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

constexpr std::array<std::string_view, 6> kStatusPrefixes{"retracted article", "retracted",  "withdrawn",
                                                          "retraction",        "reprint of", "republished"};

/// Title without what an authority or a style puts round it: "[…]" of a translation, a language or
/// "(author's transl)" behind it, "RETRACTED: " before it.
std::string_view bare_title(std::string_view title) {
    title = text::trim(title);
    const auto folded_head = text::ascii_lower(title.substr(0, 24));
    for (const auto prefix : kStatusPrefixes) {
        const auto colon = title.find(':');
        if (folded_head.starts_with(prefix) && colon != std::string_view::npos &&
            colon <= prefix.size() + 1) {
            title = text::trim(title.substr(colon + 1));
            break;
        }
    }
    for (const auto& [open, close] : {std::pair{'[', ']'}, std::pair{'(', ')'}}) {
        const auto last = title.find_last_not_of(" .");
        if (last == std::string_view::npos || title[last] != close) {
            continue;
        }
        const auto begin = title.rfind(open, last);
        if (begin == std::string_view::npos) {
            continue;
        }
        if (begin == 0) {
            title = title.substr(1, last - 1);
        } else if (const auto inside = title.substr(begin + 1, last - begin - 1);
                   (open == '[' && inside.size() <= 16) || inside.find("transl") != std::string_view::npos) {
            title = text::trim(title.substr(0, begin));
        }
    }
    return title;
}

/// '&' is a word, "and" for all languages, and an ß that no small letter precedes is a β mistyped.
std::string with_signs_spelled(std::string text) {
    constexpr std::string_view kSharpS = "\u00DF";
    if (text::fold_key(text).empty()) {
        return text;
    }
    for (auto at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
        text.replace(at, 1, " and ");
    }
    for (auto at = text.find(kSharpS); at != std::string::npos; at = text.find(kSharpS, at + 1)) {
        const auto before = at == 0 ? ' ' : text[at - 1];
        if (static_cast<unsigned char>(before) < 0x80 && !text::is_ascii_lower(before)) {
            text.replace(at, kSharpS.size(), "\u03B2");
        }
    }
    return text;
}

/// Where a title may be cut: after how many words a colon, dash, question mark, full stop or semicolon
/// stands.
std::vector<std::size_t> cuts_of(std::string_view title) {
    std::vector<std::size_t> cuts;
    for (std::size_t at = 0; at < title.size(); ++at) {
        const char c = title[at];
        const bool mark = c == ':' || c == '?' || c == '.' || c == ';' || c == '!' || c == '(' ||
                          title.substr(at).starts_with(" - ") || title.substr(at).starts_with(" \u2013 ") ||
                          title.substr(at).starts_with("\u2014") || title.substr(at).starts_with(" \u2010 ");
        if (mark) {
            const auto words = title_words(title.substr(0, at)).size();
            if (words > 0 && (cuts.empty() || cuts.back() != words)) {
                cuts.push_back(words);
            }
        }
        if (cuts.size() > 8) {
            break;
        }
    }
    return cuts;
}

bool weighty(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    return end - begin >= 2 && joined(words, begin, end).size() >= 10;
}

/// Is one title the other without its subtitle or without the name of its series?
bool is_part_of(const std::vector<std::string>& part, const std::vector<std::string>& whole,
                std::string_view whole_title) {
    if (part.size() >= whole.size() || !weighty(part, 0, part.size())) {
        return false;
    }
    const auto key = joined(part);
    const auto whole_key = joined(whole);
    if (!whole_key.starts_with(key) && !whole_key.ends_with(key)) {
        return false;
    }
    return std::ranges::any_of(cuts_of(whole_title), [&](std::size_t cut) {
        if (cut >= whole.size()) {
            return false;
        }
        return joined(whole, 0, cut) == key || joined(whole, cut, whole.size()) == key;
    });
}

/// Does `whole` have all words of `piece` in a row? Records lose what stood beside their source's markup.
bool is_piece_of(const std::vector<std::string>& piece, const std::vector<std::string>& whole) {
    const auto content =
        std::ranges::count_if(piece, [](const std::string& word) { return !is_stop_word(word); });
    return content >= 2 && piece.size() < whole.size() &&
           std::search(whole.begin(), whole.end(), piece.begin(), piece.end()) != whole.end();
}

/// How two titles' words lie against each other.
struct Alignment {
    std::size_t same = 0;     ///< content words in both, in order
    std::size_t typos = 0;    ///< words that are slips for each other
    std::size_t symbols = 0;  ///< Greek letters that have become Latin ones or got lost
    std::size_t changed = 0;  ///< content words on either side that have no partner
    std::size_t small = 0;    ///< stop words without partner
    bool numbers_differ = false;
    bool strange = false;  ///< is one of the changed words no word that others use?
};

std::vector<std::string> spelled(const std::vector<std::string>& words) {
    std::vector<std::string> out;
    out.reserve(words.size());
    for (const auto& word : words) {
        out.push_back(spelling_form(word));
    }
    return out;
}

/// A slip in a word, or in a small word that lost or gained a letter ("o" for "of").
bool is_slip_for(std::string_view a, std::string_view b) {
    if (is_typo_of(a, b)) {
        return true;
    }
    return is_stop_word(a) != is_stop_word(b) && a.size() <= 4 && b.size() <= 4 && a.size() != b.size() &&
           (a.starts_with(b) || b.starts_with(a) || a.ends_with(b) || b.ends_with(a));
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

constexpr std::size_t kLongestTitle = 120;  ///< words; longer "titles" are parsing accidents

/// A title as the comparison sees it.
struct Title {
    std::string_view text;  ///< without markup and marks of style
    SymbolWords words;
};

Title title_of(std::string_view bare) {
    Title out{bare, {text::fold_words(bare), false}};
    out.words.words.resize(std::min(out.words.words.size(), kLongestTitle));
    return out;
}

void agree(FieldMatch& out, std::string_view note) {
    out.agreement = Agreement::variant;
    out.closeness = 1.0;
    out.note = note;
}

void compare_words(const Title& cited, const Title& found, FieldMatch& out) {
    const auto a = spelled(cited.words.words);
    const auto b = spelled(found.words.words);
    const auto a_key = joined(a);
    const auto b_key = joined(b);
    if (a_key == b_key) {
        const bool plain = text::fold_key(cited.text) == text::fold_key(found.text);
        agree(out, plain ? "" : "the same words in another spelling");
        out.agreement = plain ? Agreement::same : Agreement::variant;
        return;
    }
    if (is_part_of(a, b, found.text)) {
        return agree(out, "without its subtitle or series");
    }
    if (is_part_of(b, a, cited.text)) {
        return agree(out, "the record has no subtitle");
    }
    const auto lay = align(cited.words, found.words);
    const auto content = lay.same + lay.typos + lay.changed;
    const bool slips_only = lay.changed == 0 && lay.typos <= 1 + lay.same / 8 && lay.small <= 1;
    if (slips_only && lay.same + lay.typos > 0) {
        return agree(out, lay.typos > 0     ? "a slip in spelling"
                          : lay.symbols > 0 ? "a symbol written otherwise or lost"
                                            : "a small word left out or added");
    }
    // Words run together or divided: the letters are the same but for one or two.
    const bool divided = a.size() != b.size() || lay.strange;
    if (divided && !has_digit(a_key) && !has_digit(b_key) && a_key.size() >= 20 && lay.typos <= 2 &&
        typing_distance(a_key, b_key, 1) <= 1) {
        return agree(out, "a slip in spelling");
    }
    out.agreement = Agreement::different;
    out.closeness =
        content == 0 ? 0.0 : 1.0 - static_cast<double>(lay.changed) / static_cast<double>(content);
    if (is_piece_of(b, a)) {
        out.note = kCutTitle;
        out.closeness = std::max(out.closeness, 0.7);
    } else if (lay.numbers_differ) {
        out.note = "a number differs";
        out.closeness = std::min(out.closeness, 0.5);
    }
}

/// Compares once more with symbols and numbers written out alike; what then agrees does.
void compare_symbols(Title cited, Title found, FieldMatch& out) {
    cited.words = spell_symbols(cited.words.words);
    found.words = spell_symbols(found.words.words);
    write_out_greek(found.words, cited.words.words);
    write_out_greek(cited.words, found.words.words);
    FieldMatch again = out;
    compare_words(cited, found, again);
    if (again.agreement != Agreement::different) {
        out = std::move(again);
        out.agreement = Agreement::variant;
        out.note = out.note.empty() ? "a symbol or number written otherwise" : out.note;
    }
}

}  // namespace

FieldMatch compare_title(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::title, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    const auto cited_clean = with_signs_spelled(without_markup(cited));
    const auto found_clean = with_signs_spelled(without_markup(found));
    const auto a = title_of(bare_title(cited_clean));
    const auto b = title_of(bare_title(found_clean));
    if (a.words.words.empty() || b.words.words.empty()) {
        return out;
    }
    compare_words(a, b, out);
    if (out.agreement == Agreement::different && out.closeness > 0.0) {
        compare_symbols(a, b, out);
    }
    return out;
}

}  // namespace whereof::verify
