// SPDX-License-Identifier: MIT
#include "base/io.hpp"
#include "bib/identifier_rules.hpp"
#include "bib/identifiers.hpp"
#include "bib/numbers.hpp"
#include "support/data.hpp"

#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::bib {
namespace {

using nlohmann::json;

/// A text member, or the first of a list of texts.
std::string text_of(const json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end()) {
        return {};
    }
    const json& value = found->is_array() && !found->empty() ? found->front() : *found;
    return value.is_string() ? value.get<std::string>() : std::string();
}

int year_of(const json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end() || !found->is_object()) {
        return 0;
    }
    const json parts = found->value("date-parts", json::array());
    const bool known = !parts.empty() && !parts[0].empty() && parts[0][0].is_number_integer();
    return known ? parts[0][0].get<int>() : 0;
}

/// The fields that the rules look at, of a CSL-JSON record.
Item item_of(const json& record) {
    Item item;
    const auto put = [&](Field field, const char* key, const std::string& lead = {}) {
        const std::string text = text_of(record, key);
        if (auto value = text.empty() ? Result<std::string>(Error{}) : parse_identifier(field, lead + text)) {
            *item.text(field) = *value;
        }
    };
    put(Field::DOI, "DOI");
    put(Field::PMID, "PMID");
    put(Field::PMCID, "PMCID", text_of(record, "PMCID").starts_with("PMC") ? "" : "PMC");
    put(Field::ISBN, "ISBN");
    put(Field::ISSN, "ISSN");
    item.container_title = text_of(record, "container-title");
    item.page = normalise_pages(text_of(record, "page"));
    item.issued.year = year_of(record, record.contains("published-print") ? "published-print" : "issued");
    item.epub.year = year_of(record, "published-online");
    return item;
}

/// Calls `visit` with every `stride`-th record of a file of CSL-JSON lines.
template <typename Visit>
void for_each_record(const std::filesystem::path& path, std::size_t stride, Visit visit) {
    const auto source = open_source(path);
    LineReader lines(*source);
    for (std::string_view line; lines.next(line);) {
        if (lines.number() % stride == 0) {
            visit(json::parse(line));
        }
    }
}

/// Records that carry another work's DOI, a slip of somebody who cited them: the rule is right about them.
bool carries_wrong_doi(const Item& item) {
    return item.DOI == "10.1016/s0308-8146(01)00402-2" || item.DOI == "10.1016/s0149-2918(05)80001-3";
}

/// Prints how often each rule fails on records that registries hold, and holds the rules that convict to
/// their promise.
TEST(IdentifierRules, SeldomFailOnRegisteredIdentifiers) {
    WHEREOF_SHARED_DATA(file, "verify/rendered/authority.csl.jsonl.gz");
    struct Count {
        int failures = 0;
        int of = 0;
        std::vector<std::string> examples;
    };
    // A stride of 1 gives the counts of identifier_rules.cpp.
    constexpr std::size_t kStride = 4;
    constexpr std::size_t kMostExamples = 6;
    std::map<std::string_view, Count> counts;
    std::set<std::string> seen;
    std::vector<RuleOutcome> outcomes;
    for_each_record(file, kStride, [&](const json& record) {
        const Item item = item_of(record);
        if (item.DOI.empty() || carries_wrong_doi(item) || !seen.insert(item.DOI).second) {
            return;
        }
        for (const IdentifierRule& rule : identifier_rules()) {
            outcomes.clear();
            rule.check(item, outcomes);
            Count& count = counts[rule.name];
            for (const RuleOutcome& outcome : outcomes) {
                ++count.of;
                if (!outcome.explanation.empty() && ++count.failures <= static_cast<int>(kMostExamples)) {
                    count.examples.push_back(fmt::format("{} {} ({}): {}", csl_name(outcome.field),
                                                         outcome.value, item.container_title,
                                                         outcome.explanation));
                }
            }
        }
    });
    std::cout << fmt::format("{} registered DOIs\n", seen.size());
    for (const IdentifierRule& rule : identifier_rules()) {
        const Count& count = counts[rule.name];
        std::cout << fmt::format("{:<20} {:>5} of {:>7} fail{}\n", rule.name, count.failures, count.of,
                                 rule.convicts ? "  (convicts)" : "");
        for (const std::string& example : count.examples) {
            std::cout << "    " << example << '\n';
        }
        if (rule.convicts) {
            EXPECT_LE(count.failures * 1000, std::max(count.of, 1000)) << rule.name;
            EXPECT_GT(count.of, 0) << rule.name;
        }
    }
}

}  // namespace
}  // namespace whereof::bib
