// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include "text/utf8.hpp"
#include "verify/title_language.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

using bib::Field;

FieldMatch compare_field(Field field, const bib::Item& cited, const bib::Item& found, bool found_incomplete) {
    switch (field) {
        case Field::author:
            return compare_authors(cited, found, found_incomplete);
        case Field::title:
            return compare_title(cited.title, found.title);
        case Field::container_title:
            return compare_container(cited, found);
        case Field::volume:
            return compare_volume(cited.volume, found.volume);
        case Field::issue:
            return compare_issue(cited.issue, found.issue);
        case Field::page:
            return compare_page(cited.page, found.page);
        case Field::issued:
            return compare_year(cited, found);
        case Field::publisher:
            return compare_publisher(cited.publisher, found.publisher);
        case Field::publisher_place:
            return compare_place(cited, found);
        case Field::DOI: {
            auto match = compare_DOI(cited.DOI, found.DOI);
            if (match.note == kRecordIsPreprint && cited.container_title.empty()) {
                match.agreement = Agreement::different;  // nothing says that another version is meant
            }
            return match;
        }
        default:
            return compare_identifier(field, cited.text(field), found.text(field));
    }
}

constexpr std::array kCompared{
    Field::author, Field::title,     Field::container_title, Field::volume, Field::issue, Field::page,
    Field::issued, Field::publisher, Field::publisher_place, Field::DOI,    Field::PMID,  Field::PMCID,
    Field::arXiv,  Field::PII};

bool is_cited(Field field, const bib::Item& cited) {
    switch (field) {
        case Field::author:
            return !cited.author.empty();
        case Field::issued:
            return cited.issued.year != 0;
        case Field::container_title:
            return !cited.container_title.empty() || !cited.container_title_short.empty();
        default:
            return !cited.text(field).empty();
    }
}

bool is_bracketed(std::string_view title) { return text::trim(title).starts_with('['); }

}  // namespace

const FieldMatch* Comparison::of(Field field) const noexcept {
    const auto at = std::ranges::find(fields, field, &FieldMatch::field);
    return at == fields.end() ? nullptr : &*at;
}
FieldMatch* Comparison::of(Field field) noexcept {
    const auto at = std::ranges::find(fields, field, &FieldMatch::field);
    return at == fields.end() ? nullptr : &*at;
}

bool Comparison::agrees(Field field) const noexcept {
    const auto* match = of(field);
    return match != nullptr && match->agrees();
}

bool Comparison::differs(Field field) const noexcept {
    const auto* match = of(field);
    return match != nullptr && match->differs();
}

Comparison compare(const bib::Item& cited, const authority::Record& record) {
    Comparison out;
    for (const auto field : kCompared) {
        if (!is_cited(field, cited)) {
            continue;
        }
        auto match = compare_field(field, cited, record.item, record.authors_incomplete);
        for (const auto& variant : record.variants) {
            if (match.agrees()) {
                break;
            }
            auto other = compare_field(field, cited, variant, record.authors_incomplete);
            if (other.agrees()) {
                other.agreement = Agreement::variant;
                other.note = other.note.empty() ? "as another source of the record has it" : other.note;
                match = std::move(other);
            }
        }
        out.fields.push_back(std::move(match));
    }
    allow_translated_title(cited, record.item, out);
    return out;
}

void allow_translated_title(const bib::Item& cited, const bib::Item& found, Comparison& comparison) {
    auto* title = comparison.of(Field::title);
    const bool fits = comparison.agrees(Field::author) && comparison.agrees(Field::page) &&
                      comparison.agrees(Field::volume) && !comparison.differs(Field::container_title) &&
                      !comparison.differs(Field::issued) && !comparison.differs(Field::issue) &&
                      !comparison.differs(Field::DOI) && !comparison.differs(Field::PMID);
    if (!fits || title == nullptr || !title->differs() || title->closeness > 0.34) {
        return;
    }
    if (is_bracketed(cited.title) || is_bracketed(found.title) ||
        are_in_two_languages(cited.title, found.title)) {
        title->agreement = Agreement::absent;
        title->note = "in another language than the record's";
    }
}

}  // namespace whereof::verify
