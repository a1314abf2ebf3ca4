// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/jats_reader.hpp"
#include "article/jats_reference.hpp"
#include "article/source_positions.hpp"
#include "text/encoding.hpp"

#include <algorithm>
#include <string>

#include <fmt/core.h>
#include <pugixml.hpp>

namespace whereof::article {
namespace {

/// The first element called `name` below `root`, and whether anything is deeper than kMaxXmlDepth.
struct Found {
    pugi::xml_node node;
    bool too_deep = false;
    bool several = false;
};

Found find_article(pugi::xml_node root) {
    Found found;
    int depth = 0;
    for (auto node = root.first_child(); node;) {
        if (node.type() == pugi::node_element && local_name(node) == "article" && depth < 8) {
            found.several = found.several || found.node;
            found.node = found.node ? found.node : node;
        }
        if (node.first_child()) {
            node = node.first_child();
            found.too_deep = found.too_deep || ++depth > kMaxXmlDepth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
            if (node == root) {
                return found;
            }
        }
        node = node.next_sibling();
    }
    return found;
}

/// Does the document define entities (short forms of text, or of other files)? They may stand for any amount
/// of text, so they are not expanded; without them the article would be read with holes.
bool declares_entities(const pugi::xml_document& document) {
    for (const auto node : document.children()) {
        if (node.type() == pugi::node_doctype &&
            std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string root_name(const pugi::xml_document& document) {
    return std::string(std::string_view(document.document_element().name()).substr(0, 60));
}

}  // namespace

bool looks_like_jats(std::string_view head) {
    if (looks_like_html(head) && head.find("<article-meta") == std::string_view::npos &&
        head.find("-//NLM//DTD") == std::string_view::npos &&
        head.find("article-type=") == std::string_view::npos &&
        head.find("<front>") == std::string_view::npos) {
        return false;
    }
    const auto at = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (at == std::string_view::npos) {
        return false;
    }
    const auto start = head.substr(at);
    return start.starts_with("<?xml") || start.starts_with("<article") ||
           start.starts_with("<!DOCTYPE article") || start.starts_with("<pmc-articleset") ||
           (start.starts_with("<!--") && head.find("<article ") != std::string_view::npos);
}

Result<Draft> read_jats(std::string_view bytes) {
    const auto decoded = text::decode(bytes, text::declared_charset(bytes));
    const auto source = decoded.text();
    pugi::xml_document document;
    const auto parsed = document.load_buffer(source.data(), source.size(),
                                             pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype,
                                             pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset));
        const auto [line, column] = SourcePositions(source).at(offset);
        return Error{fmt::format("expected a whole JATS XML article, found broken XML at line {}, column {} "
                                 "({}): the file may "
                                 "be cut off; fetch it again",
                                 line, column, parsed.description()),
                     {},
                     offset};
    }
    if (declares_entities(document)) {
        return Error{
            "expected an article without entities of its own, found <!ENTITY in its DOCTYPE: whereof never "
            "expands them; write out what they stand for and remove the declarations"};
    }
    const auto [article, too_deep, several] = find_article(document);
    if (too_deep) {
        return Error{fmt::format("expected elements nested at most {} deep, found more: this is no article",
                                 kMaxXmlDepth)};
    }
    if (!article) {
        return Error{fmt::format(
            "expected JATS XML with the root <article>, found the root <{}>: convert it to JATS, HTML or "
            "text, or, for PubMed records, use \"whereof authority import\"",
            root_name(document))};
    }
    DraftBuilder builder(source);
    JatsReader(builder).read(article);
    if (several) {
        builder.warn("The file holds several articles; only the first was read.");
    }
    if (decoded.malformed() > 0) {
        builder.warn("Some bytes are no " + decoded.encoding() + " text; each stands as U+FFFD.");
    }
    Draft draft = builder.finish();
    draft.format = "jats";
    expand_ranges(draft);
    return draft;
}

}  // namespace whereof::article
