// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whereof::article {

/// What a reader knows of a stretch of text that plain text cannot say.
enum class InlineKind : std::uint8_t {
    superscript,
    italic,
    bold,
    link,      ///< target: the URL, or "#id" inside the page
    xref,      ///< target: ids of references, divided by blanks (JATS xref rid, Markdown footnote name)
    footnote,  ///< target: the footnote's name
};

struct Inline {
    InlineKind kind{};
    Span span;  ///< bytes into Draft::text
    std::string target;
};

/// One block of text in reading order. What belongs to no article (navigation, banners) the reader leaves out
/// where the format says so (<nav>, <aside>, <script>); what only the words tell is left to assemble().
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint32_t level = 0;  ///< of a heading 1 to 6; of a list item its depth, from 1
    Span span;                ///< bytes into Draft::text
    std::string label;        ///< what numbers it: "3", "•", "a)"; empty when nothing does
    std::string id;           ///< the file's own id of it (anchor), for links to it
    bool ordered = false;     ///< of a list item: the list is numbered
    bool is_reference =
        false;             ///< the format itself says that this is an entry of the list (JATS ref, footnote)
    bool is_made = false;  ///< its text was put together from fields and stands nowhere in the file
};

/// A reference whose fields the format itself tells (JATS element-citation, CSL-JSON in JSONL).
struct StructuredReference {
    std::uint32_t block = 0;  ///< index into Draft::blocks, which holds its raw text
    bib::Item item;
};

/// What every reader gives and assemble() takes: blocks of text, not yet divided into text and list.
struct Draft {
    std::string id, title, site, url, DOI, date, language, format;
    std::string text;  ///< all blocks' text, UTF-8; blocks do not overlap, bytes between them are blank
    std::vector<Block> blocks;                    ///< by span
    std::vector<Inline> inlines;                  ///< by span.begin
    std::vector<Anchor> anchors;                  ///< by offset
    std::vector<StructuredReference> structured;  ///< by block
    std::vector<std::string>
        sentences;  ///< given by the file (JSONL `sentences`): kept as they are; else empty
    std::vector<std::string> warnings;
};

/// Finds the reference list, divides and parses its entries, drops what stands around the article, links the
/// markers, divides sentences and makes claims. Never fails: a draft without a list gives an article without
/// references.
Article assemble(Draft draft);

}  // namespace whereof::article
