// SPDX-License-Identifier: MIT
#include "verify/cut_title.hpp"

#include "text/utf8.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace whereof::verify {
namespace {

constexpr std::size_t kLongestName = 2;  ///< words of a name that a title begins with: "Oryza sativa"

/// A run of a title without blanks, and the title's words in it.
struct Run {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Run> runs_of(std::string_view title) {
    std::vector<Run> out;
    std::size_t words = 0;
    for (std::size_t at = 0; at < title.size();) {
        if (text::is_ascii_space(title[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < title.size() && !text::is_ascii_space(title[end])) {
            ++end;
        }
        const std::string_view run = title.substr(at, end - at);
        const std::size_t count = title_words(run).size();
        if (count > 0) {
            out.push_back({run, words, words + count});
        }
        words += count;
        at = end;
    }
    return out;
}

bool is_lower(char c) noexcept { return text::is_ascii_lower(c); }
bool ends_in_mark(std::string_view text) noexcept {
    const char last = text.empty() ? ' ' : text.back();
    return !text::is_ascii_letter(last) && !text::is_ascii_digit(last) &&
           static_cast<unsigned char>(last) < 0x80;
}
/// No plain word: "Drosophila", "ndhF", "1", "n-alkanoic".
bool looks_like_a_name(std::string_view run) noexcept {
    while (!run.empty() && ends_in_mark(run)) {
        run.remove_suffix(1);
    }
    std::size_t letters = 0;  // of a part between hyphens
    for (const char c : run) {
        if (c == '-' && letters > 1) {
            letters = 0;
        } else if (is_lower(c)) {
            ++letters;
        } else {
            return true;
        }
    }
    return letters == 1;
}

/// Does the title begin like one that has lost its head?
bool has_lost_its_head(std::string_view record, const std::vector<Run>& cited, std::size_t begin) {
    if (begin <= kLongestName) {
        return true;
    }
    const auto first = std::ranges::find_if(record, text::is_ascii_letter);
    if (first == record.end() || is_lower(*first)) {
        return true;
    }
    return std::ranges::any_of(cited, [&](const Run& run) {
        const bool divided = run.begin < begin && begin < run.end;
        const bool closed =
            run.end == begin && (ends_in_mark(run.text) || text::is_ascii_digit(run.text.back()));
        return divided || closed;
    });
}

/// A word that the name of what it is follows, in italics: "the segmentation gene hedgehog".
bool asks_for_a_name(std::string_view word) {
    static constexpr std::array<std::string_view, 9> kWords{
        "gene", "genes", "genus", "homolog", "mutant", "protein", "receptor", "species", "strain"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// Does the title end like one that has lost its tail?
bool has_lost_its_tail(std::string_view record, const std::vector<std::string>& words,
                       const std::vector<Run>& cited, std::size_t end) {
    const auto own = runs_of(record);
    if (cited.back().end <= end || is_stop_word(words.back()) || asks_for_a_name(words.back()) ||
        ends_in_mark(record) || looks_like_a_name(own.back().text)) {
        return true;
    }
    return std::ranges::any_of(cited, [&](const Run& run) {
        const bool divided = run.begin < end && end < run.end;
        const bool latin =
            run.begin == end + 1 &&
            (run.text.starts_with("viv") || run.text.starts_with("vitr") || run.text.starts_with("situ"));
        return divided || latin || (run.begin == end && looks_like_a_name(run.text));
    });
}

}  // namespace

bool looks_cut(std::string_view record, std::string_view cited) {
    const auto piece = title_words(record);
    const auto whole = title_words(cited);
    const auto found = std::search(whole.begin(), whole.end(), piece.begin(), piece.end());
    if (found == whole.end() || piece.empty()) {
        return true;  // it is by words that are written in two ways: where the cut is cannot be told
    }
    const auto begin = static_cast<std::size_t>(found - whole.begin());
    const auto runs = runs_of(cited);
    return has_lost_its_head(record, runs, begin) &&
           has_lost_its_tail(record, piece, runs, begin + piece.size());
}

}  // namespace whereof::verify
