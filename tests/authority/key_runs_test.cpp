// SPDX-License-Identifier: MIT
#include "authority/key_runs.hpp"

#include "support/data.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

TEST(KeyRuns, SortsMoreThanItKeeps) {
    const test::TemporaryFolder folder;
    std::mt19937_64 random(7);
    std::vector<std::pair<Key, RecordId>> expected;
    KeyRuns runs(folder.path(), 100);
    for (RecordId id = 1; id <= 5'050; ++id) {
        const Key key = random() % 3 == 0 ? random() % 50 : random();
        expected.emplace_back(key, id);
        runs.add({key, id, id % 2 == 0 ? KeyRole::work : KeyRole::title});
    }
    std::ranges::sort(expected);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the runs have no names";
    std::vector<std::pair<Key, RecordId>> sorted;
    KeyEntry entry;
    while (runs.next(entry)) {
        sorted.emplace_back(entry.key, entry.id);
        EXPECT_EQ(entry.role, entry.id % 2 == 0 ? KeyRole::work : KeyRole::title);
    }
    EXPECT_EQ(sorted, expected);
}

TEST(KeyRuns, MayBeEmpty) {
    KeyRuns runs("");
    KeyEntry entry;
    EXPECT_FALSE(runs.next(entry));
}

}  // namespace
}  // namespace whereof::authority
