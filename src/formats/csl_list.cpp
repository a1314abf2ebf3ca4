// SPDX-License-Identifier: MIT
#include "formats/csl_list.hpp"

#include "base/span.hpp"
#include "formats/csl_json.hpp"
#include "formats/json_text.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

using Json = nlohmann::ordered_json;

/// The JSON library recurses; no bibliographic item needs more.
constexpr std::size_t kDeepest = 64;

struct Element {
    Span span;
    std::size_t depth = 0;  ///< of its own nesting; 0: no object, but what stands between objects
};

/// Closes the innermost bracket of the kind, and with it those inside that were left open. False when there
/// is none.
bool close_bracket(std::string& open, char closer) {
    const std::size_t at = open.rfind(closer == '}' ? '{' : '[');
    if (at == std::string::npos) {
        return false;
    }
    open.resize(at);
    return true;
}

/// Blanks, and what divides and surrounds the items of a list.
bool is_between(char c) {
    constexpr std::string_view kBetween = " \t\r\n,[]{}";
    return kBetween.find(c) != std::string_view::npos;
}

/// The objects of a list that stand outside of every other object, by their brackets alone, and what stands
/// between them, line for line, where it is more than punctuation.
std::vector<Element> find_objects(std::string_view file, Span list) {
    std::vector<Element> out;
    std::string open;  // the brackets not yet closed, without the list's own
    std::size_t deepest = 0;
    std::size_t begin = 0;
    bool quoted = false;
    bool astray = false;
    for (std::size_t at = list.begin; at < list.end; ++at) {
        const char c = file[at];
        if (open.empty() && !is_between(c)) {
            if (!astray) {
                out.push_back({{at, at}, 0});
            }
            astray = true;
            out.back().span.end = at + 1;
        } else {
            // Blanks divide words, not what is astray.
            astray = astray && c == ' ';
        }
        if (quoted) {
            at += c == '\\' ? 1U : 0U;
            // A string that has not ended at the end of its line never will: no JSON string has a line break.
            quoted = c != '"' && c != '\n';
        } else if (c == '"') {
            quoted = !open.empty();
        } else if (c == '{' || (c == '[' && !open.empty())) {
            if (open.empty()) {
                begin = at;
                deepest = 0;
            }
            open.push_back(c);
            deepest = std::max(deepest, open.size());
        } else if ((c == '}' || c == ']') && close_bracket(open, c) && open.empty()) {
            out.push_back({{begin, at + 1}, deepest});
        }
    }
    if (!open.empty()) {
        out.push_back({{begin, list.end}, deepest});
    }
    return out;
}

/// Error for what stands where an item should.
Error not_an_item(std::string_view file, Span span) {
    constexpr std::size_t kShown = 60;
    return {
        "expected a CSL-JSON item, found " + on_one_line(span.of(file).substr(0, kShown)), {}, span.begin};
}

Result<ReadEntry> read_object(std::string_view file, const Element& element) {
    const auto located = [&](std::string what) { return Error{std::move(what), {}, element.span.begin}; };
    if (element.depth == 0) {
        return not_an_item(file, element.span);
    }
    if (element.depth > kDeepest) {
        return located("expected a CSL-JSON item, found JSON nested more than 64 deep");
    }
    const Json json = Json::parse(text::make_valid_utf8(element.span.of(file)), nullptr, false);
    if (json.is_discarded()) {
        return located("expected a CSL-JSON item, found broken JSON");
    }
    auto item = from_csl_json(json);
    if (!item) {
        return located(item.error().what);
    }
    if (says_nothing(*item)) {
        return located("expected a CSL-JSON item that says something of a work, found none");
    }
    ReadEntry entry{*std::move(item), {}, element.span};
    if (const auto id = json.find("id"); id != json.end() && id->is_string()) {
        entry.key = id->get<std::string>();
    } else if (id != json.end() && id->is_number_integer()) {
        entry.key = id->dump();
    }
    return entry;
}

/// The names and values of the members of the first object in `head`, those of inner objects left out; a
/// value that is no string is empty.
std::vector<std::pair<std::string_view, std::string_view>> first_members(std::string_view head) {
    std::vector<std::pair<std::string_view, std::string_view>> out;
    std::size_t depth = 0;
    bool is_value = false;
    for (std::size_t at = head.find('{'); at < head.size(); ++at) {
        const char c = head[at];
        if (c == '"') {
            const std::size_t begin = at + 1;
            for (++at; at < head.size() && head[at] != '"'; ++at) {
                at += head[at] == '\\' ? 1U : 0U;
            }
            const std::string_view text = head.substr(begin, std::min(at, head.size()) - begin);
            if (depth == 1 && !is_value) {
                out.emplace_back(text, std::string_view());
            } else if (depth == 1) {
                out.back().second = text;
            }
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) {
                break;
            }
        } else if (depth == 1 && (c == ':' || c == ',')) {
            is_value = c == ':' && !out.empty();
        }
    }
    return out;
}

/// Where the list begins that an object wraps: {"items":[…]} as Zotero's API and Better BibTeX have it, or
/// {"message":{"items":[…]}} as Crossref has it. npos when `head` begins with no such object.
std::size_t find_wrapped_list(std::string_view head) {
    std::size_t depth = 0;
    std::string_view last;   // the string before this place
    std::string_view outer;  // the member of the outermost object that it belongs to
    for (std::size_t at = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF"); at < head.size(); ++at) {
        const char c = head[at];
        if (c == '"') {
            const std::size_t begin = at + 1;
            for (++at; at < head.size() && head[at] != '"'; ++at) {
                at += head[at] == '\\' ? 1U : 0U;
            }
            last = head.substr(begin, std::min(at, head.size()) - begin);
        } else if (c == '[' && last == "items" && (depth == 1 || (depth == 2 && outer == "message"))) {
            return at;
        } else if (c == '{' || c == '[') {
            if (depth == 0 && c == '[') {
                break;
            }
            outer = depth == 1 ? last : outer;
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            break;
        } else if (c == ',') {
            last = {};
        }
    }
    return std::string_view::npos;
}

/// Behind the bracket that closes the one at `begin`.
std::size_t end_of_list(std::string_view file, std::size_t begin) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = begin; at < file.size(); ++at) {
        const char c = file[at];
        if (quoted) {
            at += c == '\\' ? 1U : 0U;
            quoted = c != '"' && c != '\n';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[') {
            ++depth;
        } else if (c == ']' && --depth == 0) {
            return at + 1;
        }
    }
    return file.size();
}

}  // namespace

std::string write_csl_list(std::span<const Entry> entries) {
    std::string out = "[";
    for (const Entry& entry : entries) {
        out += out.size() > 1 ? ",\n{" : "\n{";
        begin_json_member(out, "id");
        append_json_string(out, entry.id);
        append_csl_members(out, *entry.item);
        std::string custom = "{";
        append_csl_custom(custom, *entry.item);
        if (!entry.verdict.empty()) {
            begin_json_member(custom, "verdict");
            append_json_string(custom, entry.verdict);
        }
        if (custom.size() > 1) {
            begin_json_member(out, "custom");
            out += custom + "}";
        }
        out += "}";
    }
    return out + "\n]\n";
}

bool looks_like_csl_list(std::string_view head) {
    head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::string_view rest = text::trim(head);
    const std::size_t wrapped = find_wrapped_list(rest);
    const bool is_wrapped = wrapped != std::string_view::npos;
    rest.remove_prefix(is_wrapped ? wrapped : 0);
    const bool is_array = rest.starts_with('[');
    rest = is_array ? text::trim(rest.substr(1)) : rest;
    if (!rest.starts_with('{')) {
        return false;
    }
    constexpr std::array<std::string_view, 5> kOfArticles{"text", "body", "references", "sentences", "csl"};
    bool is_work = false;
    for (const auto& [name, value] : first_members(rest)) {
        if (std::ranges::find(kOfArticles, name) != kOfArticles.end()) {
            return false;
        }
        is_work = is_work || (name == "type" && bib::item_type_of_csl_name(value)) ||
                  name == "container-title" || name == "issued" ||
                  (!is_wrapped && (name == "DOI" || (is_array && name == "title")));
    }
    return is_work;
}

Items read_csl_list(std::string_view file) {
    Items out;
    const std::size_t mark = file.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t wrapped = find_wrapped_list(file);
    const Span list = wrapped == std::string_view::npos ? Span{mark, file.size()}
                                                        : Span{wrapped, end_of_list(file, wrapped)};
    for (const Element& element : find_objects(file, list)) {
        out.push_back(read_object(file, element));
    }
    return out;
}

}  // namespace whereof::formats
