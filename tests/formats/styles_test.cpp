// SPDX-License-Identifier: MIT
#include "formats/styles.hpp"

#include "formats/csl_json.hpp"
#include "support/data.hpp"
#include "text/utf8.hpp"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

/// Dashes and quotes folded, as two engines differ in them; DOIs compare without case.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (text::is_dash(c)) {
            out += '-';
        } else if (c == 0x2018 || c == 0x2019) {
            out += '\'';
        } else if (c == 0x201C || c == 0x201D) {
            out += '"';
        } else {
            text::append_code_point(out, c);
        }
    }
    const std::size_t doi = std::min(out.find("doi:"), out.find("https://doi.org/"));
    return doi == std::string::npos ? out : out.substr(0, doi) + text::ascii_lower(out.substr(doi));
}

/// The share of items that come out as two CSL engines have them.
void expect_agreement(const char* style_file, std::string (*style)(const bib::Item&), double least) {
    WHEREOF_SHARED_DATA(items_path, "formats/rendered/items.csl.json");
    WHEREOF_SHARED_DATA(expected_path, std::string("formats/rendered/") + style_file);
    const auto items = nlohmann::ordered_json::parse(test::read_text(items_path));
    const auto expected = nlohmann::ordered_json::parse(test::read_text(expected_path));
    int all = 0;
    int equal = 0;
    std::string differing;
    for (const auto& json : items) {
        const auto found = expected.find(json["id"].get<std::string>());
        if (found == expected.end()) {
            continue;
        }
        const auto item = from_csl_json(json);
        ASSERT_TRUE(item);
        const std::string ours = folded(style(*item));
        const std::string theirs = folded(found->get<std::string>());
        ++all;
        equal += ours == theirs ? 1 : 0;
        if (ours != theirs) {
            differing += "theirs " + theirs + "\nours   " + ours + "\n";
        }
    }
    ::testing::Test::RecordProperty("equal", equal);
    ::testing::Test::RecordProperty("of", all);
    EXPECT_GE(equal, least * all) << differing;
}

TEST(Styles, VancouverAgreesWithTwoEngines) { expect_agreement("vancouver.json", vancouver, 0.98); }
TEST(Styles, AmaAgreesWithTwoEngines) { expect_agreement("american-medical-association.json", ama, 0.98); }
TEST(Styles, ApaAgreesWithTwoEngines) { expect_agreement("apa.json", apa, 0.98); }

TEST(Styles, ABareLinkIsWrittenWithoutEmptyParts) {
    struct Case {
        const char *doi, *pmid, *url;
        const char *vancouver, *ama, *apa;
    };
    const Case cases[] = {
        {"10.7326/m16-2367", "", "", "doi: 10.7326/m16-2367.", "doi:10.7326/m16-2367",
         "https://doi.org/10.7326/m16-2367"},
        {"10.7326/m16-2367", "", "https://doi.org/10.7326/M16-2367", "doi: 10.7326/m16-2367.",
         "doi:10.7326/m16-2367", "https://doi.org/10.7326/m16-2367"},
        {"10.7326/m16-2367", "", "10.7326/m16-2367", "doi: 10.7326/m16-2367.", "doi:10.7326/m16-2367",
         "https://doi.org/10.7326/m16-2367"},
        {"", "29573872", "https://pubmed.ncbi.nlm.nih.gov/29573872/", "PMID: 29573872.",
         "https://pubmed.ncbi.nlm.nih.gov/29573872/", "https://pubmed.ncbi.nlm.nih.gov/29573872/"},
        {"", "", "https://example.org/back", "Available from: https://example.org/back",
         "https://example.org/back", "https://example.org/back"},
        {"10.7326/m16-2367", "", "https://example.org/back",
         "Available from: https://example.org/back doi: 10.7326/m16-2367.", "doi:10.7326/m16-2367",
         "https://doi.org/10.7326/m16-2367"},
    };
    for (const auto& [doi, pmid, url, in_vancouver, in_ama, in_apa] : cases) {
        for (const auto type :
             {bib::ItemType::document, bib::ItemType::article_journal, bib::ItemType::webpage}) {
            bib::Item item;
            item.type = type;
            item.DOI = doi;
            item.PMID = pmid;
            item.URL = url;
            EXPECT_EQ(vancouver_with_identifiers(item), in_vancouver);
            EXPECT_EQ(ama(item), in_ama);
            EXPECT_EQ(apa(item), in_apa);
        }
    }
}

}  // namespace
}  // namespace whereof::formats
