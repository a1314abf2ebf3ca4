// SPDX-License-Identifier: MIT
#include "cli/citations.hpp"

#include "formats/csl_json.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Deeper input is refused before it is parsed: the JSON library recurses.
bool is_too_deep(std::string_view line) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c == '\\') {
                ++i;
            }
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > 64) {
                return true;
            }
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/// The usual line, {"id":"…","raw":"…"}, read by the fast library; false for anything else and for whatever
/// is odd about it.
bool read_plain_line(std::string_view line, std::string& id, std::string_view& raw) {
    namespace dom = simdjson::dom;
    thread_local dom::parser parser;
    dom::object object;
    std::string_view text;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS ||
        object["raw"].get(raw) != simdjson::SUCCESS || object["id"].get(text) != simdjson::SUCCESS) {
        return false;
    }
    id = text;
    return true;
}

}  // namespace

Result<CitationLine> read_citation_line(std::string_view line, std::size_t number, std::string& id) {
    if (std::string_view raw; read_plain_line(line, id, raw)) {
        return CitationLine{id, bib::parse_reference(raw)};
    }
    id = std::to_string(number);
    if (is_too_deep(line)) {
        return Error{"expected a JSON object, found one nested more than 64 deep"};
    }
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) {
        return Error{R"(expected a JSON object {"id","raw"} or {"id","csl"})"};
    }
    if (const auto found = json.find("id");
        found != json.end() && (found->is_string() || found->is_number())) {
        id = found->is_string() ? found->get<std::string>() : found->dump();
    }
    CitationLine out{id, {}};
    if (const auto raw = json.find("raw"); raw != json.end() && raw->is_string()) {
        out.reference = bib::parse_reference(raw->get_ref<const std::string&>());
        return out;
    }
    if (const auto csl = json.find("csl"); csl != json.end()) {
        auto item = formats::from_csl_json(*csl);
        if (!item) {
            return item.error();
        }
        out.reference.item = std::move(*item);
        return out;
    }
    return Error{R"(expected a text under "raw" or a CSL-JSON object under "csl")"};
}

std::vector<std::string> CitationIndex::keys_of(const bib::Reference& reference) {
    const auto& item = reference.item;
    std::vector<std::string> keys;
    if (!item.DOI.empty()) {
        keys.push_back("doi:" + item.DOI);
    }
    if (!item.PMID.empty()) {
        keys.push_back("pmid:" + item.PMID);
    }
    const std::string title = text::fold_key(item.title);
    constexpr std::size_t kTellingTitle = 20;  // shorter titles ("Back pain") are shared by different works
    if (title.size() >= kTellingTitle) {
        keys.push_back("title:" + title);
    }
    return keys;
}

void CitationIndex::add(const std::string& article, const bib::Reference& reference) {
    for (auto& key : keys_of(reference)) {
        by_key_[std::move(key)].push_back(citations_.size());
    }
    citations_.push_back({article, reference});
}

std::vector<verify::OtherCitation> CitationIndex::others(
    const std::string& article, const std::vector<const bib::Reference*>& references) const {
    constexpr std::size_t kEnough = 1000;  // of one work; the first that differ say it all
    std::vector<std::size_t> found;
    for (const auto* reference : references) {
        for (const auto& key : keys_of(*reference)) {
            const auto at = by_key_.find(key);
            if (at == by_key_.end()) {
                continue;
            }
            const auto count = static_cast<std::ptrdiff_t>(std::min(at->second.size(), kEnough));
            std::copy_n(at->second.begin(), count, std::back_inserter(found));
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<verify::OtherCitation> out;
    for (const std::size_t index : found) {
        if (citations_[index].article != article) {
            out.push_back(citations_[index]);
        }
    }
    return out;
}

}  // namespace whereof::cli
