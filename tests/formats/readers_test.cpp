// SPDX-License-Identifier: MIT
#include "formats/bibtex.hpp"
#include "formats/bibtex_entries.hpp"
#include "formats/csl_json.hpp"
#include "formats/csl_list.hpp"
#include "formats/csv.hpp"
#include "formats/nbib.hpp"
#include "formats/ris.hpp"
#include "formats/sample.hpp"
#include "formats/tex_text.hpp"
#include "formats/understand.hpp"

#include <array>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

bib::Item only(const Items& items) {
    EXPECT_EQ(items.size(), 1U);
    if (items.size() != 1 || !items[0]) {
        ADD_FAILURE() << (items.empty() ? "nothing read" : items[0].error().what);
        return {};
    }
    return items[0]->item;
}

TEST(ReadRis, TakesWhatDatabasesReallyExport) {
    struct Case {
        const char* what;
        const char* file;
    };
    constexpr Case kCases[] = {
        {"as the specification has it", "TY  - JOUR\r\nTI  - A title\r\nAU  - Smith, Jane\r\nER  - \r\n"},
        {"LF alone", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"CR alone", "TY  - JOUR\rTI  - A title\rAU  - Smith, Jane\rER  - \r"},
        {"byte order mark", "\xEF\xBB\xBFTY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \n"},
        {"two blanks (Cochrane)",
         "Record #3 of 18\nTY  -  JOUR\nTI  -  A title\nAU  -  Smith, Jane\nER  -  \n"},
        {"numbered (Ovid)", "6. TY  - JOUR\nT1  - A title\nA1  - Smith, Jane\nER  -\n"},
        {"wrapped title", "TY  - JOUR\nTI  - A\n  title\nAU  - Smith, Jane\nER  - \n"},
        {"missing ER", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\n"},
        {"empty tags", "TY  - JOUR\nTI  - A title\nVL  - \nIS  -\nAU  - Smith, Jane\nER  - \n"},
        {"text between", "TY  - JOUR\nTI  - A title\nAU  - Smith, Jane\nER  - \nLink to the full text\n"},
    };
    for (const auto& [what, file] : kCases) {
        SCOPED_TRACE(what);
        const bib::Item item = only(read_ris(file));
        EXPECT_EQ(item.title, "A title");
        ASSERT_EQ(item.author.size(), 1U);
        EXPECT_EQ(item.author[0].family, "Smith");
        EXPECT_EQ(bib::csl_name(item.type), "article-journal");
        EXPECT_EQ(item.note, "");
    }
}

TEST(ReadRis, ReadsEntitiesOnce) {
    const std::pair<const char*, const char*> cases[] = {
        {"tag with html &amp; <i>it</i> &#945;", "tag with html & <i>it</i> α"},
        {"p &lt; 0.05, &beta;-blockers", "p < 0.05, β-blockers"},
        {"&amp;lt;", "&lt;"},
        {"R&D; AT&T", "R&D; AT&T"},
        {"&nosuch; &#xD800; end", "&nosuch; \xEF\xBF\xBD end"},
        {"one&#10;line", "one line"},
    };
    for (const auto& [raw, title] : cases) {
        bib::Item item = only(read_ris(std::string("TY  - JOUR\nTI  - ") + raw + "\nER  - \n"));
        EXPECT_EQ(item.title, title);
        const Entry entry{{}, &item, {}};
        EXPECT_EQ(only(read_ris(write_ris({&entry, 1}))).title, title);
    }
    const bib::Item item =
        only(read_ris("TY  - JOUR\nTI  - T\nAU  - Garc&iacute;a, J; M&uuml;ller, K\nER  - \n"));
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].family, "García");
}

TEST(WriteRis, WritesNoAuthorNamedEtAl) {
    bib::Item item =
        only(read_ris("TY  - CHAP\nTI  - T\nAU  - Smith, Jane\nAU  - et al.\nA2  - Roe, A\nA2  - "
                      "et al.\nER  - \n"));
    const Entry entry{{}, &item, {}};
    const std::string written = write_ris({&entry, 1});
    EXPECT_EQ(written.find("AU  - et al"), std::string::npos);
    EXPECT_EQ(written.find("A2  - et al"), std::string::npos);
    EXPECT_NE(written.find("N1  - authors: et al."), std::string::npos);
    EXPECT_EQ(only(read_ris(written)), item);
}

TEST(ReadBibtex, FindsTheAddressUnderHowpublished) {
    struct Case {
        const char *entry, *url, *note, *type;
    };
    const Case cases[] = {
        {R"(@misc{a, title={W}, howpublished={\url{https://who.int/a_b}}})", "https://who.int/a_b", "",
         "webpage"},
        {R"(@misc{a, title={W}, howpublished="\url{https://who.int/a\_b%20c}"})", "https://who.int/a_b%20c",
         "", "webpage"},
        {R"(@misc{a, title={W}, howpublished={https://who.int/a_b}})", "https://who.int/a_b", "", "webpage"},
        {R"(@misc{a, title={W}, publisher={WHO}, howpublished={\url{https://who.int}}})", "https://who.int",
         "", "document"},
        {R"(@misc{a, title={W}, howpublished={Leaflet}})", "", "Leaflet", "document"},
        {R"(@book{a, title={W}, howpublished={\url{https://who.int/b}}})", "https://who.int/b", "", "book"},
    };
    for (const auto& [entry, url, note, type] : cases) {
        SCOPED_TRACE(entry);
        const bib::Item item = only(read_bibtex(entry));
        EXPECT_EQ(item.URL, url);
        EXPECT_EQ(item.note, note);
        EXPECT_EQ(bib::csl_name(item.type), type);
    }
}

TEST(ReadRis, UnderstandsTheTags) {
    const bib::Item item = only(read_ris(
        "TY  - JOUR\nT1  - Title\nJF  - The Lancet\nJA  - Lancet\nY1  - 2018/06/09/\nPY  - 2018\nVL  - "
        "391\nIS  - 10137\n"
        "SP  - 2356\nEP  - 67\nSN  - 0140-6736 (Print)\nM3  - 10.1016/S0140-6736(18)30480-X\nC5  - 29573870\n"
        "C2  - PMC6657922\nED  - World Health Organization\nAU  - van der Heijden, Geert, Jr.\nAU  - et al.\n"
        "XX  - what is this\nAB  - not kept\nER  - \n"));
    EXPECT_EQ(item.container_title, "The Lancet");
    EXPECT_EQ(item.container_title_short, "Lancet");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.ISSN, "0140-6736");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.PMID, "29573870");
    EXPECT_EQ(item.PMCID, "PMC6657922");
    ASSERT_EQ(item.editor.size(), 1U);
    EXPECT_EQ(item.editor[0].literal, "World Health Organization");
    ASSERT_EQ(item.author.size(), 1U);
    EXPECT_EQ(item.author[0], (bib::Name{"Heijden", "Geert", {}, "van der", "Jr.", {}}));
    EXPECT_TRUE(item.authors_elided);
    EXPECT_EQ(item.note, "XX: what is this");
}

TEST(ReadRis, ArticleNumbersOfScopusAreNoPmids) {
    const bib::Item item = only(read_ris("TY  - JOUR\nTI  - T\nC7  - 2864\nER  - \n"));
    EXPECT_EQ(item.page, "2864");
    EXPECT_EQ(item.PMID, "");
}

TEST(ReadRis, TakesWhatEndNoteAndCitaviWriteElsewhere) {
    const bib::Item item = only(read_ris(
        "TY  - JOUR\nTI  - T\nM1  - 4\nN1  - 10.1111/j.1755-0998.2009.02750.x\nY1  - 1900/01/01\nDA  - "
        "1950/02/03\nER  - \n"));
    EXPECT_EQ(item.issue, "4");
    EXPECT_EQ(item.DOI, "10.1111/j.1755-0998.2009.02750.x");
    EXPECT_EQ(item.issued, (bib::Date{1950, 2, 3, {}}));
    EXPECT_EQ(item.note, "");
    EXPECT_EQ(only(read_ris("TY  - JOUR\nTI  - T\nPY  - 2018//\nDA  - Jun 9 2018\n")).issued,
              (bib::Date{2018, 6, 9, {}}));
}

/// A body is one author, whatever stands inside its name, and loses no word but those that introduce it.
TEST(ReadPerson, KeepsBodiesWhole) {
    for (const char* body :
         {"Department of Health, Education, and Welfare", "WHO/UNICEF Joint Committee", "ATS/ERS Task Force",
          "GBD 2016 Disease and Injury Incidence and Prevalence Collaborators", "World Health Organization",
          "CONSORT Group (Consolidated Standards of Reporting Trials)",
          "American Heart Association Diabetes Committee (Council on Nutrition, Physical Activity, and "
          "Metabolism)",
          "National Academies of Sciences, Engineering, and Medicine"}) {
        EXPECT_EQ(read_person(body).literal, body);
        EXPECT_EQ(read_person("on behalf of the " + std::string(body)).literal, body);
        const Items csv =
            read_csv("Key,Author,Title,Year\nk,\"Smith, John; " + std::string(body) + "\",Walking,2019\n");
        ASSERT_EQ(csv.size(), 1U);
        ASSERT_EQ(csv[0]->item.author.size(), 2U) << body;
        EXPECT_EQ(csv[0]->item.author[1].literal, body);
    }
    for (const auto& [text, family, given] :
         std::vector<std::array<const char*, 3>>{{"van der Heijden, G. J.", "Heijden", "G. J."},
                                                 {"García Márquez, Gabriel", "García Márquez", "Gabriel"},
                                                 {"Vargas Llosa, M.", "Vargas Llosa", "M."},
                                                 {"De Vugt, Marjolein", "De Vugt", "Marjolein"},
                                                 {"Smith, John", "Smith", "John"}}) {
        EXPECT_EQ(read_person(text).family, family) << text;
        EXPECT_EQ(read_person(text).given, given) << text;
    }
}

/// Sloppy exports put all authors into one field.
TEST(ReadRis, DividesAuthorsInOneField) {
    const bib::Item item =
        only(read_ris("TY  - JOUR\nTI  - Walking\nAU  - Niebauer, J.; Coats, A.J.S.; Back Group; et al.\n"
                      "AU  - Garc&iacute;a, M.\nER  - \n"));
    ASSERT_EQ(item.author.size(), 4U);
    EXPECT_EQ(item.author[0].family, "Niebauer");
    EXPECT_EQ(item.author[1].family, "Coats");
    EXPECT_EQ(item.author[1].given, "A.J.S.");
    EXPECT_EQ(item.author[2].literal, "Back Group");
    EXPECT_EQ(item.author[3].given, "M.");
    EXPECT_TRUE(item.authors_elided);
}

TEST(ReadRis, ABooksShortTitleComesBack) {
    bib::Item item;
    item.type = bib::ItemType::chapter;
    item.title = "T";
    item.container_title = "The genetic basis of human cancer";
    item.container_title_short = "Genet basis";
    const std::vector<bib::Item> items{item};
    EXPECT_EQ(only(read_ris(write_ris(entries_of(items)))), item);
}

TEST(ReadRis, OneBadRecordCostsNoOther) {
    const Items items = read_ris("TY  - JOUR\nKW  - x\nER  - \nTY  - JOUR\nTI  - Good\nER  - \n");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_FALSE(items[0]);
    EXPECT_EQ(items[0].error().offset, 0U);
    ASSERT_TRUE(items[1]);
    EXPECT_EQ(items[1]->item.title, "Good");
}

TEST(ReadRis, ReadsMedlineNamedRis) {
    EXPECT_EQ(only(read_ris("PMID- 29573870\nTI  - A title.\n")).PMID, "29573870");
}

TEST(ReadNbib, GivesTheFields) {
    const auto items = items_of(
        read_nbib("PMID- 29573870\nIS  - 0140-6736 (Linking)\nVI  - 391\nIP  - 10137\nDP  - 2018 Jun 9\n"
                  "TI  - What low back pain is and why we need to pay\n      attention.\nPG  - 2356-67\n"
                  "LID - S0140-6736(18)30480-X [pii]\nLID - 10.1016/S0140-6736(18)30480-X [doi]\nFAU - "
                  "Hartvigsen, Jan\n"
                  "AU  - Hartvigsen J\nCN  - Lancet Low Back Pain Series Working Group\nPT  - Journal "
                  "Article\nDEP - 20180321\n"
                  "TA  - Lancet\nJT  - Lancet (London, England)\nPMC - PMC6657922\n\nPMID- 1\nTI  - "
                  "[Translated title].\nAU  - Hoy D\n"));
    ASSERT_EQ(items.size(), 2U);
    const bib::Item& item = items[0];
    EXPECT_EQ(item.title, "What low back pain is and why we need to pay attention");
    EXPECT_EQ(item.page, "2356-2367");
    EXPECT_EQ(item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item.PII, "S014067361830480X");
    EXPECT_EQ(item.issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item.epub, (bib::Date{2018, 3, 21, {}}));
    ASSERT_EQ(item.author.size(), 2U);
    EXPECT_EQ(item.author[0].given, "Jan");
    EXPECT_EQ(item.author[1].literal, "Lancet Low Back Pain Series Working Group");
    EXPECT_EQ(item.note, "");
    EXPECT_EQ(items[1].title, "Translated title");
    ASSERT_EQ(items[1].author.size(), 1U);
    EXPECT_EQ(items[1].author[0].family, "Hoy");
    EXPECT_EQ(items[1].author[0].given, "D");
}

TEST(ReadNbib, ABlankLineEndsTheValue) {
    const Items items = read_nbib(
        "PMID- 1\nTI  - One.\nLID - 10.1016/S0140-6736(18)30480-X [doi]\n\nBADLINE\n\nPMID- 3\nTI  - Three\n"
        "      wrapped.\n\n      still.\n");
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[0]->item.DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(items[0]->item.note, "");
    EXPECT_EQ(items[1].error().what, "expected a line such as \"TI  - A title\", found \"BADLINE\"");
    EXPECT_EQ(items[1].error().offset, 62U);
    EXPECT_EQ(items[2]->item.PMID, "3");
    EXPECT_EQ(items[2]->item.title, "Three wrapped. still");
}

TEST(ReadBibtex, TakesTheSpellingsPeopleUse) {
    constexpr const char* kFiles[] = {
        "@article{k, title = {A {DNA} title}, author = {Jane Smith and Lee, Kim}, year = 2019}",
        "@ARTICLE(k, TITLE = \"A {DNA} title\", AUTHOR = \"Jane Smith and Lee, Kim\", YEAR = {2019})",
        "text\n@string{t = \"A {DNA}\"}\n@article{k,title=t # \" title\",author={Jane Smith AND Lee, "
        "Kim},year=\"2019\",}",
        "@comment{x}\n@article{k,\n title={A {DNA} title},\n author={Jane Smith\n and Lee, Kim},\n "
        "date={2019-05}}",
        "@article{ title = {A DNA title}, author = {Smith, Jane and Lee, Kim}, year = 2019}",
        "@article{k, title = {A DNA title}, author = {Smith, Jane and Lee, Kim}, year = 2019",
    };
    for (const char* file : kFiles) {
        SCOPED_TRACE(file);
        const bib::Item item = only(read_bibtex(file));
        EXPECT_EQ(item.title, "A DNA title");
        ASSERT_EQ(item.author.size(), 2U);
        EXPECT_EQ(item.author[0].family, "Smith");
        EXPECT_EQ(item.author[0].given, "Jane");
        EXPECT_EQ(item.author[1].family, "Lee");
        EXPECT_EQ(item.issued.year, 2019);
    }
}

TEST(ReadBibtex, ReadsNamesInEveryOrder) {
    struct Case {
        const char* tex;
        bib::Name name;
    };
    const Case cases[] = {
        {"Ludwig van Beethoven", {"Beethoven", "Ludwig", {}, "van", {}, {}}},
        {"van Beethoven, Ludwig", {"Beethoven", "Ludwig", {}, "van", {}, {}}},
        {"O'Neil, Jr., Se{\\'a}n", {"O'Neil", "Seán", {}, {}, "Jr.", {}}},
        {"{World Health Organization}", {{}, {}, {}, {}, {}, "World Health Organization"}},
        {"M{\\\"u}ller, J{\\\"o}rg", {"Müller", "Jörg", {}, {}, {}, {}}},
        {"{\\L}ukasz Kowalski", {"Kowalski", "Łukasz", {}, {}, {}, {}}},
        {"Plato", {{}, {}, {}, {}, {}, "Plato"}},
    };
    for (const auto& [tex, name] : cases) {
        SCOPED_TRACE(tex);
        const bib::Item item =
            only(read_bibtex("@book{k, title={x}, author={" + std::string(tex) + " and others}}"));
        ASSERT_EQ(item.author.size(), 1U);
        EXPECT_EQ(item.author[0], name);
        EXPECT_TRUE(item.authors_elided);
    }
}

TEST(ReadBibtex, OneBrokenEntryCostsNoOther) {
    const Items items = read_bibtex(
        "@article{a, title = {Good one}}\n@article{b, title = {never ends,\n  year = 2019,\n@article{c, "
        "title = {Good "
        "two}}\n@article{d, title x}\n@book{e, title = \"unbalanced } brace\"}\n@article{f, title = {Good "
        "three}}\n");
    ASSERT_EQ(items.size(), 6U);
    std::string outcome;
    for (const auto& item : items) {
        outcome += item ? item->item.title + ";" : "error;";
    }
    EXPECT_EQ(outcome, "Good one;error;Good two;error;error;Good three;");
    EXPECT_EQ(items[1].error().offset, 32U);
    EXPECT_NE(items[1].error().what.find("title"), std::string::npos);
}

TEST(ReadBibtex, MacrosThatGrowWithoutEndCostTheirEntryAlone) {
    std::string bomb = "@string{a = \"" + std::string(100, 'x') + "\"}\n";
    std::string last = "a";
    for (int i = 1; i <= 11; ++i) {
        std::string next = last + std::to_string(i);
        bomb += "@string{" + next + " = " + last;
        for (int n = 1; n < 10; ++n) {
            bomb += " # " + last;
        }
        bomb += "}\n";
        last = std::move(next);
    }
    bomb +=
        "@article{one, title = " + last + ", year = 2001}\n@article{two, title = {A title}, year = 2002}\n";
    const auto entries = read_bibtex_entries(bomb);
    ASSERT_FALSE(entries.empty());
    ASSERT_TRUE(entries.back());
    EXPECT_EQ(entries.back()->field("title"), "A title");
    std::size_t errors = 0;
    std::size_t bytes = 0;
    for (const auto& entry : entries) {
        errors += entry ? 0U : 1U;
        bytes += entry ? entry->field("title").size() : 0U;
    }
    EXPECT_GE(errors, 1U);
    EXPECT_NE(entries.front().error().what.find("macros that grow"), std::string::npos)
        << entries.front().error().what;
    EXPECT_LT(bytes, std::size_t{64} << 10U);

    // Many references to a long macro: what they come to is bounded by the file's size.
    std::string many = "@string{a = \"" + std::string(60'000, 'x') + "\"}\n";
    for (int i = 0; i < 2000; ++i) {
        many += "@article{k" + std::to_string(i) + ", title = a}\n";
    }
    bytes = 0;
    for (const auto& entry : read_bibtex_entries(many)) {
        bytes += entry ? entry->field("title").size() : 0U;
    }
    EXPECT_LT(bytes, std::size_t{18} << 20U);
}

TEST(ReadBibtex, InheritsFromTheEntryNamedUnderCrossref) {
    const Items items = read_bibtex(
        "@inproceedings{p, title={Paper}, author={A B}, crossref={Proc}}\n"
        "@proceedings{proc, title={Proceedings of X}, year=2001, publisher={P}}\n");
    ASSERT_EQ(items.size(), 2U);
    ASSERT_TRUE(items[0]);
    EXPECT_EQ(items[0]->item.container_title, "Proceedings of X");
    EXPECT_EQ(items[0]->item.issued.year, 2001);
}

TEST(TexToText, DecodesAccentsSignsAndCommands) {
    struct Case {
        const char* tex;
        const char* text;
    };
    constexpr Case kCases[] = {
        {"na{\\\"i}ve caf\\'e", "naïve café"},
        {"\\v{S}koda \\c{c}a \\~n \\H{o}", "Škoda ça ñ ő"},
        {"{\\ss} {\\o} \\l \\AA", "ß ø łÅ"},
        {"\\'{\\i}", "í"},
        {"5\\% of \\$100 \\& \\#1 \\_x", "5% of $100 & #1 _x"},
        {"$\\beta$-blockers, CO$_2$", "β-blockers, CO2"},
        {"\\textit{E. coli} and \\emph{in vivo}", "E. coli and in vivo"},
        {"``quoted'' 1--2 --- x~y", "“quoted” 1–2 — x y"},
        {"\\textbackslash{}x \\textbraceleft{}", "\\x {"},
        {"trailing \\", "trailing "},
        {"\\'", "'"},
    };
    for (const auto& [tex, text] : kCases) {
        EXPECT_EQ(tex_to_text(tex), text) << tex;
    }
    EXPECT_EQ(tex_verbatim("10.1000/x\\_y{z}"), "10.1000/x_yz");
}

TEST(ReadCslList, TakesArraysObjectsAndLines) {
    constexpr const char* kFiles[] = {
        R"([{"id":"1","title":"A"},{"id":"2","title":"B"}])",
        "{\"id\":\"1\",\"title\":\"A\"}\n{\"id\":\"2\",\"title\":\"B\"}\n",
        "\xEF\xBB\xBF[ {\"title\":\"A\"} ,\n {\"title\":\"B\"} ]",
    };
    for (const char* file : kFiles) {
        const auto items = items_of(read_csl_list(file));
        ASSERT_EQ(items.size(), 2U) << file;
        EXPECT_EQ(items[1].title, "B");
    }
    EXPECT_EQ(only(read_csl_list(R"({"title":"A [with] {brackets} \" and quotes"})")).title,
              "A [with] {brackets} \" and quotes");
}

TEST(ReadCslList, OneBadElementCostsNoOther) {
    const std::string deep = "{\"title\":" + std::string(200, '[') + std::string(200, ']') + "}";
    const Items items = read_csl_list(R"([{"title":"A"},{"title":[}, {"x":1}, {"title" "B"}, )" + deep +
                                      R"(, {"title":"C"}])");
    std::string outcome;
    for (const auto& item : items) {
        outcome += item ? item->item.title + ";" : "error;";
    }
    EXPECT_EQ(outcome, "A;error;error;error;error;C;");
}

std::string outcome_of(const Items& items) {
    std::string out;
    for (const auto& item : items) {
        out += item ? item->item.title + ";" : item.error().what + ";";
    }
    return out;
}

TEST(ReadCslList, NamesWhatIsNoItem) {
    const std::string wrong = "expected a CSL-JSON item, found ";
    EXPECT_EQ(
        outcome_of(read_csl_list("{\"title\":\"A\"}\nbroken line\n{\"title\":\"B\"}\n{\"title\":\"C\"}\n")),
        "A;" + wrong + "broken line;B;C;");
    EXPECT_EQ(outcome_of(read_csl_list("[{\"title\":\"A\"}, 17, {\"id\":\"b\"}, \"x\", null]")),
              "A;" + wrong + "17;expected a CSL-JSON item that says something of a work, found none;" +
                  wrong + "\"x\";" + wrong + "null;");
}

TEST(ReadCslList, TakesTheListThatAnObjectWraps) {
    constexpr const char* kFiles[] = {
        R"({"items":[{"id":"1","type":"book","title":"A"},{"title":"B ]"}]})",
        R"({"library":"x","items":[{"type":"book","title":"A"},{"title":"B ]"}],"version":[1]})",
        R"({"status":"ok","message":{"facets":{},"total-results":2,"items":[{"issued":{"date-parts":[[2018]]},
            "title":["A"]},{"title":["B ]"]}],"query":{"x":null}}})",
    };
    for (const char* file : kFiles) {
        EXPECT_TRUE(looks_like_csl_list(file)) << file;
        EXPECT_EQ(outcome_of(read_csl_list(file)), "A;B ];") << file;
    }
    for (const char* other : {R"({"items":[{"text":"An article."}]})", R"({"items":[]})",
                              R"({"items":[{"id":1}]})", R"({"a":{"items":[{"type":"book"}]}})"}) {
        EXPECT_FALSE(looks_like_csl_list(other)) << other;
    }
}

TEST(FromCslJson, IsLenient) {
    using Json = nlohmann::ordered_json;
    const auto item = from_csl_json(Json::parse(R"({
        "type": "journal-article", "title": ["A title"], "container-title": ["The Lancet", "Lancet"],
        "volume": 391, "issue": 10137, "PMID": 29573870, "PMCID": "6657922", "DOI": "https://doi.org/10.1016/S0140-6736(18)30480-X",
        "issued": {"date-parts": [["2018", "6", 9]]}, "accessed": {"raw": "2 January 2024"},
        "author": [{"family": "Heijden", "given": "Geert", "non-dropping-particle": "van der"}, {"name": "WHO"},
                   "Smith, Jane", {"literal": "et al."}, 7],
        "ISSN": ["0140-6736", "1474-547X"], "arxiv": "1706.03762v2", "unknown": {"deep": [1]},
        "note": null, "page": "2356-67"})"));
    ASSERT_TRUE(item);
    EXPECT_EQ(bib::csl_name(item->type), "article-journal");
    EXPECT_EQ(item->title, "A title");
    EXPECT_EQ(item->page, "2356-2367");
    EXPECT_EQ(item->volume, "391");
    EXPECT_EQ(item->PMID, "29573870");
    EXPECT_EQ(item->PMCID, "PMC6657922");
    EXPECT_EQ(item->DOI, "10.1016/s0140-6736(18)30480-x");
    EXPECT_EQ(item->issued, (bib::Date{2018, 6, 9, {}}));
    EXPECT_EQ(item->accessed, (bib::Date{2024, 1, 2, {}}));
    ASSERT_EQ(item->author.size(), 3U);
    EXPECT_EQ(item->author[1].literal, "WHO");
    EXPECT_EQ(item->author[2].family, "Smith");
    EXPECT_TRUE(item->authors_elided);
    EXPECT_EQ(item->ISSN, "0140-6736");
    EXPECT_EQ(item->arXiv, "1706.03762");
    for (const char* bad : {"[]", "7", "\"x\"", "null"}) {
        EXPECT_FALSE(from_csl_json(Json::parse(bad)));
    }
    for (const char* odd :
         {R"({"issued":{"date-parts":[]}})", R"({"issued":{"date-parts":[[]]}})", R"({"issued":[]})",
          R"({"author":{"family":"x"}})", R"({"issued":{"date-parts":[[2018,99,99]]}})", R"({"title":{}})",
          R"({"custom":[]})", R"({"issued":{"date-parts":[[99999999999999]]}})"}) {
        EXPECT_TRUE(from_csl_json(Json::parse(odd))) << odd;
    }
}

TEST(ToCslJson, HasOnlyWhatTheSchemaAllows) {
    const std::set<std::string> allowed{"type",
                                        "author",
                                        "editor",
                                        "title",
                                        "container-title",
                                        "container-title-short",
                                        "collection-title",
                                        "volume",
                                        "issue",
                                        "page",
                                        "edition",
                                        "publisher",
                                        "publisher-place",
                                        "genre",
                                        "issued",
                                        "accessed",
                                        "language",
                                        "DOI",
                                        "PMID",
                                        "PMCID",
                                        "ISBN",
                                        "ISSN",
                                        "URL",
                                        "note",
                                        "custom"};
    for (const bib::Item& item : sample_items()) {
        const auto json = to_csl_json(item);
        EXPECT_TRUE(json.contains("type"));
        for (const auto& [key, value] : json.items()) {
            EXPECT_TRUE(allowed.contains(key)) << key;
        }
        const auto again = from_csl_json(json);
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, item);
    }
}

}  // namespace
}  // namespace whereof::formats
