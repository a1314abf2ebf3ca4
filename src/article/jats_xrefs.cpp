// SPDX-License-Identifier: MIT
#include "article/jats_xrefs.hpp"

#include "article/jats_parts.hpp"
#include "article/jats_reference.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace whereof::article {
namespace {

bool is_dash(std::string_view between) {
    between = text::trim(between);
    std::size_t at = 0;
    return !between.empty() && text::is_dash(text::next_code_point(between, at)) && at == between.size();
}

}  // namespace

std::string JatsXrefs::citation_id(pugi::xml_node ref, std::size_t index) {
    const std::string id = ref.attribute("id").value();
    return index == 0 || id.empty() ? id : id + ":" + std::to_string(index + 1);
}

void JatsXrefs::learn(pugi::xml_node article) {
    for (auto node = article.first_child(); node && node != article;) {
        if (local_name(node) == "ref" && node.attribute("id")) {
            const auto children = node.children();
            citations_[node.attribute("id").value()] = static_cast<std::size_t>(
                std::count_if(children.begin(), children.end(),
                              [](pugi::xml_node child) { return is_citation(local_name(child)); }));
        } else if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && node != article && !node.next_sibling()) {
            node = node.parent();
        }
        node = node == article ? article : node.next_sibling();
    }
}

std::string JatsXrefs::target(pugi::xml_node xref) const {
    const std::string_view rids = xref.attribute("rid").value();
    std::string out;
    for (std::size_t at = 0; at < rids.size();) {
        const std::size_t end = std::min(rids.find_first_of(" \t\r\n", at), rids.size());
        const std::string id(rids.substr(at, end - at));
        at = end + 1;
        const auto found = citations_.find(id);
        if (found != citations_.end()) {
            out += (out.empty() ? "" : " ") + id;
            for (std::size_t index = 1; index < found->second; ++index) {
                out += " " + id + ":" + std::to_string(index + 1);
            }
        } else if (!id.empty() && std::string_view(xref.attribute("ref-type").value()) == "bibr") {
            out += (out.empty() ? "" : " ") + id;
        }
    }
    return out;
}

void expand_ranges(Draft& draft) {
    std::vector<std::string_view> ids;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const Block& block : draft.blocks) {
        if (block.is_reference && !block.id.empty() && places.emplace(block.id, ids.size()).second) {
            ids.push_back(block.id);
        }
    }
    const auto place = [&](std::string_view id) {
        const auto found = places.find(id);
        return found == places.end() ? ids.size() : found->second;
    };
    Inline* before = nullptr;
    for (Inline& xref : draft.inlines) {
        if (xref.kind != InlineKind::xref) {
            continue;
        }
        if (before != nullptr && before->span.end < xref.span.begin &&
            xref.span.begin - before->span.end < 8 &&
            is_dash(
                std::string_view(draft.text).substr(before->span.end, xref.span.begin - before->span.end))) {
            const auto blank = before->target.rfind(' ');
            const std::size_t first =
                place(std::string_view(before->target).substr(blank == std::string::npos ? 0 : blank + 1));
            const std::size_t last = place(std::string_view(xref.target).substr(0, xref.target.find(' ')));
            if (first < last && last < ids.size() && last - first <= kMostInRange) {
                std::string all;
                for (std::size_t index = first + 1; index < last; ++index) {
                    all.append(ids[index]).append(" ");
                }
                xref.target = all + xref.target;
            }
        }
        before = &xref;
    }
}

}  // namespace whereof::article
