// SPDX-License-Identifier: MIT
#include "text/plain_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::text {
namespace {

/// A blank where a heading or paragraph of HTML or JATS ends, so that its last word stays apart from the
/// next.
std::string with_paragraphs_apart(std::string_view abstract) {
    constexpr std::array<std::string_view, 8> kEnds{"</jats:title>",     "</jats:p>", "</title>", "</p>",
                                                    "</jats:list-item>", "</li>",     "<br>",     "<br/>"};
    std::string out;
    for (std::size_t i = 0; i < abstract.size(); ++i) {
        const auto ends = [rest = abstract.substr(i)](std::string_view tag) { return rest.starts_with(tag); };
        out += abstract[i] == '<' && std::ranges::any_of(kEnds, ends) ? " <" : std::string(1, abstract[i]);
    }
    return out;
}

/// The length of a label in front: "Abstract Background: …", "ABSTRACT: …", not "Abstract art is …". 0
/// without.
std::size_t label_before(std::string_view abstract) {
    for (const std::string_view label : {"abstract", "summary"}) {
        if (abstract.size() <= label.size() || ascii_lower(abstract.substr(0, label.size())) != label) {
            continue;
        }
        const std::size_t next = abstract.find_first_not_of(" :.", label.size());
        if (next != std::string_view::npos && next > label.size() && is_ascii_upper(abstract[next])) {
            return next;
        }
    }
    return 0;
}

}  // namespace

void make_plain_abstract(std::string& abstract) {
    if (abstract.find('<') != std::string::npos) {
        abstract = with_paragraphs_apart(abstract);
    }
    take_markup(abstract);
    while (const std::size_t label = label_before(abstract)) {  // "Summary: Abstract: Pain is …"
        abstract.erase(0, label);
    }
}

}  // namespace whereof::text
