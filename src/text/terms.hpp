// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whereof::text {

/// A word of a text and the index term it stands for.
struct TermWord {
    std::uint32_t term = 0;  ///< number of the term in the TermReader that read it
    Span span;               ///< bytes of the text
};

/// Turns text into index terms: words folded (fold.hpp), a lone Greek letter spelled out ("TNF-α" is "tnf",
/// "alpha"), British spellings made American (corpus/words/us_uk.tsv), Snowball stems. A term is made of
/// letters and digits only, at most kLongestTerm bytes; longer words are cut.
///
/// Remembers every distinct word it met, so that a text is read at about 20 ns a word; call forget() when
/// word_count() has grown too large. Not thread-safe.
class TermReader {
  public:
    static constexpr std::size_t kLongestTerm = 64;

    /// Appends the words of `text`, in order, to `out`. Linear; any bytes.
    void read(std::string_view text, std::vector<TermWord>& out);

    [[nodiscard]] const std::string& term(std::uint32_t number) const { return terms_[number]; }
    /// The number of a term, a new one where it was not met yet.
    std::uint32_t number_of(std::string_view term);
    [[nodiscard]] std::size_t term_count() const noexcept { return terms_.size(); }
    [[nodiscard]] std::size_t word_count() const noexcept { return word_count_; }
    /// Words that would make more than `count` new terms from now on are left out.
    void allow_new_terms(std::size_t count) noexcept { most_terms_ = terms_.size() + count; }
    /// Forgets all words and terms; numbers given out before are void.
    void forget();

  private:
    void add_word(std::string_view folded, Span span, std::vector<TermWord>& out);
    void add_unicode(std::string_view text, Span span, std::vector<TermWord>& out);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    /// Folded words and their terms: an open table, its size a power of two, at most half full.
    struct Word {
        std::uint64_t hash = 0;
        std::uint32_t text = 0;  ///< where it begins in letters_
        std::uint16_t size = 0;  ///< 0: the place is free
        std::uint32_t term = 0;
    };
    [[nodiscard]] std::size_t place_of(std::string_view word, std::uint64_t hash) const noexcept;
    void grow();

    std::vector<Word> words_;
    std::string letters_;
    std::size_t word_count_ = 0;
    std::size_t most_terms_ = static_cast<std::size_t>(-1);
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::deque<std::string> terms_;
    std::string buffer_;
};

/// The terms of a short text, in order, with their places.
std::vector<std::pair<std::string, Span>> read_terms(std::string_view text);

/// The same without places.
std::vector<std::string> terms_of(std::string_view text);

/// Those that are no stop terms.
std::vector<std::string> telling_terms(std::string_view text);

/// The term of one folded word.
std::string term_of_word(std::string_view folded);

/// A wanted term may be a prefix: letters and digits with '*' behind them stand for every term that starts
/// so.
[[nodiscard]] inline bool is_prefix(std::string_view wanted) noexcept { return wanted.ends_with('*'); }
[[nodiscard]] inline bool stands_for(std::string_view wanted, std::string_view term) noexcept {
    return is_prefix(wanted) ? term.starts_with(wanted.substr(0, wanted.size() - 1)) : term == wanted;
}

/// Is this term too common to say anything ("the", "of", "with")? By corpus/words/stop_words.txt.
[[nodiscard]] bool is_stop_term(std::string_view term);

}  // namespace whereof::text
