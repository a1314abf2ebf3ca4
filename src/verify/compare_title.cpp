// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/compare.hpp"
#include "verify/cut_title.hpp"
#include "verify/title_alignment.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

constexpr std::array<std::string_view, 6> kStatusPrefixes{"retracted article", "retracted",  "withdrawn",
                                                          "retraction",        "reprint of", "republished"};

/// The bracket that the one at `last` closes.
std::size_t opening_of(std::string_view text, std::size_t last, char open, char close) {
    std::size_t depth = 0;
    for (auto at = last + 1; at > 0; --at) {
        depth += text[at - 1] == close ? 1U : 0U;
        if (text[at - 1] == open && --depth == 0) {
            return at - 1;
        }
    }
    return std::string_view::npos;
}

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
        const auto begin = opening_of(title, last, open, close);
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
    const bool has_sign = text.find('&') != std::string::npos || text.find(kSharpS) != std::string::npos;
    if (!has_sign || text::fold_key(text).empty()) {
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
    if (is_piece_of(b, a) && looks_cut(found.text, cited.text)) {
        out.note = kCutTitle;
        out.closeness = std::max(out.closeness, 0.7);
    } else if (lay.numbers_differ) {
        out.note = "a number differs";
        out.closeness = std::min(out.closeness, 0.5);
    }
}

/// Compares once more with symbols and numbers written out alike; what then agrees does.
void compare_symbols(const Title& plain_cited, const Title& plain_found, FieldMatch& out) {
    Title cited{plain_cited.text, spell_symbols(plain_cited.words.words)};
    Title found{plain_found.text, spell_symbols(plain_found.words.words)};
    write_out_greek(found.words, cited.words.words);
    write_out_greek(cited.words, found.words.words);
    if (cited.words.words == plain_cited.words.words && found.words.words == plain_found.words.words &&
        !cited.words.greek && !found.words.greek) {
        return;  // there are none
    }
    FieldMatch again = out;
    compare_words(cited, found, again);
    if (!again.differs()) {
        out = std::move(again);
        out.agreement = Agreement::variant;
        out.note = out.note.empty() ? "a symbol or number written otherwise" : out.note;
    }
}

/// The title before "…", "..." or "[…]" at its end; empty when nothing says that it goes on.
std::string_view before_ellipsis(std::string_view title) {
    constexpr std::string_view kSign = "\u2026";
    const auto bare = title.substr(0, title.find_last_not_of(" ])") + 1);
    if (bare.ends_with(kSign)) {
        return bare.substr(0, bare.size() - kSign.size());
    }
    const auto last = bare.find_last_not_of(". ");
    const auto tail = last == std::string_view::npos ? bare : bare.substr(last + 1);
    return std::ranges::count(tail, '.') >= 3 ? bare.substr(0, last + 1) : std::string_view();
}

/// A title that says itself that it is cut is the beginning of the other, be it in the middle of a word.
void compare_beginning(std::string_view cut, std::string_view whole, FieldMatch& out) {
    constexpr std::size_t kLeastContent = 4;
    auto part = title_of(cut);
    auto beginning = title_of(whole);
    auto& words = part.words.words;
    const auto content =
        std::ranges::count_if(words, [](const std::string& word) { return !is_stop_word(word); });
    if (static_cast<std::size_t>(content) < kLeastContent || words.size() > beginning.words.words.size()) {
        return;
    }
    beginning.words.words.resize(words.size());
    if (beginning.words.words.back().starts_with(words.back())) {
        words.back() = beginning.words.words.back();
    }
    FieldMatch again = out;
    compare_words(part, beginning, again);
    if (again.differs() && again.closeness > 0.0) {
        compare_symbols(part, beginning, again);
    }
    if (!again.differs()) {
        agree(out, "cut short with an ellipsis");
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
    if (out.differs() && out.closeness > 0.0) {
        compare_symbols(a, b, out);
    }
    if (out.differs()) {
        if (const auto cut = before_ellipsis(cited_clean); !cut.empty()) {
            compare_beginning(cut, b.text, out);
        } else if (const auto held = before_ellipsis(found_clean); !held.empty()) {
            compare_beginning(held, a.text, out);
        }
    }
    return out;
}

}  // namespace whereof::verify
