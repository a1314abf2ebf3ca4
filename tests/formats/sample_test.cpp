// SPDX-License-Identifier: MIT
#include "formats/sample.hpp"

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

using bib::ItemType;
using bib::Name;

Name person(const char* family, const char* given) { return {family, given, {}, {}, {}, {}}; }
Name body(const char* literal) { return {{}, {}, {}, {}, {}, literal}; }

bib::Item journal_article() {
    bib::Item item;
    item.type = ItemType::article_journal;
    item.author = {person("Maher", "Chris"), person("Underwood", "Martin"), person("Buchbinder", "Rachelle")};
    item.title = "Non-specific low back pain";
    item.container_title = "The Lancet";
    item.container_title_short = "Lancet";
    item.volume = "389";
    item.issue = "10070";
    item.page = "736-747";
    item.issued = {2017, 2, 18, {}};
    item.epub = {2016, 10, 11, {}};
    item.DOI = "10.1016/s0140-6736(16)30970-9";
    item.PMID = "27745712";
    item.ISSN = "0140-6736";
    return item;
}

bib::Item hard_article() {
    bib::Item item;
    item.type = ItemType::article_journal;
    item.author = {{"Beethoven", "Ludwig", {}, "van", {}, {}},
                   {"O’Neil", "Seán", {}, {}, "Jr.", {}},
                   {"Fontaine", "Jean", "de", "La", {}, {}},
                   body("Back & Neck Study Group of Łódź")};
    item.authors_elided = true;
    item.title = "β-blockers & HIV in McKenzie’s 5% {sub}group: a_b^c ~ 100 $ #1 \\ end";
    item.container_title = "Zeitschrift für Kardiologie";
    item.volume = "12";
    item.issue = "Suppl 2";
    item.page = "S34-S41";
    item.issued = {2019, 12, 0, {}};
    item.DOI = "10.1002/(sici)1097-4644(19960401)61:1<67::aid-jcb9>3.0.co;2-x";
    item.PMCID = "PMC6657922";
    item.PII = "S014067361830480X";
    item.trial = "NCT01234567";
    item.abstract =
        "BACKGROUND: 5% of {people} & half of the others had P < 0.05; a_b \\ $1 ~ β. METHODS: We asked "
        "\"them\" "
        "twice - and = once. RESULTS: None; 'all' #2.";
    item.note = "second line; of the note\nEpub ahead of print";
    return item;
}

bib::Item chapter() {
    bib::Item item;
    item.type = ItemType::chapter;
    item.author = {person("Meltzer", "Paul S.")};
    item.editor = {person("Vogelstein", "Bert"), person("Kinzler", "Kenneth W.")};
    item.title = "Chromosome alterations in human solid tumors";
    item.container_title = "The genetic basis of human cancer";
    item.edition = "2";
    item.page = "93-113";
    item.publisher = "McGraw-Hill";
    item.publisher_place = "New York";
    item.issued = {2002, 0, 0, {}};
    item.ISBN = "9780306406157";
    return item;
}

bib::Item web_page() {
    bib::Item item;
    item.type = ItemType::webpage;
    item.author = {body("World Health Organization")};
    item.title = "Low back pain";
    item.issued = {2023, 6, 19, {}};
    item.accessed = {2024, 1, 2, {}};
    item.URL = "https://www.who.int/news-room/fact-sheets/detail/low-back-pain?a=1&b=2%20c#d_e";
    item.language = "en";
    return item;
}

bib::Item preprint() {
    bib::Item item;
    item.type = ItemType::article;
    item.author = {person("Vaswani", "Ashish")};
    item.title = "Attention is all you need";
    item.arXiv = "1706.03762";
    item.issued = {2017, 6, 12, {}};
    return item;
}

bib::Item thesis() {
    bib::Item item;
    item.type = ItemType::thesis;
    item.author = {person("Borkowski", "Margaret M.")};
    item.title = "Infant sleep and feeding: a telephone survey of Hispanic Americans";
    item.genre = "dissertation";
    item.publisher = "Central Michigan University";
    item.publisher_place = "Mount Pleasant (MI)";
    item.issued = {2002, 0, 0, {}};
    return item;
}

bib::Item bare() {
    bib::Item item;
    item.title = "x";
    item.issued.literal = "in press";
    return item;
}

}  // namespace

std::vector<bib::Item> sample_items() {
    return {journal_article(), hard_article(), chapter(), web_page(), preprint(), thesis(), bare()};
}

std::vector<Entry> entries_of(const std::vector<bib::Item>& items) {
    std::vector<Entry> out;
    for (const bib::Item& item : items) {
        out.push_back({"w" + std::to_string(out.size() + 1), &item, {}});
    }
    return out;
}

std::vector<bib::Item> items_of(const Items& items) {
    std::vector<bib::Item> out;
    for (const auto& item : items) {
        if (item) {
            out.push_back(item->item);
        }
    }
    return out;
}

bib::Item only(const Items& items) {
    EXPECT_EQ(items.size(), 1U);
    if (items.size() != 1 || !items[0]) {
        ADD_FAILURE() << (items.empty() ? "nothing read" : items[0].error().what);
        return {};
    }
    return items[0]->item;
}

std::string outcome(const Items& items) {
    std::string out;
    for (const auto& item : items) {
        out += item ? item->item.title + ";" : "error;";
    }
    return out;
}

}  // namespace whereof::formats
