// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// One word of a name list, with what its shape says.
struct NameWord {
    std::string text;
    std::size_t begin = 0;  ///< bytes into NameLine::text
    std::size_t end = 0;
    bool initials = false;      ///< "J.", "JM", "J.-P.", "Th."
    bool ambiguous = false;     ///< initials that may as well be a short name in capitals: "LI", "NG"
    bool particle = false;      ///< "van", "de", "dos" in lower case
    bool big_particle = false;  ///< "Van", "De", "Le": particle of the name behind it, if there is one
    bool suffix = false;        ///< "Jr.", "III"
    bool capitals = false;      ///< two letters or more, all upper case
    bool upper = false;         ///< begins with an upper case letter, or one of a script without case
};

/// What stands between a part of a list and the part before it.
enum class Separator : unsigned char { start, comma, conjunction, hard };

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
