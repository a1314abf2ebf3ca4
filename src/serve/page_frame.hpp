// SPDX-License-Identifier: MIT
#pragma once

#include "serve/page.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// A whole HTML document around what goes into <main>. `target` is the page's own address.
std::string framed(const PageData& page, std::string_view main, std::string_view target);

/// What a page that failed says, and the next step.
void append_failure(std::string& out, const PageData& page);

/// One choice of a <select>.
struct Choice {
    std::string_view value;
    std::string words;
};

/// "<label for="in">Look in</label><select id="in" name="in">…", with `chosen` selected.
void append_select(std::string& out, std::string_view name, std::string_view label,
                   const std::vector<Choice>& choices, std::string_view chosen);

/// "<a href="/reference/a%20b.md%23r2">…</a>": a link to a page about something; its words are escaped.
std::string link(std::string_view page, std::string_view name, std::string_view words);

/// The badge of a headline by its name: colour, symbol and word. Of what is no headline, a note that nobody
/// looked.
std::string badge(std::string_view headline);

/// "meta-analysis, OCEBM 2011 level 1 (by its title)" of what evidence_level_json() gives; empty for null.
std::string evidence_words(const nlohmann::ordered_json& level);

/// "1 claim", "12,345 claims"
std::string count_of(std::int64_t number, std::string_view one, std::string_view more);

/// A string member of an object; empty when it is absent or no string. Lives as long as the object.
std::string_view text_of(const nlohmann::ordered_json& object, const char* member);
/// Of what add_citation() was given: what people are shown.
std::string_view citation_of(const nlohmann::ordered_json& reference);

}  // namespace whereof::serve
