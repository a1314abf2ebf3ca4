// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/reference.hpp"
#include "claim/comparison.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// A place in the file as it was given: lines and columns from 1, columns in code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool operator==(const Position&) const = default;
};

/// A piece of the kept text whose characters stand one after another in the file too.
struct Anchor {
    std::size_t offset = 0;  ///< bytes into Article::text where the piece begins
    Position position;       ///< of its first character in the file
};

/// One entry of the reference list and where it stands. Entries made from a link in the text (a paper linked
/// but not listed) have `from_link` set and the link's place.
struct ListedReference {
    bib::Reference reference;
    std::string id;  ///< the file's own key: JATS id "B12", a Markdown footnote's name; else empty
    Position position;
    std::optional<Position> end{};  ///< behind its last character; absent where its text stands in no file
    bool from_link = false;
};

enum class MarkerKind : std::uint8_t { bracket, superscript, parenthesis, author_year, footnote, xref, link };

/// An in-text citation: "[1,3-5]", "³", "(Smith et al., 2020)".
struct Marker {
    MarkerKind kind{};
    Span span;                              ///< bytes into Article::text
    std::vector<std::uint32_t> references;  ///< indexes into Article::references, in the marker's order
    std::vector<std::string> dangling;      ///< what it names that the list does not hold: "7", "Smith 2020"
};

enum class BlockKind : std::uint8_t { heading, paragraph, list_item, table_cell, quote };

struct Sentence {
    Span span;              ///< bytes into Article::text
    std::uint32_t section;  ///< index into Article::sections
    BlockKind block{};
};

struct Section {
    std::string heading;  ///< empty for text before the first heading
    std::uint32_t level;  ///< 1 to 6; 0 before the first heading
};

/// The part of a claim that stands before one of its markers.
struct Clause {
    Span span;
    std::vector<std::uint32_t> references;
};

/// A sentence that asserts something and says, or should say, on what it rests.
struct Claim {
    std::uint32_t sentence = 0;             ///< index into Article::sentences
    std::string text;                       ///< the whole sentence, its markers removed, white space squeezed
    std::vector<std::uint32_t> references;  ///< all of the sentence's, each once, in order of first mention
    std::vector<std::uint32_t> markers;     ///< indexes into Article::markers
    std::vector<Clause> clauses;            ///< one per marker or group of adjacent markers
    std::string evidence;  ///< the words that name evidence ("a 2023 meta-analysis"), or empty
    bool cited = false;    ///< false: it names evidence and cites none
    std::vector<claim::Comparison> comparisons;
};

/// An article as it was read: the kept text without navigation, the list, and what in the text points to it.
struct Article {
    std::string id;  ///< the file's own (JSONL id, DOI, PMC number) or empty
    std::string title;
    std::string site;  ///< web site or journal
    std::string url;
    std::string DOI;
    std::string date;      ///< ISO 8601, as precise as known
    std::string language;  ///< BCP 47, or empty
    std::string format;    ///< the reader's name: "html"
    std::string
        text;  ///< UTF-8: what a reader would read, without the reference list; blocks divided by "\n\n"
    std::vector<Anchor> anchors;  ///< by offset
    std::vector<Section> sections;
    std::vector<Sentence> sentences;
    std::vector<ListedReference> references;
    std::vector<Marker> markers;        ///< by span
    std::vector<Claim> claims;          ///< by sentence
    std::vector<std::string> warnings;  ///< what was read with loss, one sentence each

    /// Where in the file a byte of `text` stands.
    [[nodiscard]] Position position_of(std::size_t offset) const;
    /// Behind the last character of a piece that ends at `end`; it need not be where the next one begins.
    [[nodiscard]] Position position_behind(std::size_t end) const;
};

}  // namespace whereof::article
