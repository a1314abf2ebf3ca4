// SPDX-License-Identifier: MIT
#include "article/html_elements.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace whereof::article {
namespace {

struct Row {
    std::string_view name;
    HtmlShape shape;
};

using enum HtmlShape;

constexpr Row kElements[] = {
    {"a", link},           {"address", block},   {"annotation", unread}, {"annotation-xml", unread},
    {"article", block},    {"aside", block},     {"audio", unread},      {"b", bold},
    {"blockquote", quote}, {"body", block},      {"br", line_break},     {"button", unread},
    {"canvas", unread},    {"caption", block},   {"center", block},      {"cite", italic},
    {"dd", definition},    {"details", block},   {"dfn", italic},        {"dialog", block},
    {"dir", list},         {"div", block},       {"dl", block},          {"dt", term},
    {"em", italic},        {"embed", unread},    {"fieldset", block},    {"figcaption", block},
    {"figure", block},     {"footer", block},    {"form", block},        {"frameset", unread},
    {"h1", heading},       {"h2", heading},      {"h3", heading},        {"h4", heading},
    {"h5", heading},       {"h6", heading},      {"header", block},      {"hgroup", block},
    {"hr", rule},          {"html", meta},       {"i", italic},          {"iframe", unread},
    {"legend", block},     {"li", item},         {"link", meta},         {"main", block},
    {"map", unread},       {"menu", list},       {"meta", meta},         {"nav", block},
    {"noembed", unread},   {"noframes", unread}, {"noscript", unread},   {"object", unread},
    {"ol", list},          {"option", unread},   {"p", block},           {"pre", preformatted},
    {"q", quotation},      {"script", unread},   {"search", block},      {"section", block},
    {"select", unread},    {"strong", bold},     {"style", unread},      {"summary", block},
    {"sup", superscript},  {"svg", unread},      {"table", table},       {"tbody", table},
    {"td", cell},          {"template", unread}, {"textarea", unread},   {"tfoot", table},
    {"th", cell},          {"thead", table},     {"time", meta},         {"title", title},
    {"tr", row},           {"tt", flow},         {"ul", list},           {"var", italic},
    {"video", unread},
};
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

/// Names of which no article makes a heading: one of them as a part ("cookie-banner") is enough.
constexpr std::string_view kTelling[] = {
    "adsbygoogle", "advert",  "advertisement", "advertisements", "adverts",    "breadcrumb", "breadcrumbs",
    "cookie",      "cookies", "gdpr",          "navbar",         "newsletter", "sidebar",    "sponsored",
};

/// Names that say so only when they stand alone, or in these compounds: a heading may be about social support
/// or related disorders, and informed consent is a section of many articles.
constexpr std::string_view kAlone[] = {
    "ad-banner",
    "ad-container",
    "ad-slot",
    "ad-unit",
    "ad-wrapper",
    "addtoany",
    "ads",
    "article-share",
    "author-bio",
    "banner",
    "comment-form",
    "comment-list",
    "comment-respond",
    "commentlist",
    "comments",
    "comments-area",
    "comments-section",
    "consent",
    "consent-banner",
    "disqus_thread",
    "footer-nav",
    "global-footer",
    "global-header",
    "global-nav",
    "jp-relatedposts",
    "main-menu",
    "main-nav",
    "mega-menu",
    "menu",
    "mobile-menu",
    "modal",
    "nav",
    "nav-menu",
    "navigation",
    "onetrust-banner-sdk",
    "page-footer",
    "pagination",
    "popup",
    "post-comments",
    "post-navigation",
    "post-share",
    "primary-menu",
    "promo",
    "related",
    "related-articles",
    "related-content",
    "related-posts",
    "related-stories",
    "related-topics",
    "respond",
    "share",
    "share-bar",
    "share-buttons",
    "share-links",
    "sharedaddy",
    "sharing",
    "site-footer",
    "site-header",
    "site-nav",
    "site-navigation",
    "skip-link",
    "skip-to-content",
    "social",
    "social-buttons",
    "social-icons",
    "social-links",
    "social-media",
    "social-share",
    "social-sharing",
    "subscribe",
    "toolbar",
    "top-bar",
    "top-nav",
    "utility-nav",
    "widget-area",
};
static_assert(std::is_sorted(std::begin(kAlone), std::end(kAlone)));

constexpr std::string_view kRoles[] = {"alert",       "alertdialog", "banner", "complementary",
                                       "contentinfo", "dialog",      "menu",   "menubar",
                                       "navigation",  "search",      "toolbar"};

constexpr std::string_view kReferenceWords[] = {
    "bib",          "bibliography", "biblio",     "citation", "citations", "doc-bibliography",
    "doc-endnotes", "endnote",      "endnotes",   "footnote", "footnotes", "literature",
    "ref",          "reference",    "references", "reflist",  "refs",      "sources",
};

constexpr std::string_view kArticleWords[] = {"article", "content", "entry", "main", "post", "story"};

/// Elements of whose classes pages make themes ("has-sidebar"): never taken for surroundings by name.
constexpr std::string_view kWholePages[] = {"article", "body", "html", "main"};

template <std::size_t N>
bool is_among(std::string_view word, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_separator(char c) noexcept { return c == '-' || c == '_' || c == ':' || c == '.'; }

/// Calls `see` with each blank-divided name, lower case, and whether it is whole; then with its parts
/// ("cookie-banner", "cookieBanner" -> "cookie", "banner"). Stops when `see` says true.
template <typename See>
bool any_word(std::string_view names, See see) {
    constexpr std::size_t kMost = 2048;  // frameworks write long class lists, not this long
    names = names.substr(0, kMost);
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find_first_of(" \t\r\n\f", at), names.size());
        const auto name = names.substr(at, end - at);
        at = end + 1;
        if (name.empty()) {
            continue;
        }
        if (see(text::ascii_lower(name), true)) {
            return true;
        }
        for (std::size_t begin = 0; begin < name.size();) {
            std::size_t stop = begin + 1;
            while (stop < name.size() && !is_separator(name[stop]) &&
                   !(text::is_ascii_upper(name[stop]) && text::is_ascii_lower(name[stop - 1]))) {
                ++stop;
            }
            const auto part = text::ascii_lower(name.substr(begin, stop - begin));
            if (see(part, false)) {
                return true;
            }
            begin = stop < name.size() && is_separator(name[stop]) ? stop + 1 : stop;
        }
    }
    return false;
}

bool is_telling(std::string_view name, bool whole) {
    return is_among(name, kTelling) ||
           (whole && std::binary_search(std::begin(kAlone), std::end(kAlone), name));
}

}  // namespace

HtmlShape html_shape(std::string_view name) noexcept {
    const auto found = std::lower_bound(std::begin(kElements), std::end(kElements), name,
                                        [](const Row& a, std::string_view b) { return a.name < b; });
    return found != std::end(kElements) && found->name == name ? found->shape : flow;
}

bool names_references(const HtmlNames& names) {
    const auto see = [](std::string_view word, bool) { return is_among(word, kReferenceWords); };
    return any_word(names.id, see) || any_word(names.classes, see) || any_word(names.role, see);
}

Surroundings surroundings(const HtmlNames& names) {
    if (is_among(names.element, kWholePages) || names_references(names)) {
        return Surroundings::none;
    }
    const auto is_article = [](std::string_view word, bool whole) {
        return whole && is_among(word, kArticleWords);
    };
    if (any_word(names.classes, is_article) || any_word(names.id, is_article)) {
        return Surroundings::none;
    }
    const auto role = text::ascii_lower(names.role);
    if (is_among(role, kRoles) || any_word(names.classes, is_telling) || any_word(names.id, is_telling) ||
        any_word(names.label, is_telling)) {
        return Surroundings::by_name;
    }
    constexpr std::string_view kBy[] = {"aside", "dialog", "footer", "form", "header", "nav", "search"};
    return is_among(names.element, kBy) ? Surroundings::by_element : Surroundings::none;
}

}  // namespace whereof::article
