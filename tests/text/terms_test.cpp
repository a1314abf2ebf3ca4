// SPDX-License-Identifier: MIT
#include "text/terms.hpp"

#include "text/spelling.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> terms(std::string_view text) {
    std::vector<std::string> out;
    for (const auto& [term, span] : read_terms(text)) {
        out.push_back(term);
    }
    return out;
}

struct Pair {
    const char* british;
    const char* american;
};

TEST(ReadTerms, MakesTheTwoSpellingsMeet) {
    constexpr Pair kPairs[] = {
        {"randomised", "randomized"},
        {"Randomisation", "randomization"},
        {"tumours", "tumors"},
        {"behavioural", "behavioral"},
        {"paediatric", "pediatric"},
        {"anaemia", "anemia"},
        {"hyperlipidaemia", "hyperlipidemia"},
        {"oedematous", "edematous"},
        {"lymphoedema", "lymphedema"},
        {"haemorrhage", "hemorrhage"},
        {"oesophagus", "esophagus"},
        {"oestrogen", "estrogen"},
        {"diarrhoea", "diarrhea"},
        {"hospitalised", "hospitalized"},
        {"analysed", "analyzed"},
        {"centre", "center"},
        {"fibres", "fibers"},
        {"programmes", "programs"},
        {"orthopaedic", "orthopedic"},
        {"leucocytes", "leukocytes"},
        {"mobilisation", "mobilization"},
        {"summarising", "summarizing"},
        {"labelled", "labeled"},
        {"ageing", "aging"},
        {"metre", "meter"},
        {"hypothesised", "hypothesized"},
        {"dyspnoea", "dyspnea"},
    };
    for (const auto& [british, american] : kPairs) {
        EXPECT_EQ(terms(british), terms(american)) << british;
    }
}

TEST(ReadTerms, LeavesOtherWordsApart) {
    EXPECT_NE(terms("optimistic"), terms("optimal"));
    EXPECT_EQ(american_spelling("exercise"), "exercise");
    EXPECT_EQ(american_spelling("precise"), "precise");
    EXPECT_EQ(american_spelling("metabolism"), "metabolism");
    EXPECT_EQ(american_spelling("hypothesis"), "hypothesis");
}

TEST(ReadTerms, SpellsGreekLetters) {
    EXPECT_EQ(terms("TNF-α"), terms("TNF alpha"));
    EXPECT_EQ(terms("NF-κB"), terms("NF-kappaB"));
    EXPECT_EQ(terms("5 µg"), terms("5 ug"));
    EXPECT_THAT(terms("λόγος"), ElementsAre("λογοσ"));
}

TEST(ReadTerms, DividesAndStems) {
    EXPECT_THAT(terms("Low-back pain’s “relieving”: O'Sullivan's p<0.05"),
                ElementsAre("low", "back", "pain", "reliev", "osullivan", "p", "0", "05"));
}

TEST(ReadTerms, GivesPlacesInTheText) {
    const std::string text = "Früh — (physical  therapy)";
    const auto words = read_terms(text);
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[0].second.of(text), "Früh");
    EXPECT_EQ(words[1].second.of(text), "physical");
    EXPECT_EQ(words[2].second.of(text), "therapy");
}

TEST(ReadTerms, TakesAnyBytes) {
    EXPECT_TRUE(terms("").empty());
    EXPECT_TRUE(terms("—…“”!?").empty());
    EXPECT_THAT(terms(std::string_view("a\0b\xFF\xFEz", 6)), ElementsAre("a", "b", "z"));
    const std::string long_word(100000, 'x');
    const auto words = read_terms(long_word);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_LE(words[0].first.size(), TermReader::kLongestTerm);
    EXPECT_EQ(words[0].second.size(), long_word.size());
}

TEST(TermReader, NumbersTermsAndForgets) {
    TermReader reader;
    std::vector<TermWord> words;
    reader.read("pain pains painful", words);
    EXPECT_EQ(words[0].term, words[1].term);
    EXPECT_EQ(reader.term(words[2].term), "pain");
    reader.forget();
    EXPECT_EQ(reader.term_count(), 0U);
    words.clear();
    reader.read("flare", words);
    EXPECT_EQ(reader.term(words[0].term), "flare");
}

TEST(TermReader, LeavesOutNewTermsBeyondItsLimit) {
    TermReader reader;
    std::vector<TermWord> words;
    reader.read("pain", words);
    reader.allow_new_terms(2);
    words.clear();
    reader.read("flare pain rest yoga flares stretch rest", words);
    std::vector<std::string> got;
    for (const TermWord& word : words) {
        got.push_back(reader.term(word.term));
    }
    EXPECT_THAT(got, ElementsAre("flare", "pain", "rest", "flare", "rest"));
}

TEST(TermReader, KeepsManyWordsApart) {
    TermReader reader;
    std::vector<TermWord> words;
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "w" + std::to_string(i) + "x ";
    }
    reader.read(text + text, words);
    ASSERT_EQ(words.size(), 40'000U);
    EXPECT_EQ(reader.term_count(), 20'000U);
    for (std::size_t i = 0; i < 20'000; ++i) {
        ASSERT_EQ(words[i].term, words[i + 20'000].term);
        ASSERT_EQ(reader.term(words[i].term), "w" + std::to_string(i) + "x");
    }
}

TEST(IsStopTerm, KnowsFunctionWordsOnly) {
    EXPECT_TRUE(is_stop_term("the"));
    EXPECT_TRUE(is_stop_term("with"));
    EXPECT_FALSE(is_stop_term("not"));
    EXPECT_FALSE(is_stop_term("pain"));
}

}  // namespace
}  // namespace whereof::text
