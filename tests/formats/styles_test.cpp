// SPDX-License-Identifier: MIT
#include "formats/styles.hpp"

#include "formats/csl_json.hpp"
#include "formats/style_text.hpp"
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

bib::Item work(bib::ItemType type, const char* title) {
    bib::Item item;
    item.type = type;
    item.title = title;
    item.issued = {2020, 1, 2, ""};
    return item;
}

bib::Name person(const char* family, const char* given) {
    bib::Name name;
    name.family = family;
    name.given = given;
    return name;
}

TEST(Styles, APreprintNamesItsServer) {
    bib::Item item = work(bib::ItemType::article, "A preprint");
    item.author = {person("Müller", "Jan")};
    item.publisher = "medRxiv";
    item.DOI = "10.1101/2020.01.01.1";
    EXPECT_EQ(vancouver_with_identifiers(item),
              "Müller J. A preprint [Preprint]. medRxiv. 2020 Jan 2. doi: 10.1101/2020.01.01.1.");
    EXPECT_EQ(ama(item),
              "Müller J. A preprint. medRxiv. Preprint posted online January 2, 2020. "
              "doi:10.1101/2020.01.01.1");
    EXPECT_EQ(apa(item),
              "Müller, J. (2020). A preprint [Preprint]. medRxiv. "
              "https://doi.org/10.1101/2020.01.01.1");
    item.container_title = "bioRxiv";
    item.publisher = "Cold Spring Harbor Laboratory";
    EXPECT_EQ(apa(item),
              "Müller, J. (2020). A preprint [Preprint]. bioRxiv. "
              "https://doi.org/10.1101/2020.01.01.1");
    item.container_title.clear();
    item.publisher.clear();
    item.DOI.clear();
    EXPECT_EQ(vancouver(item), "Müller J. A preprint. 2020 Jan 2.");
    item.arXiv = "2001.00001";
    EXPECT_EQ(vancouver(item), "Müller J. A preprint [Preprint]. arXiv. 2020 Jan 2.");
}

TEST(Styles, EditorsLeadWhatNobodyWrote) {
    bib::Item item = work(bib::ItemType::book, "Edited only");
    item.editor = {person("Ed", "Olga")};
    item.publisher = "X";
    EXPECT_EQ(vancouver(item), "Ed O, editor. Edited only. X; 2020.");
    EXPECT_EQ(ama(item), "Ed O, ed. Edited Only. X; 2020.");
    EXPECT_EQ(apa(item), "Ed, O. (Ed.). (2020). Edited only. X.");
    item.editor.push_back(person("Tor", "Ann"));
    EXPECT_EQ(vancouver(item), "Ed O, Tor A, editors. Edited only. X; 2020.");
    EXPECT_EQ(ama(item), "Ed O, Tor A, eds. Edited Only. X; 2020.");
    EXPECT_EQ(apa(item), "Ed, O., & Tor, A. (Eds.). (2020). Edited only. X.");
}

TEST(Styles, ANewspaperHasItsWholeNameAndDay) {
    bib::Item item = work(bib::ItemType::article_newspaper, "Tests run out");
    item.author = {person("Roe", "Ann")};
    item.container_title = "New York Times";
    item.container_title_short = "NY Times (Print)";
    item.page = "A1";
    EXPECT_EQ(vancouver(item), "Roe A. Tests run out. New York Times. 2020 Jan 2:A1.");
    EXPECT_EQ(ama(item), "Roe A. Tests run out. New York Times. January 2, 2020:A1.");
    EXPECT_EQ(apa(item), "Roe, A. (2020, January 2). Tests run out. New York Times, A1.");
}

TEST(Styles, NamesInEasternScriptsStayWhole) {
    const std::pair<bib::Name, const char*> cases[] = {
        {person("王", "小明"), "王小明"},
        {person("김", "철수"), "김철수"},
        {person("やまだ", "タロウ"), "やまだタロウ"},
        {person("𠮷野", "家"), "𠮷野家"},
        {person("王", "Xiao Ming"), "王 XM"},
        {person("Wang", "Xiao Ming"), "Wang XM"},
    };
    for (const auto& [name, whole] : cases) {
        EXPECT_EQ(name_with_initials(name), whole);
    }
    bib::Item item = work(bib::ItemType::report, "Title");
    item.author = {person("王", "小明"), person("김", "철수")};
    EXPECT_EQ(apa(item), "王小明, & 김철수. (2020, January 2). Title.");
}

TEST(Styles, ApaNamesTheFormOfDataAndSoftware) {
    EXPECT_EQ(apa(work(bib::ItemType::dataset, "Counts")), "Counts [Data set]. (2020, January 2).");
    EXPECT_EQ(apa(work(bib::ItemType::software, "Counter")),
              "Counter [Computer software]. (2020, January 2).");
}

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
