// SPDX-License-Identifier: MIT
#pragma once

#include "bib/name_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// What stands between a part of a list and the part before it.
enum class Separator : unsigned char { start, comma, conjunction, slash, hard };

/// Words between two separators: a whole name, or one half of it.
struct NamePart {
    Separator before = Separator::start;
    std::vector<NameWord> words;
};

/// A name list cut at its separators, without roles, degrees and "et al.".
struct NameLine {
    std::string text;  ///< cleaned: valid UTF-8, single blanks, no soft hyphens
    std::vector<NamePart> parts;
    bool elided = false;
    bool repeated = false;
};

NameLine cut_names(std::string_view text);

}  // namespace whereof::bib
