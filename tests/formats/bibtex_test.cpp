// SPDX-License-Identifier: MIT
#include "formats/bibtex.hpp"

#include "formats/bibtex_entries.hpp"
#include "formats/sample.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

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
    EXPECT_EQ(outcome(items), "Good one;error;Good two;error;error;Good three;");
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

TEST(ReadBibtex, APreprintKeepsItsServer) {
    const bib::Item item = only(read_bibtex(
        "@online{k, title={T}, eprint={10.1101/2020.01.01.1}, eprinttype={medRxiv}, year={2020}}"));
    EXPECT_EQ(bib::csl_name(item.type), "article");
    EXPECT_EQ(item.publisher, "medRxiv");
    EXPECT_EQ(item.DOI, "10.1101/2020.01.01.1");
    EXPECT_EQ(item.note, "");
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

TEST(ReadBibtex, AnOpenFieldDoesNotSwallowTheOthers) {
    struct Case {
        const char* file;
        const char* outcome;
    };
    constexpr Case kCases[] = {
        {"@article{a,\n title={Open,\n author={Smith, J},\n year=2015\n}\n\n@book{b, title={Good}}\n@book{c, "
         "title={Third}}",
         "error;Good;Third;"},
        {"@book{a, title={Open, year = 2015}\n@book{b, title={Good}}", "error;Good;"},
        {"@book{a\n@book{b, title={Good}}", "error;Good;"},
        {"@book{a, title={No last brace, no loss}\n@book{b, title={Good}}", "No last brace, no loss;Good;"},
        {"@book{a, title={Open\n\xEF\xBB\xBF@book{b, title={Good}}", "error;Good;"},
    };
    for (const auto& [file, expected] : kCases) {
        EXPECT_EQ(outcome(read_bibtex(file)), expected) << file;
    }
    const Items items = read_bibtex(kCases[0].file);
    EXPECT_EQ(items[0].error().what, "the entry 'a' does not end: title is not closed");
}

}  // namespace
}  // namespace whereof::formats
