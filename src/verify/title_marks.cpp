// SPDX-License-Identifier: MIT
#include "verify/title_marks.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"
#include "verify/symbols.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace whereof::verify {
namespace {

constexpr std::size_t kLongestPhrase = 3;  ///< words
constexpr std::string_view kPart = "part";
constexpr std::string_view kFollowUp = "follow-up";

/// Where in a title a phrase of the list must stand.
enum class Where : std::uint8_t { anywhere, begins, alone };

struct Phrase {
    std::string_view kind;
    Where where = Where::anywhere;
};

Phrase phrase_of_class(std::string_view list_class) {
    const auto blank = list_class.find(' ');
    const std::string_view where = blank == std::string_view::npos ? "" : list_class.substr(blank + 1);
    return {list_class.substr(0, blank), where == "begins"  ? Where::begins
                                         : where == "alone" ? Where::alone
                                                            : Where::anywhere};
}

/// How many bytes of `title` at `at` divide it: a colon, stop, question mark or bracket, a long dash, a
/// shorter one beside a blank; 0 when they do not.
std::size_t divider_at(std::string_view title, std::size_t at) {
    constexpr std::string_view kEmDash = "\u2014";
    constexpr std::string_view kEnDash = "\u2013";
    if (std::string_view(":.;?!()[]").find(title[at]) != std::string_view::npos) {
        return 1;
    }
    const auto rest = title.substr(at);
    if (rest.starts_with(kEmDash)) {
        return kEmDash.size();
    }
    const std::size_t dash = rest.starts_with(kEnDash) ? kEnDash.size() : rest.starts_with('-') ? 1 : 0;
    const bool spaced = (at > 0 && title[at - 1] == ' ') || rest.substr(dash).starts_with(' ');
    return spaced ? dash : 0;
}

/// The words of a title, numbers in digits, piece by piece.
std::vector<std::vector<std::string>> pieces_of(std::string_view title) {
    std::vector<std::vector<std::string>> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= title.size();) {
        const std::size_t length = at == title.size() ? 1 : divider_at(title, at);
        if (length == 0) {
            ++at;
            continue;
        }
        auto words = spell_symbols(text::fold_words(title.substr(begin, at - begin))).words;
        if (!words.empty()) {
            out.push_back(std::move(words));
        }
        at += length;
        begin = at;
    }
    return out;
}

bool is_article(std::string_view word) { return word == "a" || word == "an" || word == "the"; }

/// The number that belongs to a phrase from `begin` to `end`: behind "part", before "year results".
std::string number_beside(const std::vector<std::string>& words, std::size_t begin, std::size_t end,
                          std::string_view kind) {
    if (kind == kPart) {
        const bool counts = end < words.size() && (has_digit(words[end]) || words[end].size() == 1);
        return counts && !is_article(words[end]) ? words[end] : std::string();
    }
    if (kind == kFollowUp) {
        for (std::size_t back = 1; back <= std::min<std::size_t>(begin, 2); ++back) {
            if (has_digit(words[begin - back])) {
                return words[begin - back];
            }
        }
    }
    return {};
}

/// "(vol 33, pg 717, 2019)": so Web of Science names what a correction corrects.
bool names_corrected_place(const std::vector<std::string>& words) {
    return words.size() >= 3 && words.front() == "vol" &&
           std::all_of(words.begin() + 1, words.end(),
                       [](const std::string& word) { return has_digit(word) || word == "pg"; });
}

void add_marks(const std::vector<std::string>& words, bool is_first_piece, std::vector<TitleMark>& out) {
    static const text::WordList list("corpus/words/companion_titles.tsv");
    if (names_corrected_place(words)) {
        out.push_back({"erratum", {}});
    }
    const std::size_t start = is_article(words.front()) ? 1 : 0;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        std::string text;
        for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + kLongestPhrase); ++end) {
            text += (text.empty() ? "" : " ") + words[end - 1];
            if (!list.contains(text)) {
                continue;
            }
            const Phrase phrase = phrase_of_class(list.class_of(text));
            const bool begins = begin == start && !is_first_piece;
            const bool stands = phrase.where == Where::anywhere ||
                                (begins && (phrase.where == Where::begins || end == words.size()));
            std::string number = number_beside(words, begin, end, phrase.kind);
            if (stands && (phrase.kind != kPart || !number.empty())) {
                out.push_back({phrase.kind, std::move(number)});
            }
        }
    }
}

}  // namespace

std::vector<TitleMark> title_marks(std::string_view title) {
    std::vector<TitleMark> out;
    bool is_first = true;
    for (const auto& words : pieces_of(without_markup(title))) {
        add_marks(words, is_first, out);
        is_first = false;
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace whereof::verify
