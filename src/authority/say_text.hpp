// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// The fields of an item that are plain text.
inline constexpr std::array kTextFields{
    &bib::Item::title,
    &bib::Item::container_title,
    &bib::Item::container_title_short,
    &bib::Item::volume,
    &bib::Item::issue,
    &bib::Item::page,
    &bib::Item::edition,
    &bib::Item::collection_title,
    &bib::Item::publisher,
    &bib::Item::publisher_place,
    &bib::Item::genre,
    &bib::Item::language,
    &bib::Item::DOI,
    &bib::Item::PMID,
    &bib::Item::PMCID,
    &bib::Item::arXiv,
    &bib::Item::ISBN,
    &bib::Item::ISSN,
    &bib::Item::PII,
    &bib::Item::trial,
    &bib::Item::URL,
    &bib::Item::note,
};

/// Names as one text: names divided by U+001E; in a name family, given, non-dropping particle, dropping
/// particle and suffix divided by U+001F, empty ones at the end left out; a literal name begins with U+001D.
/// Control characters in the names themselves become blanks.
std::string encode_names(const std::vector<bib::Name>& names);
std::vector<bib::Name> decode_names(std::string_view text);

/// The fields of a Say that have no column of their own: each one letter and its text, divided by U+001E.
std::string encode_rest(const Say& say);
void decode_rest(std::string_view text, Say& say);

/// The first of the names alone.
std::vector<bib::Name> decode_first_name(std::string_view text);

/// All that is said, as one text: two says are equal when their texts are, and any two sort alike on every
/// machine.
std::string whole_text(const Say& say);

/// A date as year * 10000 + month * 100 + day; 0 for none. The literal form is among the rest.
std::int64_t encode_date(const bib::Date& date) noexcept;
void decode_date(std::int64_t number, bib::Date& date) noexcept;

}  // namespace whereof::authority
