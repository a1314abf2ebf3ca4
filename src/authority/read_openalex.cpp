// SPDX-License-Identifier: MIT
#include "authority/abstracts.hpp"
#include "authority/json_fields.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

/// OpenAlex has names as one text: all but the last word are given names.
bib::Name name_of(std::string text) {
    bib::Name name;
    const std::size_t blank = text.rfind(' ');
    if (blank == std::string::npos) {
        name.literal = std::move(text);
        return name;
    }
    name.family = text.substr(blank + 1);
    name.given = text.substr(0, blank);
    return name;
}

bib::ItemType type_of(std::string_view type) {
    struct Row {
        std::string_view name;
        bib::ItemType type;
    };
    constexpr std::array kTypes{
        Row{"article", bib::ItemType::article_journal},
        Row{"journal-article", bib::ItemType::article_journal},
        Row{"review", bib::ItemType::article_journal},
        Row{"letter", bib::ItemType::article_journal},
        Row{"editorial", bib::ItemType::article_journal},
        Row{"preprint", bib::ItemType::article},
        Row{"book", bib::ItemType::book},
        Row{"book-chapter", bib::ItemType::chapter},
        Row{"dissertation", bib::ItemType::thesis},
        Row{"dataset", bib::ItemType::dataset},
        Row{"report", bib::ItemType::report},
        Row{"proceedings-article", bib::ItemType::paper_conference},
    };
    for (const Row& row : kTypes) {
        if (row.name == type) {
            return row.type;
        }
    }
    return bib::ItemType::document;
}

/// OpenAlex has abstracts as {"word": [places]}.
std::string abstract_of(const JsonElement& json) {
    constexpr std::int64_t kMostWords = 5'000;
    std::map<std::int64_t, std::string_view> words;  // by place
    simdjson::dom::object places_by_word;
    const auto inverted = member(json, "abstract_inverted_index");
    if (!inverted || inverted->get_object().get(places_by_word) != simdjson::SUCCESS) {
        return {};
    }
    for (const auto& [word, places] : places_by_word) {
        for_each(places, [&words, text = word](const JsonElement& place) {
            if (std::int64_t at = 0;
                place.get_int64().get(at) == simdjson::SUCCESS && at >= 0 && at < kMostWords) {
                words.emplace(at, text);
            }
        });
    }
    std::string out;
    for (const auto& [at, word] : words) {
        if (out.size() > kLongestAbstract) {
            break;  // one long word may stand at every place
        }
        (out += out.empty() ? "" : " ") += word;
    }
    return out;
}

std::string without_url(std::string text) { return text.substr(text.rfind('/') + 1); }

}  // namespace

bool read_openalex(const JsonElement& json, RecordSink& sink) {
    Say say;
    say.source = Source::openalex;
    bib::Item& item = say.item;
    item.title = text_at(json, "title");
    item.DOI = canonical_DOI(text_at(json, "doi"));
    if (item.title.empty() && item.DOI.empty()) {
        return false;
    }
    item.type = type_of(text_at(json, "type"));
    if (const auto ids = member(json, "ids")) {
        item.PMID = canonical_PMID(without_url(text_at(*ids, "pmid")));
        const std::string pmcid = without_url(text_at(*ids, "pmcid"));
        item.PMCID =
            canonical(bib::Field::PMCID,
                      pmcid.empty() || pmcid.starts_with("PMC") ? pmcid : fmt::format("PMC{}", pmcid));
    }
    for_each(member(json, "authorships"), [&item](const JsonElement& one) {
        const auto author = member(one, "author");
        std::string text = author ? text_at(*author, "display_name") : std::string();
        if (!text.empty()) {
            item.author.push_back(name_of(std::move(text)));
        }
    });
    if (const auto biblio = member(json, "biblio")) {
        item.volume = text_at(*biblio, "volume");
        item.issue = text_at(*biblio, "issue");
        item.page = text_at(*biblio, "first_page");
        const std::string last = text_at(*biblio, "last_page");
        if (!last.empty() && last != item.page && !item.page.empty()) {
            item.page.append("-").append(last);
        }
    }
    auto venue = member(json, "host_venue");  // before August 2023
    if (const auto location = member(json, "primary_location")) {
        const auto source = member(*location, "source");
        venue = source ? source : venue;
    }
    if (venue) {
        item.container_title = text_at(*venue, "display_name");
        item.ISSN = text_at(*venue, "issn_l");
    }
    item.issued.year = static_cast<int>(number_at(json, "publication_year"));
    item.abstract = abstract_of(json);
    // is_retracted is known to be wrong in both directions; Crossref and PubMed are asked for that.
    sink.record(std::move(say));
    return true;
}

}  // namespace whereof::authority
