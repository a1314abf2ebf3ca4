// SPDX-License-Identifier: MIT
#pragma once

#include "bib/item.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace whereof::bib {

/// What the tagger says of a token. A mark belongs to the field before it, an opening bracket or quotation
/// mark to the one behind it. The order is part of the weights' format.
enum class Label : std::uint8_t {
    author,
    editor_first,  ///< first token of an editor list
    editor,
    title_first,
    title,
    container_first,
    container,
    collection_first,
    collection,
    volume,
    issue,
    page,
    date_early,  ///< before the title: APA, Harvard
    date_late,
    edition,
    publisher_first,
    publisher,
    place,
    genre,
    accessed,
    epub,        ///< "Epub 2018 Mar 21"
    note,        ///< whatever else
    cue,         ///< "In", "Available from": announces a field, says nothing itself
    identifier,  ///< found by find_identifiers(), never by the tagger
};
inline constexpr std::size_t kLabelCount = static_cast<std::size_t>(Label::identifier) + 1;

struct LabelFacts {
    std::string_view name;       ///< as in training data and in explanations
    std::optional<Field> field;  ///< what it fills; nothing for cues and identifiers
    Label first;                 ///< what a run of it begins with
};

/// One row a label, in the order of Label.
inline constexpr std::array<LabelFacts, kLabelCount> kLabels{{
    {"author", Field::author, Label::author},
    {"editor_first", Field::editor, Label::editor_first},
    {"editor", Field::editor, Label::editor_first},
    {"title_first", Field::title, Label::title_first},
    {"title", Field::title, Label::title_first},
    {"container_first", Field::container_title, Label::container_first},
    {"container", Field::container_title, Label::container_first},
    {"collection_first", Field::collection_title, Label::collection_first},
    {"collection", Field::collection_title, Label::collection_first},
    {"volume", Field::volume, Label::volume},
    {"issue", Field::issue, Label::issue},
    {"page", Field::page, Label::page},
    {"date_early", Field::issued, Label::date_early},
    {"date_late", Field::issued, Label::date_late},
    {"edition", Field::edition, Label::edition},
    {"publisher_first", Field::publisher, Label::publisher_first},
    {"publisher", Field::publisher, Label::publisher_first},
    {"place", Field::publisher_place, Label::place},
    {"genre", Field::genre, Label::genre},
    {"accessed", Field::accessed, Label::accessed},
    {"epub", Field::issued, Label::epub},
    {"note", Field::note, Label::note},
    {"cue", std::nullopt, Label::cue},
    {"identifier", std::nullopt, Label::identifier},
}};

[[nodiscard]] constexpr const LabelFacts& facts(Label label) noexcept {
    return kLabels[static_cast<std::size_t>(label)];
}

}  // namespace whereof::bib
