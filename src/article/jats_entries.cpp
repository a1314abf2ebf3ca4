// SPDX-License-Identifier: MIT
#include "article/jats_parts.hpp"
#include "article/jats_reader.hpp"
#include "article/jats_reference.hpp"
#include "article/reference_text.hpp"
#include "article/xml_text.hpp"

#include <string_view>
#include <utility>

#include <fmt/core.h>

namespace whereof::article {

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
        builder_.append(reference_text(item), offset_of(shown));
    }
    if (!builder_.in_block()) {
        builder_.warn(fmt::format("The entry {} of the reference list is empty.", id.empty() ? label : id));
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

}  // namespace whereof::article
