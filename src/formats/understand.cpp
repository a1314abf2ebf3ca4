// SPDX-License-Identifier: MIT
#include "formats/understand.hpp"

#include "bib/identifiers.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace whereof::formats {
namespace {

/// "1234-5678, 2345-6789", "0140-6736 (Print)": the values of a list in one field.
std::vector<std::string_view> split_list(std::string_view value) {
    std::vector<std::string_view> out;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find_first_of(",;\r\n("), value.size());
        if (const auto part = text::trim(value.substr(0, end)); !part.empty()) {
            out.push_back(part);
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return out;
}

}  // namespace

void keep_verbatim(bib::Item& item, std::string_view label, std::string_view value) {
    const std::string_view trimmed = text::trim(value);
    if (trimmed.empty()) {
        return;
    }
    item.note += item.note.empty() ? "" : "\n";
    item.note += label;
    item.note += label.empty() ? "" : ": ";
    item.note += trimmed;
}

void take_identifier(bib::Item& item, bib::Field field, std::string_view value) {
    std::string& target = *item.text(field);
    const bool listed = field == bib::Field::ISSN || field == bib::Field::ISBN;
    const auto parts = listed ? split_list(value) : std::vector<std::string_view>{text::trim(value)};
    for (const std::string_view part : parts) {
        const auto parsed = bib::parse_identifier(field, part);
        if (parsed && target.empty()) {
            target = *parsed;
        } else if ((!parsed && !listed) || (parsed && *parsed != target && !listed)) {
            keep_verbatim(item, bib::csl_name(field), part);
        }
    }
    if (listed && target.empty()) {
        keep_verbatim(item, bib::csl_name(field), value);
    }
}

void take_abstract(bib::Item& item, std::string_view value) {
    const std::string part = on_one_line(value);
    if (part != item.abstract) {
        (item.abstract += item.abstract.empty() || part.empty() ? "" : " ") += part;
    }
}

void take_text(bib::Item& item, bib::Field field, std::string_view value) {
    std::string& target = *item.text(field);
    const std::string_view trimmed = text::trim(value);
    if (target.empty() || field == bib::Field::note) {
        if (field == bib::Field::note) {
            keep_verbatim(item, "", trimmed);
        } else {
            target = std::string(trimmed);
        }
    } else if (target != trimmed) {
        keep_verbatim(item, bib::csl_name(field), trimmed);
    }
}

void take_serials(bib::Item& item, std::string_view value) {
    bool any = false;
    for (const std::string_view part : split_list(value)) {
        for (const bib::Field field : {bib::Field::ISBN, bib::Field::ISSN}) {
            const auto parsed = bib::parse_identifier(field, part);
            if (!parsed) {
                continue;
            }
            any = true;
            if (item.text(field)->empty()) {
                *item.text(field) = *parsed;
            }
            break;
        }
    }
    if (!any) {
        keep_verbatim(item, bib::csl_name(bib::Field::ISSN), value);
    }
}

bool take_accession(bib::Item& item, std::string_view value) {
    for (const std::string_view prefix : {"PM:", "PUBMED "}) {
        if (value.starts_with(prefix)) {
            value = text::trim(value.substr(prefix.size()));
        }
    }
    if (value.starts_with("PMC")) {
        take_identifier(item, bib::Field::PMCID, value);
        return true;
    }
    const bool digits =
        !value.empty() && value.size() <= 8 && std::ranges::all_of(value, text::is_ascii_digit);
    if (!digits || !item.PMID.empty()) {
        return false;
    }
    take_identifier(item, bib::Field::PMID, value);
    return true;
}

void take_archive(bib::Item& item, std::string_view archive, std::string_view number) {
    archive = text::trim(archive);
    number = text::trim(number);
    const bool is_arxiv = text::ascii_lower(archive) == "arxiv";
    if (is_arxiv && !number.empty()) {
        take_identifier(item, bib::Field::arXiv, number);
        return;
    }
    if (item.type == bib::ItemType::article && item.container_title.empty() && item.publisher.empty()) {
        item.publisher = std::string(archive);
    } else if (archive != item.container_title && archive != item.publisher) {
        keep_verbatim(item, "archive", archive);
    }
    if (number.starts_with("10.")) {
        take_identifier(item, bib::Field::DOI, number);
    } else {
        keep_verbatim(item, "archive_location", number);
    }
}

bool says_nothing(const bib::Item& item) {
    bib::Item none;
    none.type = item.type;
    return item == none;
}

}  // namespace whereof::formats
