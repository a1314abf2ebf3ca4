// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The fields of a bibliographic item, under the names of CSL-JSON 1.0.2 where it has one.
enum class Field : std::uint8_t {
    author,
    editor,
    title,
    container_title,
    collection_title,
    volume,
    issue,
    page,
    edition,
    issued,
    accessed,
    publisher,
    publisher_place,
    genre,
    DOI,
    PMID,
    PMCID,
    arXiv,
    ISBN,
    ISSN,
    PII,
    trial,  ///< a trial registration: NCT…, ISRCTN…
    URL,
    type,
    note,
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::note) + 1;

/// "container-title", "DOI": the key in CSL-JSON. Fields that CSL-JSON lacks (arXiv, PII, trial) keep our own
/// name, and are written below `custom`.
[[nodiscard]] std::string_view csl_name(Field field) noexcept;
[[nodiscard]] std::optional<Field> field_of_csl_name(std::string_view name) noexcept;

/// CSL-JSON's item types that references in articles have.
enum class ItemType : std::uint8_t {
    article_journal,
    article_magazine,
    article_newspaper,
    article,  ///< a preprint, or an article of unknown kind
    book,
    chapter,
    dataset,
    document,  ///< something citable of which no more is known
    legislation,
    paper_conference,
    patent,
    report,
    software,
    thesis,
    webpage,
};
/// "article-journal"
[[nodiscard]] std::string_view csl_name(ItemType type) noexcept;
[[nodiscard]] std::optional<ItemType> item_type_of_csl_name(std::string_view name) noexcept;

/// A person, or an organisation when only `literal` is set. Given names are as cited: "Jan", "J. M.", "JM".
struct Name {
    std::string family;
    std::string given;
    std::string dropping_particle;      ///< "de" in "La Fontaine, Jean de"
    std::string non_dropping_particle;  ///< "van der" in "van der Heijden"
    std::string suffix;                 ///< "Jr.", "III"
    std::string literal;
    auto operator<=>(const Name&) const = default;
};

/// A date as precise as it was given: month and day are 0 when unknown, year is 0 when there is only
/// `literal`.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    std::string literal;  ///< what was understood by nobody: "n.d.", "in press"; else empty
    [[nodiscard]] bool empty() const noexcept { return year == 0 && literal.empty(); }
    auto operator<=>(const Date&) const = default;
};

/// What is known of a work, wherever it was said: in a reference string, in an authority's record, in a RIS
/// file. Text is UTF-8; an empty field is absent. Identifiers are in the canonical form of identifiers.hpp.
struct Item {
    ItemType type = ItemType::document;
    std::vector<Name> author;
    std::vector<Name> editor;
    bool authors_elided = false;  ///< "et al.", "and others": the list goes on
    bool editors_elided = false;
    std::string title;
    std::string container_title;        ///< journal, book, proceedings, web site; as given
    std::string container_title_short;  ///< the abbreviation, where both are known
    std::string collection_title;       ///< series
    std::string volume;
    std::string issue;
    std::string page;  ///< "2356-2367" (expanded), "e5001", "S34-S41"
    std::string edition;
    Date issued;  ///< of the issue or book
    Date epub;    ///< of the online version, where it is told apart
    Date accessed;
    std::string publisher;
    std::string publisher_place;
    std::string genre;  ///< "PhD thesis", "systematic review"
    std::string language;
    std::string DOI;
    std::string PMID;
    std::string PMCID;
    std::string arXiv;
    std::string ISBN;
    std::string ISSN;
    std::string PII;
    std::string trial;
    std::string URL;
    std::string abstract;  ///< in one paragraph; of records, never of a reference string
    std::string note;      ///< what nobody understood, verbatim

    /// The text field of that kind; for author, editor, issued, accessed and type an empty string.
    [[nodiscard]] const std::string& text(Field field) const noexcept;
    [[nodiscard]] std::string* text(Field field) noexcept;  ///< nullptr for fields that are not plain text
    auto operator<=>(const Item&) const = default;
};

}  // namespace whereof::bib
