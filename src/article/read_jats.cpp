// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/jats_front.hpp"
#include "article/jats_reference.hpp"
#include "article/jats_xrefs.hpp"
#include "article/reference_text.hpp"
#include "article/source_positions.hpp"
#include "article/xml_text.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include <fmt/core.h>
#include <pugixml.hpp>

namespace whereof::article {
namespace {

/// What a JATS element is for the text; unknown ones are walked through.
enum class Part : std::uint8_t {
    through,
    section,
    title,
    paragraph,
    list,
    definition_list,
    quote,
    table,
    cell,
    figure,
    note,
    references,
    front,
    italic,
    bold,
    superscript,
    xref,
    link,
    line_break,
    left_out,
};

struct Row {
    std::string_view name;
    Part part;
};

constexpr Row kParts[] = {
    {"abstract", Part::front},
    {"ack", Part::section},
    {"alt-text", Part::left_out},
    {"app", Part::section},
    {"article-title", Part::through},
    {"attrib", Part::paragraph},
    {"award-group", Part::left_out},
    {"bio", Part::left_out},
    {"bold", Part::bold},
    {"boxed-text", Part::section},
    {"break", Part::line_break},
    {"caption", Part::through},
    {"col", Part::left_out},
    {"colgroup", Part::left_out},
    {"contrib-group", Part::left_out},
    {"def-list", Part::definition_list},
    {"disp-quote", Part::quote},
    {"email", Part::through},
    {"ext-link", Part::link},
    {"fig", Part::figure},
    {"fn", Part::note},
    {"glossary", Part::section},
    {"graphic", Part::left_out},
    {"italic", Part::italic},
    {"label", Part::left_out},
    {"list", Part::list},
    {"long-desc", Part::left_out},
    {"media", Part::through},
    {"notes", Part::section},
    {"object-id", Part::left_out},
    {"p", Part::paragraph},
    {"permissions", Part::left_out},
    {"ref-list", Part::references},
    {"response", Part::left_out},
    {"sec", Part::section},
    {"sec-meta", Part::left_out},
    {"statement", Part::section},
    {"sub-article", Part::left_out},
    {"subtitle", Part::title},
    {"sup", Part::superscript},
    {"supplementary-material", Part::figure},
    {"table-wrap", Part::figure},
    {"td", Part::cell},
    {"tex-math", Part::left_out},
    {"th", Part::cell},
    {"title", Part::title},
    {"trans-abstract", Part::front},
    {"uri", Part::link},
    {"verse-group", Part::quote},
    {"verse-line", Part::paragraph},
    {"xref", Part::xref},
};
static_assert(std::is_sorted(std::begin(kParts), std::end(kParts),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

Part part_of(std::string_view name) {
    const auto found = std::lower_bound(std::begin(kParts), std::end(kParts), name,
                                        [](const Row& row, std::string_view n) { return row.name < n; });
    return found != std::end(kParts) && found->name == name ? found->part : Part::through;
}

bool is_citation(std::string_view name) {
    return name == "element-citation" || name == "mixed-citation" || name == "citation" ||
           name == "nlm-citation" || name == "citation-alternatives";
}

/// Walks through an article; the depth of its recursion is at most kMaxXmlDepth.
class JatsReader {
  public:
    explicit JatsReader(DraftBuilder& builder) : builder_(builder) {}

    void read(pugi::xml_node article);

  private:
    void walk(pugi::xml_node node);
    void element(pugi::xml_node node);
    void section(pugi::xml_node node);
    void heading(pugi::xml_node title, std::uint32_t level, pugi::xml_node label);
    void list(pugi::xml_node node);
    void definitions(pugi::xml_node node);
    void figure(pugi::xml_node node);
    void note(pugi::xml_node node);
    void front(pugi::xml_node node);
    void references(pugi::xml_node node);
    void reference(pugi::xml_node node);
    void citation(pugi::xml_node node, const std::string& id, const std::string& label);
    void verbatim(pugi::xml_node node);
    void block(pugi::xml_node node, BlockKind kind);
    void within(InlineKind kind, std::string target, pugi::xml_node node);
    void begin(BlockKind kind, pugi::xml_node node, std::uint32_t level = 0);
    std::size_t offset_of(pugi::xml_node node) const {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
    }

    DraftBuilder& builder_;
    JatsXrefs xrefs_;
    std::uint32_t level_ = 1;  ///< of the innermost heading
    std::uint32_t list_depth_ = 0;
    BlockKind running_ = BlockKind::paragraph;  ///< of text that goes on behind a block inside its paragraph
};

void JatsReader::begin(BlockKind kind, pugi::xml_node node, std::uint32_t level) {
    Block next;
    next.kind = kind;
    next.level = level;
    next.id = node.attribute("id").value();
    builder_.begin_block(std::move(next));
}

void JatsReader::block(pugi::xml_node node, BlockKind kind) {
    begin(kind, node);
    const BlockKind before = std::exchange(running_, kind);
    walk(node);
    running_ = before;
    builder_.end_block();
}

void JatsReader::within(InlineKind kind, std::string target, pugi::xml_node node) {
    builder_.begin_inline(kind, std::move(target));
    walk(node);
    builder_.end_inline(kind);
}

void JatsReader::walk(pugi::xml_node node) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            element(child);
        } else if (child.type() == pugi::node_pcdata) {
            append_xml_text(child.value(), offset_of(child), builder_);
        } else if (child.type() == pugi::node_cdata) {
            builder_.append(child.value(), offset_of(child));
        }
    }
}

void JatsReader::element(pugi::xml_node node) {
    switch (part_of(local_name(node))) {
        case Part::through:
            walk(node);
            break;
        case Part::section:
            section(node);
            break;
        case Part::title:
            heading(node, level_ + 1, {});
            break;
        case Part::paragraph:
            if (builder_.in_block() && running_ != BlockKind::paragraph) {
                builder_.append_line_break();
                walk(node);
            } else {
                block(node, running_);
            }
            break;
        case Part::list:
            list(node);
            break;
        case Part::definition_list:
            definitions(node);
            break;
        case Part::quote:
            block(node, BlockKind::quote);
            break;
        case Part::table:
            walk(node);
            break;
        case Part::cell:
            block(node, BlockKind::table_cell);
            break;
        case Part::figure:
            figure(node);
            break;
        case Part::note:
            note(node);
            break;
        case Part::references:
            references(node);
            break;
        case Part::front:
            front(node);
            break;
        case Part::italic:
            within(InlineKind::italic, {}, node);
            break;
        case Part::bold:
            within(InlineKind::bold, {}, node);
            break;
        case Part::superscript:
            within(InlineKind::superscript, {}, node);
            break;
        case Part::link:
            within(InlineKind::link, decode_entities(node.attribute("xlink:href").value()), node);
            break;
        case Part::xref:
            if (auto target = xrefs_.target(node); !target.empty()) {
                within(InlineKind::xref, std::move(target), node);
            } else {
                walk(node);
            }
            break;
        case Part::line_break:
            builder_.append_line_break();
            break;
        case Part::left_out:
            break;
    }
}

void JatsReader::heading(pugi::xml_node title, std::uint32_t level, pugi::xml_node label) {
    constexpr std::uint32_t kDeepest = 6;
    begin(BlockKind::heading, title, std::min(level, kDeepest));
    const BlockKind before = std::exchange(running_, BlockKind::heading);
    if (label) {
        Block next;
        next.kind = BlockKind::heading;
        next.level = std::min(level, kDeepest);
        next.label = plain_text(label);
        builder_.begin_block(std::move(next));
    }
    walk(title);
    running_ = before;
    builder_.end_block();
}

void JatsReader::section(pugi::xml_node node) {
    builder_.end_block();
    ++level_;
    const auto title = node.child("title");
    if (title) {
        heading(title, level_, node.child("label"));
    } else if (local_name(node) == "ack") {
        Block next;
        next.kind = BlockKind::heading;
        next.level = std::min(level_, 6U);
        builder_.begin_block(std::move(next));
        builder_.append("Acknowledgements", offset_of(node));
        builder_.end_block();
    }
    const BlockKind before = std::exchange(running_, BlockKind::paragraph);
    for (const auto child : node.children()) {
        if (child != title && child.type() == pugi::node_element) {
            element(child);
        }
    }
    running_ = before;
    --level_;
    builder_.end_block();
}

void JatsReader::list(pugi::xml_node node) {
    builder_.end_block();
    const std::string_view type = node.attribute("list-type").value();
    const bool ordered = type == "order" || type == "alpha-lower" || type == "alpha-upper" ||
                         type == "roman-lower" || type == "roman-upper";
    int number = 0;
    ++list_depth_;
    for (const auto item : node.children("list-item")) {
        Block next;
        next.kind = BlockKind::list_item;
        next.level = list_depth_;
        next.ordered = ordered;
        next.id = item.attribute("id").value();
        next.label = plain_text(item.child("label"));
        if (next.label.empty()) {
            ++number;
            next.label = ordered ? std::to_string(number) : type == "simple" ? "" : "•";
        }
        builder_.begin_block(std::move(next));
        const BlockKind before = std::exchange(running_, BlockKind::list_item);
        walk(item);
        running_ = before;
        builder_.end_block();
    }
    --list_depth_;
    begin(running_, {});
}

void JatsReader::definitions(pugi::xml_node node) {
    builder_.end_block();
    if (const auto title = node.child("title")) {
        heading(title, level_ + 1, {});
    }
    for (const auto item : node.children("def-item")) {
        begin(BlockKind::list_item, item, list_depth_ + 1);
        const BlockKind before = std::exchange(running_, BlockKind::list_item);
        for (const auto child : item.children()) {
            builder_.append_blank();
            walk(child);
        }
        running_ = before;
        builder_.end_block();
    }
}

/// Tables, figures and supplements: "Table 1" and the caption are one paragraph, then the cells and notes.
void JatsReader::figure(pugi::xml_node node) {
    builder_.end_block();
    const BlockKind before = std::exchange(running_, BlockKind::quote);
    begin(BlockKind::paragraph, node);
    if (const auto label = node.child("label")) {
        walk(label);
        builder_.append_blank();
    }
    for (const auto caption : node.children("caption")) {
        for (const auto part : caption.children()) {
            if (part.type() == pugi::node_element) {
                builder_.append_blank();
                walk(part);
            }
        }
    }
    builder_.end_block();
    running_ = BlockKind::paragraph;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element && local_name(child) != "caption" &&
            local_name(child) != "label") {
            element(child);
        }
    }
    running_ = before;
    begin(running_, {});
}

void JatsReader::note(pugi::xml_node node) {
    builder_.end_block();
    Block next;
    next.id = node.attribute("id").value();
    next.label = plain_text(node.child("label"));
    builder_.begin_block(std::move(next));
    const BlockKind before = std::exchange(running_, BlockKind::list_item);
    walk(node);
    running_ = before;
    builder_.end_block();
    begin(running_, {});
}

void JatsReader::front(pugi::xml_node node) {
    builder_.end_block();
    ++level_;
    if (!node.child("title")) {
        begin(BlockKind::heading, node, level_);
        builder_.append("Abstract", offset_of(node));
        builder_.end_block();
    } else {
        heading(node.child("title"), level_, {});
    }
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element && local_name(child) != "title") {
            element(child);
        }
    }
    --level_;
    builder_.end_block();
}

void JatsReader::references(pugi::xml_node node) {
    builder_.end_block();
    ++level_;
    if (const auto title = node.child("title")) {
        heading(title, level_, {});
    }
    for (const auto child : node.children()) {
        const auto name = local_name(child);
        if (name == "ref") {
            reference(child);
        } else if (name != "title" && child.type() == pugi::node_element) {
            element(child);
        }
    }
    --level_;
    builder_.end_block();
}

/// One block for each citation of the entry; the second and later ones have ids of their own.
void JatsReader::reference(pugi::xml_node node) {
    const auto label = plain_text(node.child("label"));
    std::size_t count = 0;
    for (const auto child : node.children()) {
        const auto name = local_name(child);
        if (is_citation(name)) {
            citation(child, JatsXrefs::citation_id(node, count), label);
            ++count;
        } else if (child.type() == pugi::node_element && name != "label" && count == 0) {
            Block next;
            next.is_reference = true;
            next.id = JatsXrefs::citation_id(node, count);
            next.label = label;
            builder_.begin_block(std::move(next));
            const BlockKind before = std::exchange(running_, BlockKind::list_item);
            walk(child);
            running_ = before;
            count += builder_.in_block() ? 1U : 0U;
            builder_.end_block();
        }
    }
}

void JatsReader::citation(pugi::xml_node node, const std::string& id, const std::string& label) {
    auto fields = node;
    auto shown = node;
    if (local_name(node) == "citation-alternatives") {
        const auto mixed = node.child("mixed-citation");
        const auto element_citation = node.child("element-citation");
        fields = element_citation ? element_citation : mixed;
        shown = mixed ? mixed : element_citation;
    }
    Block next;
    next.is_reference = true;
    next.id = id;
    next.label = plain_text(shown.child("label"));
    next.label = next.label.empty() ? label : next.label;
    builder_.begin_block(std::move(next));
    bib::Item item = citation_item(fields);
    const bool has_fields = !item.title.empty() || !item.container_title.empty() || !item.author.empty();
    if (is_fields_only(shown) && has_fields) {
        builder_.append(reference_text(item), offset_of(shown));
    } else {
        verbatim(shown);
    }
    if (!builder_.in_block()) {
        builder_.append(plain_text(shown), offset_of(shown));
    }
    // Tags around parts of a sentence tell less than a parser finds in the whole.
    const bool tells_all = !item.title.empty() && (!item.author.empty() || !item.container_title.empty());
    if (builder_.in_block() && tells_all) {
        builder_.draft.structured.push_back(
            {static_cast<std::uint32_t>(builder_.block_count() - 1), std::move(item)});
    }
    builder_.end_block();
}

/// The citation as its text stands, with a separator where tags follow one another without any.
void JatsReader::verbatim(pugi::xml_node node) {
    pugi::xml_node before;
    for (const auto child : node.children()) {
        const bool glued =
            before && before.type() == pugi::node_element && child.type() == pugi::node_element;
        const auto name = local_name(child);
        if (glued && builder_.in_block()) {
            const char last = builder_.draft.text.back();
            const bool stopped = std::string_view(".,;:?!(").find(last) != std::string_view::npos;
            const bool both_names = (name == "name" || name == "string-name") && name == local_name(before);
            const bool in_name = name == "given-names" || name == "suffix" || name == "surname";
            const bool is_markup =
                part_of(name) != Part::through || part_of(local_name(before)) != Part::through;
            if (!is_markup) {
                builder_.append(stopped || in_name ? " " : both_names ? ", " : ". ", offset_of(child));
            }
        }
        if (child.type() != pugi::node_element) {
            append_xml_text(child.value(), offset_of(child), builder_);
        } else if (name == "person-group" || name == "name" || name == "string-name") {
            verbatim(child);
        } else if (name == "etal" && !child.first_child()) {
            builder_.append("et al", offset_of(child));
        } else if (name != "label") {
            element(child);
        }
        before = child;
    }
}

void JatsReader::read(pugi::xml_node article) {
    xrefs_.learn(article);
    read_jats_front(article, builder_.draft);
    const auto meta = article.child("front").child("article-meta");
    if (const auto title = meta.child("title-group").child("article-title")) {
        heading(title, 1, {});
    }
    for (const auto child : meta.children()) {
        const auto name = local_name(child);
        if (name == "abstract" || name == "trans-abstract") {
            front(child);
        }
    }
    for (const auto child : article.children()) {
        const auto name = local_name(child);
        if (name == "body" || name == "back" || name == "floats-group" || name == "floats-wrap") {
            walk(child);
            builder_.end_block();
        } else if (name == "sub-article" || name == "response") {
            builder_.warn(
                "A sub-article or response inside the file was not read; save it as a file of its own.");
        }
    }
}

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
                                             pugi::parse_cdata | pugi::parse_ws_pcdata, pugi::encoding_utf8);
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
