// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

// What publishers put into their identifiers, read out of an item.

/// The suffix of the item's DOI when its registrant is `registrant` ("10.1007"), else empty.
std::string_view suffix_of(const Item& item, std::string_view registrant);

bool all_digits(std::string_view text);     ///< and not empty
int small_number(std::string_view digits);  ///< of the first eight digits

/// Does the text have the form of `pattern`, in which 9 stands for a digit, A for a lower-case letter, X for
/// a digit or x, C for a digit or w to z, and all else for itself?
bool has_form(std::string_view text, std::string_view pattern);

struct Pii {
    Field field{};
    std::string value;  ///< as the item has it
    std::string bare;   ///< "S" and 16 characters
};
/// A serial's PII in an Elsevier DOI and in the PII field, once.
std::vector<Pii> piis_of(const Item& item);
std::string issn_of(const Pii& pii);

/// "10.1016/j.physrep.2009.05.002": journal, year, month, number.
struct ElsevierCode {
    int year = 0;
    int month = 0;
};
std::optional<ElsevierCode> elsevier_code(const Item& item);

// The ISSN inside a DOI, "1234-567X", empty when the DOI is not of that form.
std::string tandf_issn(const Item& item);      ///< "10.1080/IIIIIIII.YYYY.N"
std::string sage_issn(const Item& item);       ///< "10.1177/IIIIIIIIyyNNNNNN", 16 digits
std::string blackwell_issn(const Item& item);  ///< "10.1111/j.IIII-IIII."
std::string iop_issn(const Item& item);        ///< "10.1088/IIII-IIII/"

}  // namespace whereof::bib
