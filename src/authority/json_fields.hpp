// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record_sink.hpp"
#include "bib/identifiers.hpp"
#include "bib/item.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace whereof::authority {

using JsonElement = simdjson::dom::element;

/// The member of an object; absent also when it is null or `object` is none.
std::optional<JsonElement> member(const JsonElement& object, std::string_view key);

/// A string as it is, a number in digits, the first element of an array so; else empty.
std::string text_of(const JsonElement& value);
std::string text_at(const JsonElement& object, std::string_view key);

std::int64_t number_at(const JsonElement& object, std::string_view key);

/// Calls each(element) for the elements of an array, or for `value` itself when it is none.
template <typename Each>
void for_each(const std::optional<JsonElement>& value, Each each) {
    simdjson::dom::array array;
    if (!value) {
        return;
    }
    if (value->get_array().get(array) != simdjson::SUCCESS) {
        each(*value);
        return;
    }
    for (const JsonElement element : array) {
        each(element);
    }
}

/// {"date-parts": [[2018, 3, 21]]}, {"raw": "2018-03-21"}, "2018-03-21", 2018. What is no date is its
/// literal.
bib::Date date_of(const std::optional<JsonElement>& value);

/// "2018", "2018-03", "2018-03-21", "2018/3/21", "2018-03-21T00:00:00Z"; another text is the literal.
bib::Date date_of_text(std::string_view text);

/// ISO 8601, as precise as known; empty without a year.
std::string iso_date(const bib::Date& date);

using bib::canonical;
using bib::canonical_DOI;
using bib::canonical_PMID;

/// The kinds of JSON record. Each takes one object; false when it lacks what every record of its kind has.
bool read_csl(const JsonElement& json, RecordSink& sink);
bool read_crossref(const JsonElement& json, RecordSink& sink);
bool read_openalex(const JsonElement& json, RecordSink& sink);
bool read_datacite(const JsonElement& json, RecordSink& sink);
bool read_update_list_row(const JsonElement& json, RecordSink& sink);
bool read_retraction_pairs(const JsonElement& json, RecordSink& sink);

}  // namespace whereof::authority
