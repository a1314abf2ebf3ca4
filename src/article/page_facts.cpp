// SPDX-License-Identifier: MIT
#include "article/page_facts.hpp"

#include "bib/dates.hpp"
#include "bib/identifiers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <vector>

#include <fmt/core.h>
#include <simdjson.h>

namespace whereof::article {
namespace {

struct Source {
    std::string_view name;  ///< lower case
    std::uint8_t fact;
    int trust;
};

// Numbers are PageFacts::Fact.
constexpr std::uint8_t kTitle = 0, kSite = 1, kUrl = 2, kDoi = 3, kDate = 4, kLanguage = 5;

/// Highwire Press, Dublin Core, PRISM, Open Graph and schema.org names, most trusted first for each fact.
constexpr Source kSources[] = {
    {"citation_title", kTitle, 9},       {"dc.title", kTitle, 7},
    {"dcterms.title", kTitle, 7},        {"og:title", kTitle, 5},
    {"twitter:title", kTitle, 3},        {"citation_journal_title", kSite, 9},
    {"prism.publicationname", kSite, 8}, {"og:site_name", kSite, 5},
    {"application-name", kSite, 2},      {"og:url", kUrl, 2},
    {"citation_doi", kDoi, 9},           {"prism.doi", kDoi, 8},
    {"bepress_citation_doi", kDoi, 8},   {"dc.identifier", kDoi, 7},
    {"dcterms.identifier", kDoi, 7},     {"citation_publication_date", kDate, 9},
    {"citation_date", kDate, 8},         {"citation_online_date", kDate, 7},
    {"prism.publicationdate", kDate, 7}, {"dc.date", kDate, 6},
    {"dcterms.issued", kDate, 6},        {"article:published_time", kDate, 6},
    {"datepublished", kDate, 5},         {"pubdate", kDate, 4},
    {"publishdate", kDate, 4},           {"date", kDate, 3},
    {"og:locale", kLanguage, 1},         {"content-language", kLanguage, 2},
    {"dc.language", kLanguage, 2},       {"citation_language", kLanguage, 2},
};

std::string write_date(int year, int month, int day) {
    if (year < 1500 || year > 2199) {
        return {};
    }
    if (month < 1 || month > 12) {
        return fmt::format("{:04}", year);
    }
    return day < 1 || day > 31 ? fmt::format("{:04}-{:02}", year, month)
                               : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

std::string iso_date(std::string_view text) {
    text = text::trim(text.substr(0, 64));
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 8 && text.size() == 8) {
        int number = 0;
        std::from_chars(text.data(), text.data() + digits, number);
        return write_date(number / 10000, number / 100 % 100, number % 100);
    }
    // A time of day may follow: "2024-05-12T08:00:00Z", "2024-05-12 08:00".
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        text = text.substr(0, std::min(text.find_last_of("T ,", colon), text.size()));
    }
    const auto date = bib::parse_date(text);
    return write_date(date.year, date.month, date.day);
}

void PageFacts::put(Fact fact, int trust, std::string_view text) {
    constexpr std::size_t kLongest = 2000;
    text = text::trim(text);
    if (!text.empty() && text.size() <= kLongest && trust > values_[fact].trust) {
        values_[fact] = {text::make_valid_utf8(text), trust};
    }
}

void PageFacts::add_meta(std::string_view name, std::string_view content) {
    const auto lower = text::ascii_lower(name.substr(0, 64));
    const auto found = std::find_if(std::begin(kSources), std::end(kSources),
                                    [&](const Source& s) { return s.name == lower; });
    if (found == std::end(kSources)) {
        return;
    }
    const auto fact = static_cast<Fact>(found->fact);
    if (fact == date) {
        put(date, found->trust, iso_date(content));
    } else if (fact == DOI) {
        if (const auto doi = bib::parse_identifier(bib::Field::DOI, content)) {
            put(DOI, found->trust, *doi);
        }
    } else if (fact == language) {
        std::string tag(content.substr(0, 35));
        std::replace(tag.begin(), tag.end(), '_', '-');
        put(language, found->trust, tag);
    } else {
        put(fact, found->trust, content);
    }
}

void PageFacts::add_heading(std::string_view text, bool in_article) { put(title, in_article ? 6 : 1, text); }

void PageFacts::add_json_ld(std::string_view json) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
        return;
    }
    std::vector<simdjson::dom::element> todo{root};
    constexpr std::size_t kMostObjects = 200;
    for (std::size_t at = 0; at < todo.size() && at < kMostObjects; ++at) {
        simdjson::dom::array list;
        if (todo[at].get(list) == simdjson::SUCCESS || todo[at]["@graph"].get(list) == simdjson::SUCCESS) {
            for (const auto element : list) {
                if (todo.size() < kMostObjects) {
                    todo.push_back(element);
                }
            }
        }
        std::string_view value;
        if (todo[at]["datePublished"].get(value) == simdjson::SUCCESS) {
            put(date, 5, iso_date(value));
        }
        if (todo[at]["headline"].get(value) == simdjson::SUCCESS) {
            put(title, 4, value);
        }
        if (todo[at]["publisher"]["name"].get(value) == simdjson::SUCCESS) {
            put(site, 4, value);
        }
        if (todo[at]["inLanguage"].get(value) == simdjson::SUCCESS) {
            put(language, 2, value);
        }
    }
}

void PageFacts::write_to(Draft& draft) const {
    const auto fill = [this](std::string& field, Fact fact) {
        if (field.empty()) {
            field = values_[fact].text;
        }
    };
    fill(draft.title, title);
    fill(draft.site, site);
    fill(draft.url, url);
    fill(draft.DOI, DOI);
    fill(draft.date, date);
    fill(draft.language, language);
}

}  // namespace whereof::article
