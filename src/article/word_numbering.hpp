// SPDX-License-Identifier: MIT
#pragma once

#include "article/word_styles.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace whereof::article {

/// "7" as a list prints it: "7", "g", "G", "vii", "VII"; "7" in formats that are none of these. `format` is a
/// name of WordprocessingML (decimal, lowerLetter, upperLetter, lowerRoman, upperRoman).
std::string format_list_number(std::uint32_t number, std::string_view format);

/// The numbers that Word computes for the paragraphs of its lists (numbering.xml): they stand nowhere in the
/// text.
class WordNumbering {
  public:
    struct Label {
        std::string text;  ///< "3." or "[3]"; "•" for any bullet; empty for a level without a mark
        bool ordered = false;
    };

    WordNumbering() = default;
    explicit WordNumbering(pugi::xml_node numbering);
    /// The label of the next paragraph with that number; counts it.
    Label next(const WordNumber& number);

  private:
    static constexpr std::size_t kLevels = 9;
    struct Level {
        std::uint32_t start = 1;
        std::string format = "decimal";
        std::string text;  ///< "%1.": the numbers of levels in it
    };
    struct Counter {
        std::array<std::uint32_t, kLevels> values{};
        std::array<bool, kLevels> started{};
    };
    struct List {
        std::array<Level, kLevels> levels;
        std::array<bool, kLevels> restarts{};  ///< at the list's own start when it is first used
        std::string pattern;                   ///< lists made from one pattern count on together
        bool used = false;
    };
    static void read_level(pugi::xml_node node, std::array<Level, kLevels>& levels);

    std::unordered_map<std::string, List> lists_;
    std::unordered_map<std::string, Counter> counters_;
};

}  // namespace whereof::article
