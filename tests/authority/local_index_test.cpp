// SPDX-License-Identifier: MIT
#include "authority/local_index.hpp"

#include "authority/keys.hpp"
#include "bib/journal.hpp"
#include "sqlite/migrations.hpp"
#include "support/data.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

bib::Name person(std::string family, std::string given) {
    bib::Name name;
    name.family = std::move(family);
    name.given = std::move(given);
    return name;
}

bib::Item lancet() {
    bib::Item item;
    item.type = bib::ItemType::article_journal;
    item.title = "What low back pain is and why we need to pay attention";
    item.container_title = "The Lancet";
    item.author = {person("Hartvigsen", "J"), person("Hancock", "MJ")};
    item.issued.year = 2018;
    item.volume = "391";
    item.issue = "10137";
    item.page = "2356-2367";
    item.DOI = "10.1016/s0140-6736(18)30480-x";
    item.PMID = "29573870";
    return item;
}

bib::Item annals() {
    bib::Item item;
    item.type = bib::ItemType::article_journal;
    item.title = "Noninvasive treatments for acute, subacute, and chronic low back pain";
    item.container_title = "Annals of Internal Medicine";
    item.author = {person("Qaseem", "A")};
    item.issued = {2017, 4, 4, ""};
    item.volume = "166";
    item.page = "514-530";
    item.DOI = "10.7326/m16-2367";
    item.note = "kept as it is";
    return item;
}

Record only(Authority& authority, Key key) {
    const auto ids = authority.by_keys(std::vector{key}, 10);
    EXPECT_THAT(ids.front(), SizeIs(1));
    auto records = authority.records(ids.front());
    return records.empty() ? Record() : records.front();
}

TEST(LocalIndex, GivesBackWhatWasPutIn) {
    const std::vector items{lancet(), annals()};
    const auto authority = index_in_memory(items);
    EXPECT_EQ(authority->info().records, 2);
    for (const bib::Item& item : items) {
        const Record record = only(*authority, identifier_key(bib::Field::DOI, item.DOI));
        EXPECT_EQ(record.item, item);
        EXPECT_THAT(record.sources, ElementsAre("csl"));
        EXPECT_THAT(record.variants, IsEmpty());
        EXPECT_FALSE(record.authors_incomplete);
    }
}

TEST(LocalIndex, FindsByEveryKey) {
    const auto authority = index_in_memory(std::vector{lancet(), annals()});
    const std::vector<Key> keys{
        identifier_key(bib::Field::PMID, "29573870"),
        surname_year_page_key("HARTVIGSEN", 2018, "2356"),
        year_volume_page_key(2018, "391", "2356-67"),
        surname_volume_page_key("Hartvigsen", "391", "2356"),
        surname_year_volume_key("Hartvigsen", 2018, "391"),
        title_key("What low-back pain is, and why we need to pay attention."),
        title_start_key("Low back pain: why it has another end"),
        slot_key(bib::journal_key("The Lancet"), "391", "2356"),
    };
    const auto found = authority->by_keys(keys, 10);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        EXPECT_THAT(found[i], SizeIs(1)) << "key number " << i;
    }
    for (const Key key : keys_of(lancet())) {
        EXPECT_THAT(authority->by_keys(std::vector{key}, 10).front(), SizeIs(1));
    }
}

TEST(LocalIndex, AnEmptyFactFindsNothing) {
    bib::Item bare;
    bare.title = "Only a title";
    const auto authority = index_in_memory(std::vector{bare});
    const std::vector<Key> keys{identifier_key(bib::Field::DOI, ""), surname_year_page_key("", 0, ""),
                                year_volume_page_key(0, "", ""), slot_key("", "", ""), title_key("")};
    for (const auto& ids : authority->by_keys(keys, 10)) {
        EXPECT_THAT(ids, IsEmpty());
    }
    EXPECT_TRUE(authority->records(std::vector<RecordId>{0, -5, 77}).empty());
}

TEST(LocalIndex, CandidatesShareTwoWordsOfTheTitle) {
    const auto authority = index_in_memory(std::vector{lancet(), annals()});
    const auto with = [&](std::vector<std::string> words) { return authority->candidates(words, 10); };
    EXPECT_THAT(with({"low", "back", "pain"}), SizeIs(2));
    EXPECT_THAT(with({"low", "attention"}), SizeIs(1));
    for (const auto& [word, first] : {std::pair{"attention", lancet()}, std::pair{"noninvasive", annals()}}) {
        const auto ids = with({"low", "back", "pain", word});
        ASSERT_THAT(ids, SizeIs(2));
        EXPECT_EQ(authority->records(ids).front().item.DOI, first.DOI) << "most words first";
    }
    EXPECT_THAT(with({"attention"}), IsEmpty());
    EXPECT_THAT(with({"attention", "attention"}), IsEmpty());
    EXPECT_THAT(with({"attention", "unheard"}), IsEmpty());
    EXPECT_THAT(with({"\"", "OR", "attention"}), IsEmpty());
    EXPECT_THAT(with({}), IsEmpty());
    const std::vector<std::string> words{"low", "attention", "unheard"};
    EXPECT_THAT(authority->document_frequencies(words), ElementsAre(2, 1, 0));
}

TEST(LocalIndex, CountsAJournalsYearsAndVolumes) {
    bib::Item next = lancet();
    next.title = "Another";
    next.DOI = "10.1016/another";
    next.PMID = "1";
    next.issued.year = 2020;
    next.volume = "395";
    const auto authority = index_in_memory(std::vector{lancet(), next, annals()});
    const auto counts = [&](std::string_view journal) {
        std::string out;
        for (const YearCount& one : authority->years(bib::journal_key(journal))) {
            out += std::to_string(one.year) + ":" + std::to_string(one.works) + "/" +
                   std::to_string(one.volumes) + " ";
        }
        return out;
    };
    EXPECT_EQ(counts("The Lancet"), "2018:1/1 2020:1/1 ");
    EXPECT_EQ(counts("No Such Journal"), "");
    EXPECT_EQ(counts(""), "2017:1/0 2018:1/0 2020:1/0 ") << "all journals";
}

TEST(LocalIndex, KeepsEventsOfHeldWorks) {
    Record record;
    record.item = annals();
    record.is_retraction_notice = true;
    record.publication_types = {"Practice Guideline"};
    record.events = {{EventKind::correction, "10.7326/l17-1", "", "2017-05-01", "crossref"},
                     {EventKind::correction, "10.7326/l17-1", "", "2017-05-02", "retraction-watch"}};
    const auto authority = index_in_memory(std::vector{record});
    const Record found = only(*authority, identifier_key(bib::Field::DOI, record.item.DOI));
    EXPECT_TRUE(found.is_retraction_notice);
    EXPECT_THAT(found.publication_types, ElementsAre("Practice Guideline"));
    ASSERT_THAT(found.events, SizeIs(1)) << "one event, told twice";
    EXPECT_EQ(found.events[0].source, "crossref");
    EXPECT_THAT(authority->events(record.item.DOI, ""), SizeIs(1));
    EXPECT_THAT(authority->events("", "99"), IsEmpty());
}

TEST(LocalIndex, MergesSaysOfOneWork) {
    bib::Item other = lancet();
    other.DOI = "";
    other.issued.year = 2017;
    other.PMCID = "PMC123";
    const auto authority = index_in_memory(std::vector{lancet(), other, annals()});
    EXPECT_EQ(authority->info().records, 2);
    const Record record = only(*authority, identifier_key(bib::Field::PMID, "29573870"));
    EXPECT_EQ(record.item.DOI, lancet().DOI);
    EXPECT_EQ(record.item.PMCID, "PMC123");
    ASSERT_THAT(record.variants, SizeIs(1));
    EXPECT_NE(record.variants[0].issued.year, record.item.issued.year);
    EXPECT_EQ(record.variants[0].title, "");
    const auto years = authority->years(bib::journal_key("The Lancet"));
    ASSERT_THAT(years, SizeIs(1)) << "one work, whatever its sources say";
    EXPECT_EQ(years[0].works, 1);
}

TEST(LocalIndex, KeepsApartWhatOnlyShareAnIdentifier) {
    bib::Item stranger = annals();
    stranger.PMID = lancet().PMID;
    const auto authority = index_in_memory(std::vector{lancet(), stranger});
    EXPECT_EQ(authority->info().records, 2);
    EXPECT_THAT(authority->by_keys(std::vector{identifier_key(bib::Field::PMID, "29573870")}, 10).front(),
                SizeIs(2));
}

TEST(LocalIndex, RefusesWhatIsNoCompleteIndex) {
    const test::TemporaryFolder folder;
    EXPECT_THROW((void)open_index(folder / "absent.db"), sqlite::DbError);
    test::write_text(folder / "text.db", "hello");
    EXPECT_THROW((void)open_index(folder / "text.db"), sqlite::DbError);
    test::write_text(folder / "empty.db", "");
    EXPECT_THROW((void)open_index(folder / "empty.db"), sqlite::SchemaError);
    {
        const sqlite::Database store(folder / "foreign.db", sqlite::OpenMode::create);
        store.execute("CREATE TABLE t(a)");
    }
    EXPECT_THROW((void)open_index(folder / "foreign.db"), sqlite::SchemaError);
    {
        const sqlite::Database newer(folder / "newer.db", sqlite::OpenMode::create);
        sqlite::migrate(newer, "authority");
        EXPECT_THROW((void)open_index(folder / "newer.db"), sqlite::SchemaError) << "nothing was imported";
        newer.execute("PRAGMA user_version = 99");
    }
    try {
        (void)open_index(folder / "newer.db");
        FAIL();
    } catch (const sqlite::SchemaError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("99"));
    }
}

}  // namespace
}  // namespace whereof::authority
