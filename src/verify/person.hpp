// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// A name taken apart for comparing, folded.
struct Person {
    std::vector<std::string> family;  ///< words of the family name, without particles where more is left
    std::vector<std::string> given;   ///< words or single letters
    std::string whole;                ///< the family name run together, particles included ("vanlenthe")
    std::string plain;  ///< the family name without its letters beyond ASCII ("Sther" of "Sæther")
    std::vector<std::string> all;  ///< every word of the name, in order
    bool collective = false;       ///< an organisation, committee or group
    bool unordered = false;        ///< a literal name: which word is the family name is a guess
};

Person person_of(const bib::Name& name);

enum class SamePerson : unsigned char { no, other_given, variant, same };
/// `other_given`: the family name is the same and the given names contradict each other.
SamePerson same_person(const Person& a, const Person& b);

/// "et al.", "and others", "…": a sign that a list goes on, read as a name by somebody.
[[nodiscard]] bool is_elision(const bib::Name& name);

/// Is it written as initials: one to three capitals, with or without dots and hyphens ("JM", "J.-M.", "J.
/// M."), a small particle's letter among them ("LdJ", "CJv")?
[[nodiscard]] bool looks_like_initials(std::string_view text);

/// "MD", "PhD", "MSc", "Jr": what stands behind a name and is no part of it. Folded.
[[nodiscard]] bool is_title_or_degree(std::string_view word);

}  // namespace whereof::verify
