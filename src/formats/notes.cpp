// SPDX-License-Identifier: MIT
#include "formats/notes.hpp"

#include "bib/dates.hpp"
#include "formats/people.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

/// Labels of notes beside the fields' own names.
constexpr std::string_view kEpub = "epub";
constexpr std::string_view kAuthors = "authors";
constexpr std::string_view kEditors = "editors";
constexpr std::string_view kAbbreviation = "container-title-short";

}  // namespace

void take_note(bib::Item& item, std::string_view text) {
    constexpr std::array kKnown{bib::Field::DOI,   bib::Field::PMID, bib::Field::PMCID, bib::Field::arXiv,
                                bib::Field::trial, bib::Field::PII,  bib::Field::ISSN};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = std::min(line.find(": "), line.size());
        const std::string_view label = line.substr(0, colon);
        const std::string_view value = text::trim(line.substr(std::min(colon + 1, line.size())));
        const auto* field =
            std::ranges::find(kKnown, label, [](bib::Field each) { return bib::csl_name(each); });
        if (field != kKnown.end() && item.text(*field)->empty()) {
            take_identifier(item, *field, value);
        } else if ((label == "URL" && item.URL.empty()) || (label == "genre" && item.genre.empty())) {
            take_text(item, label == "URL" ? bib::Field::URL : bib::Field::genre, value);
        } else if ((label == kAuthors || label == kEditors) && says_list_goes_on(value)) {
            (label == kAuthors ? item.authors_elided : item.editors_elided) = true;
        } else if (label == kEpub && item.epub.empty()) {
            item.epub = bib::parse_date(value);
        } else if (label == kAbbreviation && item.container_title_short.empty()) {
            item.container_title_short = std::string(value);
        } else {
            keep_verbatim(item, "", line);
        }
    }
}

void take_notes(bib::Item& item, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("; "), text.size());
        take_note(item, text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

std::vector<std::string> notes_of(const bib::Item& item, std::span<const bib::Field> homeless) {
    std::vector<std::string> out;
    const auto add = [&out](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            out.push_back(std::string(label) + ": " + value);
        }
    };
    for (const bib::Field field : homeless) {
        add(bib::csl_name(field), item.text(field));
    }
    add(kEpub, iso_date(item.epub));
    std::string_view rest = item.note;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const auto line = text::trim(rest.substr(0, end)); !line.empty()) {
            out.emplace_back(line);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::vector<std::string> elision_notes(const bib::Item& item) {
    std::vector<std::string> out;
    for (const auto& [label, elided] :
         {std::pair(kAuthors, item.authors_elided), {kEditors, item.editors_elided}}) {
        if (elided) {
            out.push_back(fmt::format("{}: et al.", label));
        }
    }
    return out;
}

}  // namespace whereof::formats
