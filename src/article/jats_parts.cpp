// SPDX-License-Identifier: MIT
#include "article/jats_parts.hpp"

#include <algorithm>
#include <iterator>

namespace whereof::article {
namespace {

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

}  // namespace

Part part_of(std::string_view local_name) noexcept {
    const auto found = std::lower_bound(std::begin(kParts), std::end(kParts), local_name,
                                        [](const Row& row, std::string_view n) { return row.name < n; });
    return found != std::end(kParts) && found->name == local_name ? found->part : Part::through;
}

bool is_citation(std::string_view name) noexcept {
    return name == "element-citation" || name == "mixed-citation" || name == "citation" ||
           name == "nlm-citation" || name == "citation-alternatives";
}

}  // namespace whereof::article
