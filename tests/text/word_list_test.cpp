// SPDX-License-Identifier: MIT
#include "text/word_list.hpp"

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

TEST(WordList, KnowsWherePhrasesMayBegin) {
    const WordList list("corpus/words/evidence_words.tsv");
    ASSERT_GT(list.size(), 0U);
    std::size_t rows = 0;
    std::size_t phrases = 0;
    each_word_of("corpus/words/evidence_words.tsv", [&](std::string_view phrase, std::string_view kind) {
        ++rows;
        EXPECT_EQ(list.class_of(phrase), kind);
        if (const auto space = phrase.find(' '); space != std::string_view::npos) {
            ++phrases;
            EXPECT_TRUE(list.begins_phrase(phrase.substr(0, space))) << phrase;
        }
    });
    EXPECT_EQ(rows, list.size()) << "a word stands there once";
    EXPECT_GT(phrases, 0U);
    EXPECT_FALSE(list.begins_phrase("zebra"));
    EXPECT_EQ(list.class_of("zebra"), "");
}

}  // namespace
}  // namespace whereof::text
