// SPDX-License-Identifier: MIT
#pragma once

#include "bib/tokens.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Where words were met in bibliographic records.
enum class Role : std::uint8_t { surname, given, journal, title, place, publisher };
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::publisher) + 1;

/// Which words are names, journals, places and publishers, as hashes alone: no word can be read out of it.
///
/// The file: "WHEREOF-LEXICON-1\n" padded to 24 bytes; three little-endian u32 (words, sequences' bits, 0);
/// words sorted by hash as u32; their marks as u16; a Bloom filter of journal titles.
class Lexicon {
  public:
    /// `bytes` must outlive it. Asserts that they are such a file.
    explicit Lexicon(std::string_view bytes);

    /// Two bits a role: 0 never met there, 3 met there nearly always. 0 for unknown words.
    [[nodiscard]] std::uint16_t marks(std::uint32_t word) const noexcept;

    /// How many tokens from `tokens.front()` on spell a journal's title or abbreviation (dots do not count),
    /// the longest; 0 for none. One in 500 strings is taken for a journal falsely.
    [[nodiscard]] std::size_t journal_length(std::span<const Token> tokens) const noexcept;

    [[nodiscard]] static unsigned mark(std::uint16_t marks, Role role) noexcept {
        return (static_cast<unsigned>(marks) >> (2U * static_cast<unsigned>(role))) & 3U;
    }

    /// The lexicon in the binary.
    static const Lexicon& embedded();

  private:
    struct Slot {
        std::uint32_t word = 0;
        std::uint16_t marks = 0;
    };
    std::vector<Slot> slots_;
    std::uint32_t mask_ = 0;
    std::string_view filter_;
};

/// Makes the file of a Lexicon.
class LexiconMaker {
  public:
    /// `text` was met in that role; each of its words counts. A journal counts as a sequence too.
    void add(Role role, std::string_view text);
    [[nodiscard]] std::string file() const;

  private:
    struct Seen {
        std::uint32_t word = 0;
        std::array<std::uint32_t, kRoleCount> times{};
    };
    std::vector<std::pair<std::uint32_t, Role>> words_;
    std::vector<std::uint32_t> sequences_;
    std::vector<Token> tokens_;
};

}  // namespace whereof::bib
