// SPDX-License-Identifier: MIT
#include "article/citation_fields.hpp"

#include "article/endnote_cite.hpp"
#include "formats/csl_json.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

namespace whereof::article {
namespace {

using Json = nlohmann::ordered_json;

/// The next word of a field code, or what stands in quotes; moves `at` past it.
std::string next_argument(std::string_view code, std::size_t& at) {
    while (at < code.size() && text::is_ascii_space(code[at])) {
        ++at;
    }
    if (at >= code.size()) {
        return {};
    }
    const bool quoted = code[at] == '"';
    const std::size_t begin = at + (quoted ? 1 : 0);
    at = begin;
    while (at < code.size() && (quoted ? code[at] != '"' : !text::is_ascii_space(code[at]))) {
        ++at;
    }
    const auto argument = code.substr(begin, at - begin);
    at = std::min(at + 1, code.size());
    return std::string(argument);
}

std::string_view first_uri(const Json& item, const char* member) {
    const auto found = item.find(member);
    if (found == item.end() || !found->is_array() || found->empty() || !found->front().is_string()) {
        return {};
    }
    return found->front().get_ref<const std::string&>();
}

/// Ids alone do not do: Mendeley calls the first work of each citation "ITEM-1".
std::string key_of(const Json& entry, const bib::Item& item) {
    for (const char* member : {"uris", "uri"}) {
        if (const auto uri = first_uri(entry, member); !uri.empty()) {
            return std::string(uri);
        }
    }
    return text::fold_key(item.title) + "|" + std::to_string(item.issued.year) + "|" + item.DOI;
}

std::string_view json_in(std::string_view code) {
    const auto begin = code.find('{');
    const auto end = code.rfind('}');
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view{}
               : code.substr(begin, end + 1 - begin);
}

/// "CITATION Har18 \l 1033 \m Fos18": the first word and those behind \m; other switches have one argument.
std::vector<std::string> source_tags(std::string_view arguments) {
    std::vector<std::string> tags;
    std::size_t at = 0;
    bool wanted = true;
    for (auto word = next_argument(arguments, at); !word.empty(); word = next_argument(arguments, at)) {
        if (word.starts_with('\\')) {
            wanted = word == "\\m";
            // \n, \y and \t leave something out and have no argument.
            const bool alone = word == "\\n" || word == "\\y" || word == "\\t";
            if (!wanted && !alone) {
                next_argument(arguments, at);
            }
        } else if (wanted) {
            tags.push_back(std::move(word));
            wanted = false;
        }
    }
    return tags;
}

/// HYPERLINK "https://…", HYPERLINK \l "bookmark".
std::string link_target(std::string_view arguments) {
    std::size_t at = 0;
    std::string target;
    for (auto word = next_argument(arguments, at); !word.empty(); word = next_argument(arguments, at)) {
        if (word == "\\l") {
            target += "#" + next_argument(arguments, at);
        } else if (word == "\\o" || word == "\\t") {
            next_argument(arguments, at);
        } else if (!word.starts_with('\\') && target.empty()) {
            target = std::move(word);
        }
    }
    return target;
}

FieldCode citation(std::vector<FieldItem> items) {
    FieldCode code;
    code.kind = items.empty() ? FieldKind::other : FieldKind::citation;
    code.items = std::move(items);
    return code;
}

FieldCode kind(FieldKind kind) {
    FieldCode code;
    code.kind = kind;
    return code;
}

FieldCode read_add_in(std::string_view code, std::string_view data) {
    const auto head = code.substr(0, 100);
    if (head.find("ZOTERO_BIBL") != std::string_view::npos ||
        head.find("CSL_BIBLIOGRAPHY") != std::string_view::npos ||
        head.find("EN.REFLIST") != std::string_view::npos) {
        return kind(FieldKind::bibliography);
    }
    if (head.find("CSL_CITATION") != std::string_view::npos) {
        return citation(read_csl_citation(json_in(code)));
    }
    if (head.find("EN.CITE") != std::string_view::npos) {
        const auto begin = code.find("<EndNote");
        return citation(read_endnote_cite(begin == std::string_view::npos ? std::string(data)
                                                                          : std::string(code.substr(begin))));
    }
    return {};
}

}  // namespace

std::string decode_base64(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        if (text::is_ascii_upper(c)) {
            value = static_cast<std::uint32_t>(c - 'A');
        } else if (text::is_ascii_lower(c)) {
            value = static_cast<std::uint32_t>(c - 'a') + 26;
        } else if (text::is_ascii_digit(c)) {
            value = static_cast<std::uint32_t>(c - '0') + 52;
        } else if (c == '+' || c == '-' || c == '/' || c == '_') {
            value = c == '+' || c == '-' ? 62 : 63;
        } else if (text::is_ascii_space(c)) {
            continue;
        } else {
            break;
        }
        bits = (bits << 6U) | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
        }
    }
    return out;
}

std::vector<FieldItem> read_csl_citation(std::string_view text) {
    std::vector<FieldItem> items;
    const auto json = Json::parse(text, nullptr, false);
    const auto list = json.is_object() ? json.find("citationItems") : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array()) {
        return items;
    }
    for (const auto& entry : *list) {
        const auto data = entry.is_object() ? entry.find("itemData") : entry.end();
        if (!entry.is_object() || data == entry.end()) {
            continue;
        }
        auto item = formats::from_csl_json(*data);
        if (item && !item->title.empty()) {
            items.push_back({key_of(entry, *item), *std::move(item)});
        }
    }
    return items;
}

FieldCode read_field_code(std::string_view code, std::string_view data) {
    code = text::trim(code);
    std::size_t at = 0;
    const std::string name = text::ascii_lower(next_argument(code, at));
    const auto arguments = code.substr(std::min(at, code.size()));
    if (name == "addin") {
        return read_add_in(arguments, data);
    }
    if (name == "citation") {
        FieldCode out = kind(FieldKind::word_source);
        out.keys = source_tags(arguments);
        return out;
    }
    if (name == "bibliography") {
        return kind(FieldKind::bibliography);
    }
    if (name == "toc" || name == "index" || name == "toa") {
        return kind(FieldKind::contents);
    }
    if (name == "hyperlink") {
        FieldCode out = kind(FieldKind::hyperlink);
        out.target = link_target(arguments);
        return out;
    }
    // Reference marks of LibreOffice begin with what stands behind ADDIN in Word.
    if (name.starts_with("zotero_") || name == "csl_citation" || name == "csl_bibliography") {
        return read_add_in(code, data);
    }
    return {};
}

}  // namespace whereof::article
