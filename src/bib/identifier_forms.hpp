// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whereof::bib {

/// An identifier read at a place of a text.
struct FormText {
    std::string value;  ///< canonical
    std::size_t end = 0;
};

// Each reads the bare form that begins at `at`, without prefix, and demands that no digit or letter follows.
// Form only: whether a check character is right is asked by identifier_checks.hpp.

std::optional<FormText> read_pmid(std::string_view text, std::size_t at);   ///< 1 to 8 digits
std::optional<FormText> read_pmcid(std::string_view text, std::size_t at);  ///< "PMC6657922"
std::optional<FormText> read_arxiv(std::string_view text,
                                   std::size_t at);  ///< "2301.00001v2", "hep-th/9901001"
/// ISBN-10 or -13 with hyphens or blanks. An ISBN-10 whose check character is right becomes an ISBN-13; with
/// a wrong one it stays ten characters, so that the fault can still be told.
std::optional<FormText> read_isbn(std::string_view text, std::size_t at);
std::optional<FormText> read_issn(std::string_view text, std::size_t at);  ///< "1234-567x"
/// "S0140-6736(18)30480-X", "S014067361830480X", "0140-6736(94)92407-4", "B978-0-323-35762-3.00012-4"
std::optional<FormText> read_pii(std::string_view text, std::size_t at);
std::optional<FormText> read_trial(std::string_view text,
                                   std::size_t at);  ///< "NCT01234567", "ISRCTN12345678"

/// Does `text` begin with `lower` but for ASCII case?
bool starts_with_folded(std::string_view text, std::string_view lower);

}  // namespace whereof::bib
