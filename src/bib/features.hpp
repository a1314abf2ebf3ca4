// SPDX-License-Identifier: MIT
#pragma once

#include "bib/lexicon.hpp"
#include "bib/tokens.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The names of the features that every token has, in the order in which they are computed.
[[nodiscard]] std::span<const std::string_view> feature_names() noexcept;

/// The features of a text's tokens, each a hash of its number and its value; 0 stands for "says nothing".
/// Buffers are kept from text to text, so that reading allocates nothing.
class Features {
  public:
    /// Computes the features of `tokens`. `hide` is 0 but in training, where it chooses one lexicon word in
    /// four to be unknown, lest the tagger trust the lexicon too much. Linear.
    void compute(std::span<const Token> tokens, const Lexicon& lexicon, std::uint32_t hide = 0);

    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    /// Those of one token; as many as feature_names().
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t token) const noexcept;

    /// What a token says about its neighbours' labels: chooses the table of transitions (tagger.hpp).
    [[nodiscard]] std::uint8_t joint(std::size_t token) const noexcept {
        return context_[token + kMargin].joint;
    }

    static constexpr std::size_t kJointCount = 64;

  private:
    static constexpr std::size_t kMargin = 4;  ///< edge tokens on either side

    struct Context {
        Token token;
        std::uint16_t marks = 0;    ///< of the lexicon
        bool journal_ends = false;  ///< the lexicon knows the word, and from no journal's title
        std::uint8_t journal = 0;   ///< 0 outside, 1 inside, 2.. at the start of a known title
        std::uint8_t journal_words = 0;
        std::uint8_t joint = 0;
        std::uint8_t segment = 0;  ///< number of the sentence-like part, at most 7
        std::uint16_t part = 0;    ///< the same without limit
        std::uint8_t years_before = 0;
        std::uint8_t years_after = 0;
        std::uint8_t numbers_before = 0;
        std::uint8_t numbers_after = 0;
        std::uint8_t quotes_before = 0;  ///< closed quotations
        std::uint8_t quotes_after = 0;
        std::uint8_t from_start = 0;    ///< tokens since the part began, at most 255
        std::uint32_t word_before = 0;  ///< nearest word to the left that is no punctuation
        std::uint32_t word_after = 0;
        std::uint8_t last_cue = 0;  ///< the nearest cue among the four words before
    };
    struct Part {
        std::uint32_t portrait = 0;  ///< hash of what it holds: capitals, initials, numbers, a known journal
        std::uint16_t begin = 0;
        std::uint16_t end = 0;
        bool roles = false;  ///< a word says that the names in it are editors'
    };

    void look_up(const Lexicon& lexicon, std::uint32_t hide);
    void find_journals(std::span<const Token> tokens, const Lexicon& lexicon, std::uint32_t hide);
    void count_both_ways();
    void divide();
    void draw_portrait(Part& part);
    void put(std::size_t at);

    std::size_t count_ = 0;
    std::vector<Context> context_;
    std::vector<Part> parts_;
    std::uint32_t style_ = 0;
    std::uint32_t opening_ = 0;
    std::vector<std::uint32_t> values_;
};

}  // namespace whereof::bib
