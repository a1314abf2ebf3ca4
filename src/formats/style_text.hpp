// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::formats {

/// The pieces of which citation styles are made. Text in and out is UTF-8.

/// Without CSL's markup (<i>, <sub>, <span …>), white space and line breaks squeezed to blanks: text that can
/// stand on one line.
std::string plain_text(std::string_view text);

/// The initials of given names: "Scott D." is {"S", "D"}, "JM" {"J", "M"}, "Jean-Paul" {"J", "-P"}.
std::vector<std::string> initials(std::string_view given);

/// A name in Chinese, Japanese or Korean script, family first and whole: "王小明"; empty for any other.
std::string eastern_name(const bib::Name& name);

/// "van Beethoven L Jr", as Vancouver and AMA have names.
std::string name_with_initials(const bib::Name& name);

/// `text` with `mark` behind it, unless it ends in a mark of its own: "Why?" stays.
std::string closed_with(std::string text, std::string_view mark);

/// "4" is "4th"; what is no number stays as it is.
std::string ordinal(std::string_view number);

/// Pages with "-" for every dash; with `shortest` the end without what it shares with the beginning: "284-7".
std::string pages(std::string_view text, bool shortest);

/// Every word that is all small with a capital, little words inside excepted.
std::string title_case(std::string_view text);

/// "Jul", "July"; empty outside 1 to 12.
std::string_view short_month(int month) noexcept;
std::string_view long_month(int month) noexcept;

/// The URL as a list shows it; empty for what is no address on the web (a bare DOI under "URL").
std::string web_address(const bib::Item& item);

/// Does that address only lead to what the item's DOI or PMID names already?
bool address_repeats_identifier(const bib::Item& item);

/// Does it lie on a preprint server: an article without volume, issue and pages, of which the server is
/// known?
bool is_preprint(const bib::Item& item);

/// "medRxiv": where a preprint lies; empty when that is not known.
std::string preprint_server(const bib::Item& item);

/// The name of what the item appeared in: a journal's abbreviation where it is known, a newspaper's whole
/// name.
std::string periodical_name(const bib::Item& item);

/// Do the editors stand where authors would: nobody is named as author, and the work is no part of another?
bool led_by_editors(const bib::Item& item);

/// Does it appear in something that comes out in numbers: a journal, magazine or newspaper?
bool is_periodical(bib::ItemType type) noexcept;

}  // namespace whereof::formats
