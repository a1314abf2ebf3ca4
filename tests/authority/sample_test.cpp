// SPDX-License-Identifier: MIT
#include "authority/sample.hpp"

#include "authority/keys.hpp"
#include "base/embedded.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whereof::authority {
namespace {

using testing::SizeIs;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        out.push_back(entry.path());
    }
    return out;
}

Record record_of(Authority& authority, std::string_view DOI) {
    const auto ids = authority.by_keys(std::vector{identifier_key(bib::Field::DOI, DOI)}, 5);
    auto records = authority.records(ids.front());
    EXPECT_THAT(records, SizeIs(1)) << DOI;
    return records.empty() ? Record() : records.front();
}

struct Whole {
    const char* DOI;
    const char* PMID;
    int year;
    const char* volume;
    const char* issue;
    const char* page;
    std::size_t authors;
    const char* first;
    const char* last;
    bool incomplete;
};
constexpr Whole kWhole[] = {
    {"10.1016/s0140-6736(18)30480-x", "29573870", 2018, "391", "10137", "2356-2367", 12, "Hartvigsen",
     "Underwood", false},
    {"10.1016/s0140-6736(18)30489-6", "29573872", 2018, "391", "10137", "2368-2383", 12, "Foster", "Maher",
     false},
    {"10.1016/s0140-6736(16)30970-9", "27745712", 2017, "389", "10070", "736-747", 3, "Maher", "Buchbinder",
     false},
    {"10.7326/m16-2459", "28192793", 2017, "166", "7", "493-505", 3, "Chou", "Friedly", true},
    {"10.7326/m16-2367", "28192789", 2017, "166", "7", "514-530", 5, "Qaseem", "", false},
};

TEST(Sample, HoldsTheFiveWorksWhole) {
    const auto sample = open_sample("");
    for (const Whole& whole : kWhole) {
        SCOPED_TRACE(whole.DOI);
        const Record record = record_of(*sample, whole.DOI);
        EXPECT_EQ(record.item.PMID, whole.PMID);
        EXPECT_EQ(record.item.issued.year, whole.year);
        EXPECT_EQ(record.item.volume, whole.volume);
        EXPECT_EQ(record.item.issue, whole.issue);
        EXPECT_EQ(record.item.page, whole.page);
        EXPECT_EQ(record.authors_incomplete, whole.incomplete);
        EXPECT_FALSE(record.item.title.empty());
        ASSERT_THAT(record.item.author, SizeIs(whole.authors));
        EXPECT_EQ(record.item.author.front().family, whole.first);
        EXPECT_EQ(record.item.author.back().family, whole.last);
    }
    EXPECT_EQ(record_of(*sample, "10.7326/m16-2367").item.author.back().literal,
              "Clinical Guidelines Committee of the American College of Physicians");
}

TEST(Sample, SaysThatItIsOne) {
    const auto sample = open_sample("");
    EXPECT_TRUE(sample->info().sample);
    EXPECT_EQ(sample->info().name, "sample");
    const std::string_view bytes = embedded_file("corpus/authority/sample.jsonl").bytes;
    EXPECT_EQ(sample->info().records, std::ranges::count(bytes, '\n')) << "a record was skipped or merged";
}

TEST(Sample, KnowsWhatWasRetracted) {
    const auto sample = open_sample("");
    const Record record = record_of(*sample, "10.1155/2021/3974674");
    ASSERT_THAT(record.events, SizeIs(1));
    EXPECT_EQ(record.events[0].kind, EventKind::retraction);
    EXPECT_EQ(record.events[0].notice_DOI, "10.1155/2023/9793706");
}

TEST(Sample, IsBuiltOnceIntoTheCache) {
    const test::TemporaryFolder folder;
    const auto cache = folder / "new" / "cache";
    const auto records = open_sample(cache)->info().records;
    const auto files = files_in(cache);
    ASSERT_THAT(files, SizeIs(1));
    const auto time = std::filesystem::last_write_time(files[0]);
    EXPECT_EQ(open_sample(cache)->info().records, records);
    EXPECT_EQ(std::filesystem::last_write_time(files[0]), time);
    test::write_text(files[0], "damaged");
    EXPECT_EQ(open_sample(cache)->info().records, records);
    EXPECT_EQ(files_in(cache), files);
    EXPECT_EQ(open_sample(cache)->info().records, records);
}

TEST(Sample, WorksWithoutACacheToWrite) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "file", "in the way");
    EXPECT_GT(open_sample(folder / "file")->info().records, 100);
    EXPECT_GT(open_sample(folder / "file" / "below")->info().records, 100);
    EXPECT_GT(open_sample("/proc/no-such-folder")->info().records, 100);
}

}  // namespace
}  // namespace whereof::authority
