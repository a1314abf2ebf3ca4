// SPDX-License-Identifier: MIT
#include "base/embedded.hpp"
#include "bib/feature_places.hpp"
#include "bib/journal_slots.hpp"
#include "bib/journal_table.hpp"
#include "bib/journal_words.hpp"
#include "bib/tagger.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

std::size_t slots_with(const std::vector<JournalSlot>& slots, std::uint64_t hash) {
    return static_cast<std::size_t>(std::ranges::count_if(slots, [hash](const JournalSlot& slot) {
        return slot.hash == hash && slot.line != JournalSlot::kFree;
    }));
}

TEST(JournalSlots, HoldEveryNameAndNumberOnce) {
    const std::string table =
        "Spine (Phila Pa 1976)\tSpine\t0362-2436,1528-1159\tSPINE|The Spine\t\n\nSpine journal\tSpine "
        "J\t\t\t\n"
        "Backs\tSpine\t\t\tSpine journal";  // without a line end
    const std::vector<JournalSlot> slots = make_journal_slots(table);
    EXPECT_EQ(slots.size() & (slots.size() - 1), 0U);
    EXPECT_EQ(slots_with(slots, hash_of_journal_name(journal_word_key("spine"))), 2U) << "two journals' name";
    EXPECT_EQ(slots_with(slots, hash_of_journal_name(journal_word_key("Spine J"))), 1U);
    EXPECT_EQ(slots_with(slots, hash_of_issn("1528-1159")), 1U);
    EXPECT_EQ(slots_with(slots, hash_of_issn("1528-1150")), 0U);
    for (const JournalSlot& slot : slots) {
        if (slot.line != JournalSlot::kFree) {
            EXPECT_TRUE(slot.line == 0 || table[slot.line - 1] == '\n') << slot.line;
        }
    }
    EXPECT_EQ(journal_row("Backs\tSpine\t\t\tSpine journal").continued_by, "Spine journal");
    EXPECT_EQ(journal_row("Backs").abbreviation, "");
}

TEST(JournalSlots, GrowWithManyNamesOfFewJournals) {
    std::string table = "One\tO\t\t";
    for (int i = 0; i < 5000; ++i) {
        table += (i > 0 ? "|name " : "name ") + std::to_string(i);
    }
    const auto slots = make_journal_slots(table);
    for (const int i : {0, 17, 4999}) {
        const auto hash = hash_of_journal_name(journal_word_key("name " + std::to_string(i)));
        EXPECT_EQ(slots_with(slots, hash), 1U) << i;
    }
}

TEST(PackedTables, AreThoseOfTheFilesThatShip) {
    const auto slots = make_journal_slots(embedded_file("corpus/journals/journals.tsv").bytes);
    EXPECT_TRUE(std::ranges::equal(slots, embedded_journal_slots(), [](const auto& a, const auto& b) {
        return a.hash == b.hash && a.line == b.line;
    }));
    const auto features = features_of(embedded_file("corpus/weights/parser.bin").bytes);
    EXPECT_TRUE(std::ranges::equal(find_pilots(features), embedded_pilots()));
}

TEST(FeaturePlaces, AreDifferentForAllFeatures) {
    std::mt19937 random(7);  // NOLINT: the same each time
    std::set<std::uint32_t> features;
    while (features.size() < 20'000) {
        features.insert(static_cast<std::uint32_t>(random()));
    }
    const std::vector<std::uint32_t> list(features.begin(), features.end());
    const auto pilots = find_pilots(list);
    const FeaturePlaces places(list.size(), pilots);
    std::set<std::size_t> taken;
    for (const std::uint32_t feature : list) {
        EXPECT_LT(places.of(feature), places.count());
        EXPECT_TRUE(taken.insert(places.of(feature)).second) << feature;
    }
    EXPECT_EQ(find_pilots({}).size(), FeaturePlaces::kBuckets);
    EXPECT_THROW(find_pilots(std::vector<std::uint32_t>{7, 7}), std::invalid_argument);
    EXPECT_THROW(features_of("WHEREOF-WEIGHTS-1\n"), std::invalid_argument);
}

}  // namespace
}  // namespace whereof::bib
