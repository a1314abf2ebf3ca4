// SPDX-License-Identifier: MIT
#include "bib/identifiers.hpp"

#include "support/data.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::bib {
namespace {

/// "DOI 10.1/x | PMID 123"
std::string spell(const std::vector<FoundIdentifier>& found) {
    std::string out;
    for (const FoundIdentifier& one : found) {
        out += (out.empty() ? "" : " | ") + std::string(csl_name(one.field)) + " " + one.value;
    }
    return out;
}

struct ParseCase {
    Field field;
    const char* text;
    const char* expected;  ///< nullptr when refused
};

TEST(Identifiers, AreReadAsPeopleWriteThem) {
    constexpr ParseCase kCases[] = {
        {Field::DOI, "doi: 10.1000/182", "10.1000/182"},
        {Field::DOI, "https://doi.org/10.1038/S41586-020-2", "10.1038/s41586-020-2"},
        {Field::DOI, "https://doi.org/10.1136/ard.61.8.718#sec-2", "10.1136/ard.61.8.718"},
        {Field::DOI, "10.1000/a#1", "10.1000/a#1"},
        {Field::DOI, "http://dx.doi.org/10.1000/182.", "10.1000/182"},
        {Field::DOI, "doi: https://doi.org/10.1016/S0140-6736(18)30480-X", "10.1016/s0140-6736(18)30480-x"},
        {Field::DOI, "dx.doi.org/10.1000%2F182", "10.1000/182"},
        {Field::DOI, "10.1002/(SICI)1097-4644(19960401)61:1<67::AID-JCB9>3.0.CO;2-X",
         "10.1002/(sici)1097-4644(19960401)61:1<67::aid-jcb9>3.0.co;2-x"},
        {Field::DOI, "10.1002/(SICI)1097-4644(19960401)61:1&lt;67::AID-JCB9&gt;3.0.CO;2-X",
         "10.1002/(sici)1097-4644(19960401)61:1<67::aid-jcb9>3.0.co;2-x"},
        {Field::DOI, "10.1088/2058- 7058/3/9/23", "10.1088/2058-7058/3/9/23"},
        {Field::DOI, "10.1016/ j.physrep.2009.05.002", "10.1016/j.physrep.2009.05.002"},
        {Field::DOI,
         "https://onlinelibrary.wiley.com/doi/full/10.1111/j.1365-2648.2007.04567.x?journalCode=jan",
         "10.1111/j.1365-2648.2007.04567.x"},
        {Field::DOI, "https://doi.org.evil.example/10.1000/xyz", nullptr},
        {Field::DOI, "10.10/short", nullptr},
        {Field::DOI, "10.1234567890/long", nullptr},
        {Field::DOI, "10.1000/", nullptr},
        {Field::DOI, "10.1000", nullptr},
        {Field::DOI, "", nullptr},
        {Field::DOI, "see 10.1000/182", nullptr},
        {Field::PMID, "29573870", "29573870"},
        {Field::PMID, "PMID: 29573870.", "29573870"},
        {Field::PMID, "https://pubmed.ncbi.nlm.nih.gov/29573870/", "29573870"},
        {Field::PMID, "http://www.ncbi.nlm.nih.gov/pubmed/29573870", "29573870"},
        {Field::PMID, "PMC6657922", nullptr},
        {Field::PMID, "0", nullptr},
        {Field::PMID, "123456789", nullptr},
        {Field::PMCID, "PMC6657922", "PMC6657922"},
        {Field::PMCID, "pmcid: 6657922", "PMC6657922"},
        {Field::PMCID, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6657922/", "PMC6657922"},
        {Field::arXiv, "arXiv:2301.00001v2", "2301.00001"},
        {Field::arXiv, "https://arxiv.org/abs/hep-th/9901001v1", "hep-th/9901001"},
        {Field::arXiv, "https://arxiv.org/pdf/2301.00001v2.pdf", "2301.00001"},
        {Field::arXiv, "2301.001", nullptr},
        {Field::ISBN, "ISBN 0-306-40615-2", "9780306406157"},
        {Field::ISBN, "978-3-16-148410-0", "9783161484100"},
        {Field::ISBN, "0-306-40615-3", "0306406153"},
        {Field::ISBN, "080442957X", "9780804429573"},
        {Field::ISBN, "12345", nullptr},
        {Field::ISSN, "ISSN 0140-6736", "0140-6736"},
        {Field::ISSN, "2434561x", "2434-561X"},
        {Field::ISSN, "0140-67366", nullptr},
        {Field::PII, "S0140-6736(18)30480-X", "S014067361830480X"},
        {Field::PII, "https://pmrjournal.org/article/S1934-1482(23)00045-9", "S1934148223000459"},
        {Field::PII, "https://www.sciencedirect.com/science/article/pii/S0003999324008451",
         "S0003999324008451"},
        {Field::PII, "https://linkinghub.elsevier.com/retrieve/pii/S0140-6736(18)30489-6",
         "S0140673618304896"},
        {Field::PII, "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(18)30480-X/fulltext",
         "S014067361830480X"},
        {Field::PII, "S0140", nullptr},
        {Field::trial, "NCT01234567", "NCT01234567"},
        {Field::trial, "isrctn 12345678", "ISRCTN12345678"},
        {Field::trial, "https://clinicaltrials.gov/ct2/show/NCT01234567", "NCT01234567"},
        {Field::trial, "NCT0123456", nullptr},
        {Field::title, "10.1000/182", nullptr},
    };
    for (const auto& [field, text, expected] : kCases) {
        const auto value = parse_identifier(field, text);
        ASSERT_EQ(value.has_value(), expected != nullptr) << text;
        if (value) {
            EXPECT_EQ(*value, expected) << text;
            EXPECT_EQ(*parse_identifier(field, *value), expected) << "again: " << text;
        }
    }
}

TEST(Identifiers, RefusalSaysWhere) {
    const auto refused = parse_identifier(Field::DOI, "  10.1000/xyz\u202E1");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().offset, 14U - 1U);
    EXPECT_NE(refused.error().what.find("direction"), std::string::npos);
}

struct FindCase {
    const char* text;
    const char* expected;
};

TEST(Identifiers, AreFoundInText) {
    constexpr FindCase kCases[] = {
        {"Lancet 2018;391:2356-67. doi: 10.1016/S0140-6736(18)30489-6.", "DOI 10.1016/s0140-6736(18)30489-6"},
        {"published online Oct 10. S0140-6736(16)30970-9.", "PII S0140673616309709"},
        {"online S0140673616309709 and S0140-6736(16)30970-8, S12, S", "PII S0140673616309709"},
        {"(doi:10.1016/S0140-6736(18)30480-X)", "DOI 10.1016/s0140-6736(18)30480-x"},
        {"Geol. doi: 10.1130/0016-7606(1997)109<0978:SSOSOK>2.3.CO;2. Epub",
         "DOI 10.1130/0016-7606(1997)109<0978:ssosok>2.3.co;2"},
        {"<b>doi: 10.1130/0016-7606</b> and <a href='x:y'>", "DOI 10.1130/0016-7606"},
        {"Biochem 1996;61(1):67. 10.1002/(SICI)1097-4644(19960401)61:1<67::AID-JCB9>3.0.CO;2-X.",
         "DOI 10.1002/(sici)1097-4644(19960401)61:1<67::aid-jcb9>3.0.co;2-x"},
        {"https://doi.org/10.1136/ard.61.8.718#sec-2", "DOI 10.1136/ard.61.8.718"},
        {"doi: https://doi.org/10.1000/182; PubMed PMID: 123456.", "DOI 10.1000/182 | PMID 123456"},
        {"10.1002/x.PMID: 123", "DOI 10.1002/x | PMID 123"},
        {"10.1002/pol.2023PMID:123", "DOI 10.1002/pol.2023 | PMID 123"},
        {"10.1371/journal.pone.0051956; PubMed Central PMCID: PMC3522583.",
         "DOI 10.1371/journal.pone.0051956 | PMCID PMC3522583"},
        {"http://dx.doi.org/10.1354/vp.46-2-251. PMid:19261636.", "DOI 10.1354/vp.46-2-251 | PMID 19261636"},
        {"doi: 10.1161/atvbaha.108.179663, PMID: 19164810", "DOI 10.1161/atvbaha.108.179663 | PMID 19164810"},
        {"[doi>10.1007/s10207-013-0222-9]", "DOI 10.1007/s10207-013-0222-9"},
        {"10.1088/2058- 7058/3/9/23", "DOI 10.1088/2058-7058/3/9/23"},
        {"10.1000/a)((PubMed PMID: 12)", "DOI 10.1000/a | PMID 12"},
        {"10.1000/182 2018", "DOI 10.1000/182"},
        {"10.1000/a-b and", "DOI 10.1000/a-b"},
        {"10.1000/182,10.1000/183", "DOI 10.1000/182 | DOI 10.1000/183"},
        {"<a href=\"https://doi.org/10.1000/182\">10.1000/182</a>", "DOI 10.1000/182 | DOI 10.1000/182"},
        {"<https://doi.org/10.1000/182>", "DOI 10.1000/182"},
        {"10.1000/xyz\u0430bc", ""},
        {"10.1000/xyz\u2010123\u00AD4", "DOI 10.1000/xyz-1234"},
        {"10.1000/xyz\u3002", "DOI 10.1000/xyz"},
        {"“10.1000/xyz”", "DOI 10.1000/xyz"},
        {"https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-024-102",
         "DOI 10.1186/s12891-024-102"},
        {"https://www.frontiersin.org/articles/10.3389/fnana.2014.00072/full",
         "DOI 10.3389/fnana.2014.00072"},
        {"https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0046835",
         "DOI 10.1371/journal.pone.0046835"},
        {"https://doi.org.evil.example/10.1000/xyz", "URL https://doi.org.evil.example/10.1000/xyz"},
        {"https://pmrjournal.org/article/S1934-1482(23)00045-9,", "PII S1934148223000459"},
        {"https://www.sciencedirect.com/science/article/pii/S0003999324008451.", "PII S0003999324008451"},
        {"https://pubmed.ncbi.nlm.nih.gov/29573870/ and "
         "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6657922/",
         "PMID 29573870 | PMCID PMC6657922"},
        {"https://europepmc.org/article/MED/29573870", "PMID 29573870"},
        {"PubMed: 22101963 PubMed Central PMCID: PMC1748003", "PMID 22101963 | PMCID PMC1748003"},
        {"We searched PubMed 2010 to 2018.", ""},
        {"arXiv preprint arXiv:2301.00001v2", "arXiv 2301.00001"},
        {"arXiv:hep-th/9901001", "arXiv hep-th/9901001"},
        {"10.48550/arXiv.2301.00001", "DOI 10.48550/arxiv.2301.00001"},
        {"ISBN: 978-3-16-148410-0 (hbk)", "ISBN 9783161484100"},
        {"ISBN-10: 0-306-40615-2, ISSN 0140-6736", "ISBN 9780306406157 | ISSN 0140-6736"},
        {"registered as NCT01234567 and ISRCTN12345678", "trial NCT01234567 | trial ISRCTN12345678"},
        {"Available from: http://www.who.int/news/item.", "URL http://www.who.int/news/item"},
        {"Disponível em: <https://www.gov.br/a_(b)>. Acesso em", "URL https://www.gov.br/a_(b)"},
        {"www.cdc.gov/flu, accessed", "URL www.cdc.gov/flu"},
        {"version 10.1016 of 110.1000/5", ""},
        {"2010;10.1-5", ""},
        {"", ""},
    };
    for (const auto& [text, expected] : kCases) {
        EXPECT_EQ(spell(find_identifiers(text)), expected) << text;
    }
}

TEST(Identifiers, SpansCoverPrefixAndValueOnly) {
    const std::string text =
        "See doi: https://doi.org/10.1/x, no; doi: https://doi.org/10.1000/182. PubMed PMID: 12.";
    std::vector<std::string> spans;
    for (const FoundIdentifier& one : find_identifiers(text)) {
        spans.emplace_back(one.span.of(text));
    }
    EXPECT_EQ(spans, (std::vector<std::string>{"https://doi.org/10.1/x", "doi: https://doi.org/10.1000/182",
                                               "PubMed PMID: 12"}));
}

TEST(Identifiers, OfHostileTextDoNotOverlapAndTakeLinearTime) {
    std::vector<std::string> texts = {std::string(1'000'000, '1'), std::string(1'000'000, '\xE2')};
    for (const char* unit : {"10.1000/", "http://", "doi:", "10.1000/<", "PMID ", "https://doi.org/",
                             "https://a.b/10.1000/x?"}) {
        std::string text;
        while (text.size() < 300'000) {
            text += unit;
        }
        texts.push_back(std::move(text));
    }
    for (const std::string& text : texts) {
        std::size_t end = 0;
        for (const FoundIdentifier& one : find_identifiers(text)) {
            ASSERT_LE(end, one.span.begin);
            ASSERT_LT(one.span.begin, one.span.end);
            end = one.span.end;
        }
        ASSERT_LE(end, text.size());
    }
}

TEST(Identifiers, DoisObeyTheirTortureTable) {
    WHEREOF_SHARED_DATA(path, "nasty/handmade/dois.jsonl");
    std::ifstream in(path);
    int cases = 0;
    for (std::string line; std::getline(in, line); ++cases) {
        const auto row = nlohmann::json::parse(line);
        const auto value = parse_identifier(Field::DOI, row.at("input").get<std::string>());
        EXPECT_EQ(value.has_value(), !row.at("expect").is_null()) << line;
        if (value && !row.at("expect").is_null()) {
            EXPECT_EQ(*value, row.at("expect").get<std::string>()) << line;
        }
    }
    EXPECT_GT(cases, 10);
}

}  // namespace
}  // namespace whereof::bib
