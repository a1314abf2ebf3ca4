// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::search {

/// Where a text must stand. `any`: the claim or sentence, its heading, the article's title, the titles of the
/// sources it cites.
enum class TextField : std::uint8_t { any, claim, heading, title, source, author, journal };

/// What one part of a query asks for.
enum class LeafKind : std::uint8_t {
    words,    ///< every word, anywhere in `field`
    phrase,   ///< the words one after another; with `within` near each other in any order
    prefix,   ///< a word that starts so
    year,     ///< of a source, from `from` to `to`
    verdict,  ///< `text` is the headline of a source's newest verdict
    site,     ///< `text` stands in the article's site, URL or path
    design,   ///< `text` is the study design of a source, by its record or title (bib/study_design.hpp)
    cited,    ///< `from` 1: the claim cites a source, 0: it cites none
};

struct Leaf {
    LeafKind kind = LeafKind::words;
    TextField field = TextField::any;
    std::string text;        ///< as typed, without quotes
    std::size_t within = 0;  ///< words that may stand between; 0: a phrase
    int from = 0;
    int to = 0;
    bool is_outcome = false;  ///< stands behind the colon of "A versus B: outcome"
};

/// A part of a query: a leaf, or a group of parts. A row matches a group when it matches all of `must`, none
/// of `must_not`, and, where the group wants a word but requires none, at least one of `should`. It matches
/// `any_of`, where there is one, when it matches one of its parts.
struct Node {
    bool is_leaf = false;
    Leaf leaf;
    std::vector<Node> must;
    std::vector<Node> must_not;
    std::vector<Node> should;
    std::vector<Node> any_of;
};

/// The index terms that a leaf of text asks for, each with its place in leaf.text; of a prefix the last one
/// is a prefix (text::is_prefix). None for other leaves.
std::vector<std::pair<std::string, Span>> terms_of_leaf(const Leaf& leaf);

/// Reads a query.
///
/// Takes   words; "phrases"; AND, OR, NOT in capitals; -word; prefix*; `a NEAR b`, `a NEAR/5 b`, `"a b"~5`;
///         parentheses; claim: title: heading: source: author: journal: year:2019..2023 verdict:retracted
///         site:example.org design:meta-analysis cited:no. Unbalanced quotes and parentheses and any other
///         character divide words.
/// Fails   on a field name or value that cannot be meant, an impossible range, a phrase of more than 100
/// words,
///         more than 64 prefixes, and when nothing is left to look for; `offset` is then the byte in `text`.
/// Cost    linear; groups nested deeper than 32 are read as one.
Result<Node> parse_query(std::string_view text);

}  // namespace whereof::search
