// SPDX-License-Identifier: MIT
#include "article/reference_list.hpp"

#include "article/source_positions.hpp"
#include "bib/identifiers.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/core.h>

namespace whereof::article {
namespace {

/// A list as valid UTF-8 without NUL characters.
struct ListText {
    std::string text;
    std::size_t other_lines = 0;  ///< lines that were not UTF-8
};

ListText decode_lines(std::string_view bytes) {
    ListText out;
    out.text.reserve(bytes.size() + bytes.size() / 8);
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(0, end);
        if (text::is_valid_utf8(line)) {
            out.text += line;
        } else {
            out.text += text::decode(line, "windows-1252").text();
            ++out.other_lines;
        }
        bytes.remove_prefix(end);
    }
    return out;
}

ListText decode_list(std::string_view bytes) {
    ListText out;
    const std::string_view declared = text::declared_charset(bytes);
    if (text::is_valid_utf8(bytes)) {
        out.text = bytes;
    } else if (declared.empty()) {
        out = decode_lines(bytes);
    } else {
        out.text = text::decode(bytes, declared).text();
    }
    std::ranges::replace(out.text, '\0', ' ');
    return out;
}

/// A work may be named by nothing but its address: https://doi.org/10.1000/182
void take_linked_identifiers(bib::Item& item) {
    if (item.URL.empty() || (!item.DOI.empty() && !item.PMID.empty())) {
        return;
    }
    for (const auto& found : bib::find_identifiers(item.URL)) {
        if (auto* value = item.text(found.field); value != nullptr && value->empty()) {
            *value = found.value;
        }
    }
}

}  // namespace

const formats::Format* list_format_of_name(std::string_view name) {
    constexpr std::array<std::string_view, 5> kExtensions{".bib", ".ciw", ".enw", ".nbib", ".ris"};
    const std::string lower = text::ascii_lower(name);
    if (lower.ends_with(".isi")) {
        return formats::find_format("wos");
    }
    for (const formats::Format& format : formats::formats()) {
        if (format.recognises != nullptr && lower.ends_with(format.extension) &&
            std::ranges::find(kExtensions, format.extension) != kExtensions.end()) {
            return &format;
        }
    }
    return nullptr;
}

std::vector<Result<Article>> read_reference_list(const formats::Format& format, std::string_view bytes,
                                                 std::string_view name) {
    const ListText list = decode_list(bytes);
    Article article;
    article.format = format.name;
    if (list.other_lines > 0) {
        article.warnings.push_back(fmt::format("{} line{} not UTF-8 and read as windows-1252.",
                                               list.other_lines, list.other_lines == 1 ? " is" : "s are"));
    }
    SourcePositions positions(list.text);
    std::vector<Result<Article>> errors;
    for (auto& read : format.read(list.text)) {
        if (!read) {
            Error error = std::move(read).error();
            error.what = fmt::format("line {}: {}", positions.at(error.offset).line, error.what);
            error.where = name;
            errors.emplace_back(std::move(error));
            continue;
        }
        ListedReference listed;
        listed.position = positions.at(read->span.begin);
        listed.end = positions.at(read->span.end);
        listed.reference.raw = read->span.of(list.text);
        listed.reference.label = read->key;
        listed.id = std::move(read->key);
        listed.reference.item = std::move(read->item);
        take_linked_identifiers(listed.reference.item);
        listed.reference.is_record = true;
        article.references.push_back(std::move(listed));
    }
    if (article.references.empty() && errors.empty()) {
        errors.emplace_back(
            Error{fmt::format("expected references in {}, found none", format.about), std::string(name)});
    }
    std::vector<Result<Article>> out;
    if (!article.references.empty()) {
        out.emplace_back(std::move(article));
    }
    std::ranges::move(errors, std::back_inserter(out));
    return out;
}

}  // namespace whereof::article
