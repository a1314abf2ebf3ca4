// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace whereof::bib {

/// What a word announces in a reference, whatever its language: "pp", "S", "pág" announce pages. The names
/// are those of corpus/words/reference_cues.tsv. The order is part of the weights' format: append only, and
/// train again.
enum class Cue : std::uint8_t {
    none,
    accessed,
    also,   ///< "et", "al", "others": the list of names goes on
    joint,  ///< "and", "und", "e"
    article_number,
    available,
    chapter,
    edition,
    editor,
    epub,   ///< "Epub", "Published"
    genre,  ///< "dissertation", "editorial"
    guideline,
    in,
    issue,
    journal,  ///< words of journal titles: "J", "Rev", "Zeitschrift"
    meeting,
    month,
    organisation,
    page,
    pending,  ///< "press", "forthcoming" behind "in"
    publisher,
    report,
    series,
    suffix,  ///< "Jr"
    supplement,
    translator,
    undated,
    version,
    volume,
    web,
    particle,  ///< "van", "de"
    updated,   ///< "updated", "reviewed"
    language,  ///< "German": what PubMed writes behind an article in another language than English
};
inline constexpr std::size_t kCueCount = static_cast<std::size_t>(Cue::language) + 1;

/// Does the word only say which field comes next, and nothing of its own? "In", "Available", "pp", "Epub".
[[nodiscard]] bool only_announces(Cue cue) noexcept;

/// The cue of a word by its Token::word hash; none for other words. Reads the embedded table once.
[[nodiscard]] Cue cue_of(std::uint32_t word) noexcept;

/// "page"; the name in the table.
[[nodiscard]] std::string_view cue_name(Cue cue) noexcept;

}  // namespace whereof::bib
