// SPDX-License-Identifier: MIT
#include "library/values.hpp"

#include "bib/numbers.hpp"
#include "formats/understand.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace whereof::library {
namespace {

using bib::Field;

/// The text fields of an item: of the same name on both sides.
struct TextField {
    std::string Item::*given;
    std::string bib::Item::*ours;
};
constexpr std::array kTexts{
    TextField{&Item::title, &bib::Item::title},
    TextField{&Item::container_title, &bib::Item::container_title},
    TextField{&Item::container_title_short, &bib::Item::container_title_short},
    TextField{&Item::collection_title, &bib::Item::collection_title},
    TextField{&Item::volume, &bib::Item::volume},
    TextField{&Item::issue, &bib::Item::issue},
    TextField{&Item::page, &bib::Item::page},
    TextField{&Item::edition, &bib::Item::edition},
    TextField{&Item::publisher, &bib::Item::publisher},
    TextField{&Item::publisher_place, &bib::Item::publisher_place},
    TextField{&Item::genre, &bib::Item::genre},
    TextField{&Item::language, &bib::Item::language},
    TextField{&Item::URL, &bib::Item::URL},
    TextField{&Item::note, &bib::Item::note},
};

struct IdentifierField {
    std::string Item::*given;
    Field field;
};
constexpr std::array kIdentifiers{
    IdentifierField{&Item::DOI, Field::DOI},     IdentifierField{&Item::PMID, Field::PMID},
    IdentifierField{&Item::PMCID, Field::PMCID}, IdentifierField{&Item::arXiv, Field::arXiv},
    IdentifierField{&Item::ISBN, Field::ISBN},   IdentifierField{&Item::ISSN, Field::ISSN},
    IdentifierField{&Item::PII, Field::PII},     IdentifierField{&Item::trial, Field::trial},
};

/// Persons and dates have the same members in the same order on both sides.
template <typename To, typename From>
To same_name(const From& name) {
    return {name.family, name.given,  name.dropping_particle, name.non_dropping_particle,
            name.suffix, name.literal};
}

template <typename To, typename From>
std::vector<To> same_names(const std::vector<From>& names) {
    std::vector<To> out;
    std::ranges::transform(names, std::back_inserter(out), same_name<To, From>);
    return out;
}

template <typename To, typename From>
To same_date(const From& date) {
    return {date.year, date.month, date.day, date.literal};
}

template <typename To, typename From>
void copy_people_and_dates(To& to, const From& from) {
    to.author = same_names<typename decltype(to.author)::value_type>(from.author);
    to.editor = same_names<typename decltype(to.editor)::value_type>(from.editor);
    to.authors_elided = from.authors_elided;
    to.editors_elided = from.editors_elided;
    to.issued = same_date<decltype(to.issued)>(from.issued);
    to.epub = same_date<decltype(to.epub)>(from.epub);
    to.accessed = same_date<decltype(to.accessed)>(from.accessed);
}

}  // namespace

Item given(const bib::Item& item) {
    Item out;
    out.type = csl_name(item.type);
    copy_people_and_dates(out, item);
    for (const auto& text : kTexts) {
        out.*text.given = item.*text.ours;
    }
    for (const auto& identifier : kIdentifiers) {
        out.*identifier.given = item.text(identifier.field);
    }
    return out;
}

bib::Item taken(const Item& item) {
    bib::Item out;
    out.type = bib::item_type_of_csl_name(item.type).value_or(bib::ItemType::document);
    copy_people_and_dates(out, item);
    for (const auto& text : kTexts) {
        out.*text.ours = item.*text.given;
    }
    if (std::string pages = bib::normalise_pages(out.page); pages.find('-') != std::string::npos) {
        out.page = std::move(pages);
    }
    for (const auto& identifier : kIdentifiers) {
        formats::take_identifier(out, identifier.field, item.*identifier.given);
    }
    return out;
}

Reference given(const bib::Reference& reference) {
    Reference out{reference.raw,        reference.label,    given(reference.item), {},
                  reference.confidence, reference.likeness, reference.is_record};
    for (const auto& [field, span, confidence] : reference.spans) {
        out.spans.push_back({std::string(csl_name(field)), span.begin, span.end, confidence});
    }
    return out;
}

bib::Reference taken(const Reference& reference) {
    bib::Reference out{reference.raw,        reference.label,    taken(reference.item), {},
                       reference.confidence, reference.likeness, reference.is_record};
    for (const auto& [field, begin, end, confidence] : reference.spans) {
        const auto known = bib::field_of_csl_name(field);
        if (known && begin <= end && end <= reference.raw.size()) {
            out.spans.push_back({*known, {begin, end}, confidence});
        }
    }
    return out;
}

Verdict given(const finding::Verdict& verdict) {
    Verdict out;
    out.existence = static_cast<Existence>(verdict.existence);
    if (verdict.description) {
        out.description = static_cast<Description>(*verdict.description);
    }
    if (verdict.status) {
        out.status = static_cast<Status>(*verdict.status);
    }
    out.headline = static_cast<Headline>(verdict.headline);
    for (const Field field : verdict.wrong_fields) {
        out.wrong_fields.emplace_back(csl_name(field));
    }
    out.reason = verdict.reason;
    out.next_step = verdict.next_step;
    for (const auto& [field, agreement, cited, found, source, note] : verdict.evidence) {
        out.evidence.push_back(
            {std::string(csl_name(field)), static_cast<Agreement>(agreement), cited, found, source, note});
    }
    if (verdict.record) {
        out.record = given(*verdict.record);
    }
    if (verdict.corrected) {
        out.corrected = given(*verdict.corrected);
    }
    out.notices = verdict.notices;
    out.retracted_on = verdict.retracted_on;
    out.publication_types = verdict.publication_types;
    out.probability = verdict.probability;
    return out;
}

Hit given(const search::Hit& hit) {
    Hit out;
    out.rank = hit.rank;
    out.score = hit.score;
    out.id = hit.id;
    out.text = hit.text;
    out.article = hit.path;
    out.article_title = hit.article_title;
    out.heading = hit.heading;
    out.line = hit.line;
    out.column = hit.column;
    out.stance = hit.comparison ? search::name(hit.comparison->stance) : "";
    for (const auto& source : hit.references) {
        out.sources.push_back({source.index, given(source.reference),
                               source.verdict ? std::optional(given(*source.verdict)) : std::nullopt});
    }
    return out;
}

Problem given(const Error& error, std::string_view name) {
    return {error.what, error.where.empty() ? std::string(name) : error.where, error.offset};
}

CheckedArticle given(const report::CheckedArticle& checked) {
    const article::Article& article = checked.article;
    const auto reason = [](const std::map<std::size_t, report::Suppression>& quiet, std::size_t index) {
        const auto found = quiet.find(index);
        return found == quiet.end() ? std::string() : found->second.reason;
    };
    CheckedArticle out{checked.path, article.title, article.format, {}, {}, {}, article.warnings};
    for (std::size_t i = 0; i < article.references.size(); ++i) {
        const auto& listed = article.references[i];
        out.references.push_back({given(listed.reference), given(checked.verdicts[i]), listed.position.line,
                                  listed.position.column, reason(checked.quiet_verdicts, i)});
    }
    for (const auto& claim : article.claims) {
        const auto place = article.position_of(article.sentences[claim.sentence].span.begin);
        out.claims.push_back({claim.text,
                              place.line,
                              place.column,
                              {claim.references.begin(), claim.references.end()},
                              claim.evidence});
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const finding::Finding& one = checked.findings[i];
        out.findings.push_back({std::string(one.rule), static_cast<Level>(one.level), one.message, one.hint,
                                one.line, one.column, one.reference, one.claim,
                                reason(checked.quiet_findings, i)});
    }
    return out;
}

}  // namespace whereof::library
