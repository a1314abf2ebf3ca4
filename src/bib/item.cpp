// SPDX-License-Identifier: MIT
#include "bib/item.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

constexpr std::array<std::string_view, kFieldCount> kFieldNames{"author",
                                                                "editor",
                                                                "title",
                                                                "container-title",
                                                                "collection-title",
                                                                "volume",
                                                                "issue",
                                                                "page",
                                                                "edition",
                                                                "issued",
                                                                "accessed",
                                                                "publisher",
                                                                "publisher-place",
                                                                "genre",
                                                                "DOI",
                                                                "PMID",
                                                                "PMCID",
                                                                "arXiv",
                                                                "ISBN",
                                                                "ISSN",
                                                                "PII",
                                                                "trial",
                                                                "URL",
                                                                "type",
                                                                "note"};

constexpr std::array<std::string_view, 15> kTypeNames{
    "article-journal", "article-magazine", "article-newspaper", "article",     "book",
    "chapter",         "dataset",          "document",          "legislation", "paper-conference",
    "patent",          "report",           "software",          "thesis",      "webpage"};

template <typename Enum, typename Names>
std::optional<Enum> find_name(const Names& names, std::string_view name) noexcept {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view csl_name(Field field) noexcept { return kFieldNames[static_cast<std::size_t>(field)]; }
std::string_view csl_name(ItemType type) noexcept { return kTypeNames[static_cast<std::size_t>(type)]; }
std::optional<Field> field_of_csl_name(std::string_view name) noexcept {
    return find_name<Field>(kFieldNames, name);
}
std::optional<ItemType> item_type_of_csl_name(std::string_view name) noexcept {
    return find_name<ItemType>(kTypeNames, name);
}

std::string* Item::text(Field field) noexcept {
    switch (field) {
        case Field::title:
            return &title;
        case Field::container_title:
            return &container_title;
        case Field::collection_title:
            return &collection_title;
        case Field::volume:
            return &volume;
        case Field::issue:
            return &issue;
        case Field::page:
            return &page;
        case Field::edition:
            return &edition;
        case Field::publisher:
            return &publisher;
        case Field::publisher_place:
            return &publisher_place;
        case Field::genre:
            return &genre;
        case Field::DOI:
            return &DOI;
        case Field::PMID:
            return &PMID;
        case Field::PMCID:
            return &PMCID;
        case Field::arXiv:
            return &arXiv;
        case Field::ISBN:
            return &ISBN;
        case Field::ISSN:
            return &ISSN;
        case Field::PII:
            return &PII;
        case Field::trial:
            return &trial;
        case Field::URL:
            return &URL;
        case Field::note:
            return &note;
        case Field::author:
        case Field::editor:
        case Field::issued:
        case Field::accessed:
        case Field::type:
            return nullptr;
    }
    return nullptr;
}

const std::string& Item::text(Field field) const noexcept {
    static const std::string empty;
    const std::string* found = const_cast<Item*>(this)->text(field);
    return found != nullptr ? *found : empty;
}

}  // namespace whereof::bib
