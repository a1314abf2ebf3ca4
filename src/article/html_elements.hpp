// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace whereof::article {

/// What an HTML element does to the text inside and around it.
enum class HtmlShape : std::uint8_t {
    flow,        ///< inline without a meaning of its own, and elements that nobody knows
    block,       ///< p, div, section, …
    heading,     ///< h1 to h6
    list,        ///< ul, ol, menu
    item,        ///< li
    term,        ///< dt
    definition,  ///< dd
    quote,       ///< blockquote
    row,         ///< tr
    cell,        ///< td, th
    table,       ///< table and its groups of rows
    rule,        ///< hr
    line_break,  ///< br
    superscript,
    italic,  ///< i, em, cite, var, dfn
    bold,
    link,          ///< a
    quotation,     ///< q
    preformatted,  ///< pre
    unread,        ///< script, style, form controls, embedded media: their text is no text
    title,
    meta,  ///< meta, link, time, html: what the page says of itself
};
HtmlShape html_shape(std::string_view name) noexcept;

/// Why an element may stand around the article rather than in it.
enum class Surroundings : std::uint8_t {
    none,
    by_element,  ///< nav, aside, footer, header, form
    by_name,     ///< its id, class, role or label says so
};

/// What the attributes of an element say, as far as it matters here. Views into the parser's memory.
struct HtmlNames {
    std::string_view element, id, classes, role, label;
};

/// `element` is lower case. Classes and ids count by whole words, never when another of them names
/// references, footnotes or the article itself; ids made from headings ("social-support") are not enough.
Surroundings surroundings(const HtmlNames& names);

/// An id, class or role by which pages name reference lists: "references", "footnotes", "doc-bibliography".
bool names_references(const HtmlNames& names);

}  // namespace whereof::article
