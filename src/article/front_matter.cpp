// SPDX-License-Identifier: MIT
#include "article/front_matter.hpp"

#include "article/page_facts.hpp"
#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace whereof::article {
namespace {

struct Key {
    std::string_view name;
    std::string Draft::*field;
};

constexpr Key kKeys[] = {
    {"title", &Draft::title},
    {"date", &Draft::date},
    {"published", &Draft::date},
    {"url", &Draft::url},
    {"link", &Draft::url},
    {"canonical", &Draft::url},
    {"canonical_url", &Draft::url},
    {"source_url", &Draft::url},
    {"lang", &Draft::language},
    {"language", &Draft::language},
    {"site", &Draft::site},
    {"journal", &Draft::site},
    {"container-title", &Draft::site},
    {"doi", &Draft::DOI},
    {"id", &Draft::id},
};

std::string_view next_line(std::string_view text, std::size_t& at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    return text::trim(line);
}

}  // namespace

std::size_t front_matter_size(std::string_view text) {
    constexpr std::size_t kLongest = std::size_t{1} << 16U;
    std::size_t at = 0;
    if (next_line(text, at) != "---") {
        return 0;
    }
    bool has_key = false;
    while (at < text.size() && at < kLongest) {
        const auto line = next_line(text, at);
        if (line == "---" || line == "...") {
            return has_key ? at : 0;
        }
        const auto colon = line.find(':');
        has_key = has_key || (colon != std::string_view::npos && colon > 0 && line.find(' ') >= colon);
    }
    return 0;
}

std::size_t read_front_matter(std::string_view text, Draft& draft) {
    const std::size_t size = front_matter_size(text);
    for (std::size_t at = 0; at < size;) {
        const auto line = next_line(text.substr(0, size), at);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) {
            continue;
        }
        const auto name = text::ascii_lower(text::trim(line.substr(0, colon)));
        auto value = text::trim(line.substr(colon + 1));
        if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) {
            value = value.substr(1, value.size() - 2);
        }
        const auto key =
            std::find_if(std::begin(kKeys), std::end(kKeys), [&](const Key& k) { return k.name == name; });
        if (key == std::end(kKeys) || value.empty() || !(draft.*key->field).empty()) {
            continue;
        }
        if (key->field == &Draft::date) {
            draft.date = iso_date(value);
        } else if (key->field == &Draft::DOI) {
            const auto doi = bib::parse_identifier(bib::Field::DOI, value);
            draft.DOI = doi ? *doi : std::string();
        } else {
            draft.*key->field = text::make_valid_utf8(value);
        }
    }
    return size;
}

}  // namespace whereof::article
