// SPDX-License-Identifier: MIT
#include "formats/formats.hpp"

#include "bib/names.hpp"
#include "formats/bibtex.hpp"
#include "formats/sample.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

TEST(Formats, AreARegistryOfUniqueNames) {
    std::set<std::string_view> names;
    for (const Format& format : formats()) {
        EXPECT_TRUE(names.insert(format.name).second) << format.name;
        EXPECT_TRUE(format.extension.starts_with('.'));
        EXPECT_FALSE(format.about.empty());
        EXPECT_EQ(find_format(format.name), &format);
        EXPECT_TRUE(format.write != nullptr || format.read != nullptr);
        if (format.write != nullptr) {
            const std::string file = format.write(entries_of(sample_items()));
            EXPECT_FALSE(file.empty());
            EXPECT_NO_THROW(format.write({}));
            const Format* shown = recognise_format(file);
            ASSERT_EQ(shown != nullptr, format.read != nullptr) << format.name;
            EXPECT_TRUE(shown == nullptr || shown->read == format.read) << format.name;
        }
    }
    EXPECT_TRUE(std::ranges::is_sorted(formats(), {}, &Format::name));
    EXPECT_EQ(find_format("docx"), nullptr);
}

TEST(Formats, GiveTheSameFileAgain) {
    const auto items = sample_items();
    for (const Format& format : formats()) {
        if (format.read == nullptr || format.write == nullptr) {
            continue;
        }
        SCOPED_TRACE(format.name);
        const std::string first = format.write(entries_of(items));
        const Items read = format.read(first);
        ASSERT_EQ(read.size(), items.size());
        const auto again = items_of(read);
        ASSERT_EQ(again.size(), items.size());
        EXPECT_EQ(format.write(entries_of(again)), first);
    }
}

TEST(Formats, KeepAbstracts) {
    const auto items = sample_items();
    const auto* with_abstract =
        &*std::ranges::find_if(items, [](const bib::Item& item) { return !item.abstract.empty(); });
    for (const Format& format : formats()) {
        if (format.read != nullptr && format.write != nullptr) {
            const Entry entry{"w1", with_abstract, {}};
            EXPECT_EQ(only(format.read(format.write(std::span(&entry, 1)))).abstract, with_abstract->abstract)
                << format.name;
        }
    }
}

/// Names with their parts told apart, but for a capital particle ("La"), which only CSL-JSON keeps apart.
std::string spell(const std::vector<bib::Name>& names) {
    std::string out;
    for (const bib::Name& name : names) {
        out +=
            bib::surname(name) + "|" + name.given + "|" + name.dropping_particle + "|" + name.suffix + "\n";
    }
    return out;
}

/// What a list is used for: who, what, where, when, under which number.
TEST(Formats, LoseNothingThatFindsTheWork) {
    const auto items = sample_items();
    for (const Format& format : formats()) {
        if (format.read == nullptr || format.write == nullptr) {
            continue;
        }
        const auto again = items_of(format.read(format.write(entries_of(items))));
        ASSERT_EQ(again.size(), items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            SCOPED_TRACE(std::string(format.name) + " item " + std::to_string(i));
            EXPECT_EQ(again[i].title, items[i].title);
            EXPECT_EQ(spell(again[i].author), spell(items[i].author));
            EXPECT_EQ(spell(again[i].editor), spell(items[i].editor));
            EXPECT_EQ(again[i].authors_elided, items[i].authors_elided);
            EXPECT_EQ(again[i].container_title, items[i].container_title);
            EXPECT_EQ(again[i].issued.year, items[i].issued.year);
            EXPECT_EQ(again[i].issued.month, items[i].issued.month);
            for (const auto field :
                 {bib::Field::volume, bib::Field::issue, bib::Field::page, bib::Field::DOI, bib::Field::PMID,
                  bib::Field::PMCID, bib::Field::arXiv, bib::Field::PII, bib::Field::trial, bib::Field::URL,
                  bib::Field::publisher, bib::Field::ISBN}) {
                EXPECT_EQ(again[i].text(field), items[i].text(field)) << bib::csl_name(field);
            }
        }
    }
}

TEST(Formats, KeepTheType) {
    const auto items = sample_items();
    for (const char* name : {"csl-json", "ris", "biblatex"}) {
        const Format* format = find_format(name);
        const auto again = items_of(format->read(format->write(entries_of(items))));
        ASSERT_EQ(again.size(), items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            EXPECT_EQ(bib::csl_name(again[i].type), bib::csl_name(items[i].type)) << name;
        }
    }
}

/// Texts that try to break out of their field.
std::vector<std::string> payloads() {
    std::vector<std::string> out{"Title with } unbalanced",
                                 "{ unbalanced",
                                 "x}\n@string{evil={1}}",
                                 "\\write18{id}",
                                 "@article{fake,title={x}}",
                                 "x\n@article{fake,\n title={x}}",
                                 "{\\\"o} \u00f6",
                                 "\"quoted\" # concat",
                                 "Title\nER  - \nTY  - JOUR\nTI  - injected",
                                 "Title\r\n\r\nPMID- 1\r\nTI  - injected",
                                 "Title\u2028ER  - ",
                                 "Title\vER  - ",
                                 "=cmd|'/c calc'!A1",
                                 "\r=1+1",
                                 "a\",\"b\"\r\nnew row",
                                 "\xFF\xFE bad bytes \xC3",
                                 std::string("nul\0byte", 8),
                                 "\\",
                                 "a, and b and c, {d}"};
    for (const char* file : {"bibtex", "ris", "csv_formula"}) {
        const auto path = test::shared_data(std::string("nasty/handmade/") + file + ".jsonl");
        if (!path) {
            continue;
        }
        std::istringstream lines(test::read_text(*path));
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty()) {
                out.push_back(nlohmann::json::parse(line)["title"]);
            }
        }
    }
    return out;
}

TEST(Formats, KeepEveryValueInItsEntry) {
    for (const std::string& payload : payloads()) {
        bib::Item item;
        item.type = bib::ItemType::article_journal;
        item.author = {{payload, payload, {}, {}, {}, {}}, {{}, {}, {}, {}, {}, payload}};
        item.title = payload;
        item.container_title = payload;
        item.volume = payload;
        item.note = payload;
        item.URL = payload;
        const std::vector<bib::Item> items{item, sample_items().front()};
        for (const Format& format : formats()) {
            if (format.read == nullptr || format.write == nullptr) {
                continue;
            }
            SCOPED_TRACE(std::string(format.name) + ": " + payload);
            const std::string written = format.write(entries_of(items));
            EXPECT_TRUE(nlohmann::json::accept(nlohmann::json(written).dump(
                -1, ' ', false, nlohmann::json::error_handler_t::strict)));  // valid UTF-8
            const Items read = format.read(written);
            ASSERT_EQ(read.size(), 2U);
            ASSERT_TRUE(read[0]);
            ASSERT_TRUE(read[1]);
            EXPECT_EQ(read[1]->item.title, "Non-specific low back pain");
            EXPECT_EQ(read[0]->item.DOI, "");
            EXPECT_EQ(read[0]->item.PMID, "");
        }
    }
}

TEST(Formats, ReadersSurviveAnyBytes) {
    std::string everything;
    for (const std::string& payload : payloads()) {
        everything += payload + "\n";
    }
    const std::vector<std::string> files{"",
                                         "\xEF\xBB\xBF",
                                         std::string(100'000, '{'),
                                         std::string(100'000, '['),
                                         std::string(100'000, '@'),
                                         "@article{" + std::string(100'000, '{'),
                                         "TY  - JOUR\n" + std::string(1'000'000, 'x'),
                                         "PMID- 1\n" + std::string(1'000'000, ' '),
                                         everything,
                                         std::string("\0\0\0\0", 4)};
    for (const Format& format : formats()) {
        for (const std::string& file : files) {
            if (format.read != nullptr) {
                EXPECT_NO_THROW(format.read(file));
            }
        }
    }
}

TEST(Formats, ReadersAreLinearInBrokenEntries) {
    std::string bib;
    std::string ris;
    std::string json = "[";
    for (int i = 0; i < 20'000; ++i) {
        bib += "@article{k, title = {never ends\n";
        ris += "TY  - JOUR\n";
        json += "{\"title\": [";
    }
    EXPECT_EQ(find_format("bibtex")->read(bib).size(), 20'000U);
    EXPECT_EQ(find_format("ris")->read(ris).size(), 20'000U);
    EXPECT_EQ(find_format("csl-json")->read(json).size(), 1U);
}

TEST(CitationKeys, AreShortAsciiAndUnique) {
    auto items = sample_items();
    items.push_back(items[0]);
    items.push_back(items[0]);
    items.emplace_back();
    items.back().author = {{"Müller-Łukasz", "J", {}, {}, {}, {}}};
    items.back().issued.year = 2019;
    items.back().title = "The “Über” effect";
    const auto keys = citation_keys(entries_of(items));
    EXPECT_EQ(keys[0], "maher2017nona");
    EXPECT_EQ(keys[7], "maher2017nonb");
    EXPECT_EQ(keys[8], "maher2017nonc");
    EXPECT_EQ(keys[9], "mullerlukasz2019uber");
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
}

TEST(CitationKeys, StayUniqueWhereAKeyEndsInTheLetterThatIsDue) {
    std::vector<bib::Item> items(3);
    for (auto& item : items) {
        item.author = {{"Smith", "J", {}, {}, {}, {}}};
        item.issued.year = 2020;
        item.title = "Car";
    }
    items[2].title = "Cara";
    const auto keys = citation_keys(entries_of(items));
    EXPECT_EQ(keys, (std::vector<std::string>{"smith2020carb", "smith2020carc", "smith2020cara"}));
}

}  // namespace
}  // namespace whereof::formats
