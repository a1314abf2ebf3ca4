// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/json_articles.hpp"
#include "article/json_text.hpp"
#include "article/page_facts.hpp"
#include "article/reference_text.hpp"
#include "bib/identifiers.hpp"
#include "formats/csl_json.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace whereof::article {
namespace {

using simdjson::dom::element;

std::string text_of(element object, std::string_view key) {
    std::string_view text;
    if (object[key].get(text) == simdjson::SUCCESS) {
        return text::make_valid_utf8(text);
    }
    std::int64_t number = 0;
    return object[key].get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

std::string first_text_of(element object, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys) {
        if (auto text = text_of(object, key); !text.empty()) {
            return text;
        }
    }
    return {};
}

/// An entry of `references`: a string, {"raw": …}, or a CSL-JSON object with or without "raw".
void add_reference(element entry, std::size_t offset, DraftBuilder& builder) {
    Block block;
    block.is_reference = true;
    std::string_view raw;
    if (entry.get(raw) == simdjson::SUCCESS) {
        builder.begin_block(std::move(block));
        builder.append(text::make_valid_utf8(raw), offset);
        builder.end_block();
        return;
    }
    if (!entry.is_object()) {
        return;
    }
    const auto json = nlohmann::ordered_json::parse(simdjson::minify(entry), nullptr, false);
    const auto item = formats::from_csl_json(json);
    const auto given = text_of(entry, "raw");
    const bool has_fields = item && !item->title.empty();
    block.id = text_of(entry, "id");
    block.label = text_of(entry, "label");
    block.label = block.label.empty() ? text_of(entry, "citation-label") : block.label;
    builder.begin_block(std::move(block));
    builder.append(given.empty() && item ? reference_text(*item) : given, offset);
    if (has_fields && builder.in_block()) {
        builder.draft.structured.push_back({static_cast<std::uint32_t>(builder.block_count() - 1), *item});
    }
    builder.end_block();
}

Error bad_line(std::string_view found, std::size_t offset) {
    return {fmt::format("expected a JSON object with \"text\" or \"sentences\", {}: correct the line", found),
            {},
            offset};
}

void read_facts(element object, Draft& draft) {
    draft.id = first_text_of(object, {"id", "_id", "doc_id"});
    draft.title = text_of(object, "title");
    draft.url = first_text_of(object, {"url", "URL"});
    draft.site = first_text_of(object, {"site", "container-title", "journal"});
    draft.date = iso_date(first_text_of(object, {"date", "published"}));
    draft.language = first_text_of(object, {"language", "lang"});
    if (const auto doi = bib::parse_identifier(bib::Field::DOI, first_text_of(object, {"DOI", "doi"}))) {
        draft.DOI = *doi;
    }
}

/// `sentences`: kept as they are; where there is no other text, they are it, each a block. What is no string
/// is kept as an empty one: those behind it are known by their number. `decoded` is the length of what was
/// appended before, and after. False when there is none.
bool read_sentences(element object, std::string_view source, bool are_the_text, std::size_t& decoded,
                    std::vector<OffsetPair>& map, DraftBuilder& builder) {
    simdjson::dom::array list;
    if (object["sentences"].get(list) != simdjson::SUCCESS) {
        return false;
    }
    bool any = false;
    const auto places = json_elements(source, find_json_member(source, "sentences"));
    auto place = places.begin();
    for (const auto entry : list) {
        const std::size_t at = place != places.end() ? *place++ : source.size();
        std::string_view sentence;
        if (entry.get(sentence) != simdjson::SUCCESS) {
            builder.draft.warnings.push_back(
                fmt::format("sentences[{}]: expected a string, found another value, which is passed over",
                            builder.draft.sentences.size()));
            builder.draft.sentences.emplace_back();
            continue;
        }
        any = true;
        builder.draft.sentences.push_back(text::make_valid_utf8(sentence));
        if (are_the_text) {
            const std::string& valid = builder.draft.sentences.back();
            map_json_string(source, at, decoded, map);
            builder.begin_block({});
            builder.append(valid, decoded);
            builder.end_block();
            decoded += valid.size() + 1;
        }
    }
    return any;
}

}  // namespace

bool looks_like_jsonl(std::string_view head) {
    const auto at = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (at == std::string_view::npos || head[at] != '{') {
        return false;
    }
    const auto next = head.find_first_not_of(" \t\r\n", at + 1);
    return next != std::string_view::npos && (head[next] == '"' || head[next] == '}') &&
           !looks_like_json_articles(head);
}

Result<Draft> read_jsonl(std::string_view line) {
    const auto decoded = text::decode(line);
    std::string_view source = decoded.text();
    simdjson::dom::parser parser;
    element object;
    auto error = parser.parse(source.data(), source.size()).get(object);
    std::optional<std::string> mended;
    if (error != simdjson::SUCCESS && (mended = mended_json(source))) {
        source = *mended;
        error = parser.parse(source.data(), source.size()).get(object);
    }
    if (error != simdjson::SUCCESS) {
        return bad_line(fmt::format("found no JSON ({})", simdjson::error_message(error)), 0);
    }
    if (!object.is_object()) {
        return bad_line("found other JSON", 0);
    }
    DraftBuilder builder(source);
    read_facts(object, builder.draft);
    std::vector<OffsetPair> map;
    std::string_view text;
    std::string_view key = "text";
    if (object["text"].get(text) != simdjson::SUCCESS || text.empty()) {
        key = "body";
        if (object["body"].get(text) != simdjson::SUCCESS) {
            text = {};
        }
    }
    const auto valid = text::make_valid_utf8(text);
    std::size_t decoded_size = valid.size();
    if (!valid.empty()) {
        map_json_string(source, find_json_member(source, key), 0, map);
        append_text_blocks(valid, builder);
    }
    const bool has_sentences = read_sentences(object, source, valid.empty(), decoded_size, map, builder);
    if (valid.empty() && !has_sentences) {
        return bad_line("found an object with neither", 0);
    }
    simdjson::dom::array list;
    if (object["references"].get(list) == simdjson::SUCCESS) {
        const auto places = json_elements(source, find_json_member(source, "references"));
        auto place = places.begin();
        for (const auto entry : list) {
            map.push_back({decoded_size, place != places.end() ? *place++ : source.size()});
            add_reference(entry, decoded_size++, builder);
        }
    }
    Draft draft = builder.finish(map);
    draft.format = "jsonl";
    return draft;
}

}  // namespace whereof::article
