// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/compare.hpp"
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
    std::size_t changed = 0;  ///< content words on either side that have no partner
    std::size_t small = 0;    ///< stop words without partner
    bool numbers_differ = false;
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

Alignment align(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto spelled_a = spelled(a);
    const auto spelled_b = spelled(b);
    // Longest common subsequence over words, where a typo counts a little less than the same word.
    const auto width = b.size() + 1;
    std::vector<int> best((a.size() + 1) * width, 0);
    std::vector<char> typo(a.size() * b.size() + 1, 0);
    constexpr int kSame = 4;
    constexpr int kTypo = 3;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int pair = 0;
            if (spelled_a[i - 1] == spelled_b[j - 1]) {
                pair = kSame;
            } else if (is_slip_for(a[i - 1], b[j - 1])) {
                pair = kTypo;
                typo[(i - 1) * b.size() + j - 1] = 1;
            }
            best[i * width + j] = std::max({best[(i - 1) * width + j], best[i * width + j - 1],
                                            pair == 0 ? 0 : best[(i - 1) * width + j - 1] + pair});
        }
    }
    Alignment out;
    const auto alone = [&](const std::string& word) {
        if (is_stop_word(word)) {
            ++out.small;
        } else {
            ++out.changed;
            out.numbers_differ = out.numbers_differ || has_digit(word);
        }
    };
    auto i = a.size();
    auto j = b.size();
    while (i > 0 && j > 0) {
        const auto here = best[i * width + j];
        const bool is_typo = typo[(i - 1) * b.size() + j - 1] != 0;
        if (spelled_a[i - 1] == spelled_b[j - 1] && here == best[(i - 1) * width + j - 1] + kSame) {
            out.same += is_stop_word(a[i - 1]) ? 0U : 1U;
            --i, --j;
        } else if (is_typo && here == best[(i - 1) * width + j - 1] + kTypo) {
            ++out.typos;
            --i, --j;
        } else if (here == best[(i - 1) * width + j]) {
            alone(a[--i]);
        } else {
            alone(b[--j]);
        }
    }
    while (i > 0) {
        alone(a[--i]);
    }
    while (j > 0) {
        alone(b[--j]);
    }
    return out;
}

constexpr std::size_t kLongestTitle = 120;  ///< words; longer "titles" are parsing accidents

}  // namespace

FieldMatch compare_title(std::string_view cited, std::string_view found) {
    FieldMatch out{bib::Field::title, Agreement::absent, 0.0, std::string(cited), std::string(found), ""};
    const auto cited_clean = without_markup(cited);
    const auto found_clean = without_markup(found);
    const auto cited_title = bare_title(cited_clean);
    const auto found_title = bare_title(found_clean);
    auto plain_a = text::fold_words(cited_title);
    auto plain_b = text::fold_words(found_title);
    plain_a.resize(std::min(plain_a.size(), kLongestTitle));
    plain_b.resize(std::min(plain_b.size(), kLongestTitle));
    const auto a = spelled(plain_a);
    const auto b = spelled(plain_b);
    if (a.empty() || b.empty()) {
        return out;
    }
    const auto a_key = joined(a);
    const auto b_key = joined(b);
    out.agreement = Agreement::variant;
    out.closeness = 1.0;
    if (a_key == b_key) {
        const bool plain = text::fold_key(cited_title) == text::fold_key(found_title);
        out.agreement = plain ? Agreement::same : Agreement::variant;
        out.note = plain ? "" : "British and American spelling";
        return out;
    }
    if (is_part_of(a, b, found_title)) {
        out.note = "without its subtitle or series";
        return out;
    }
    if (is_part_of(b, a, cited_title)) {
        out.note = "the record has no subtitle";
        return out;
    }
    const auto lay = align(plain_a, plain_b);
    const auto content = lay.same + lay.typos + lay.changed;
    out.closeness =
        content == 0 ? 0.0 : 1.0 - static_cast<double>(lay.changed) / static_cast<double>(content);
    const bool slips_only = lay.changed == 0 && lay.typos <= 1 + lay.same / 8 && lay.small <= 1;
    if (slips_only && lay.same + lay.typos > 0) {
        out.note = lay.typos > 0 ? "a slip in spelling" : "a small word left out or added";
        return out;
    }
    // Words run together or divided: the letters are the same but for one or two.
    if (!has_digit(a_key) && !has_digit(b_key) && a_key.size() >= 20 && lay.typos <= 2 &&
        typing_distance(a_key, b_key, 1) <= 1) {
        out.note = "a slip in spelling";
        return out;
    }
    out.agreement = Agreement::different;
    if (is_piece_of(b, a)) {
        out.note = kCutTitle;
        out.closeness = std::max(out.closeness, 0.7);
        return out;
    }
    if (lay.numbers_differ) {
        out.note = "a number differs";
        out.closeness = std::min(out.closeness, 0.5);
    }
    return out;
}

}  // namespace whereof::verify
