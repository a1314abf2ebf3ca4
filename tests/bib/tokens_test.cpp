// SPDX-License-Identifier: MIT
#include "bib/tokens.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

/// Tokens with a blank between them, '~' before one that is glued to the left.
std::string divided(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, find_identifiers(text), tokens);
    std::string out;
    for (const Token& token : tokens) {
        out += out.empty() ? "" : token.glued ? "~" : " ";
        out += token.span.of(text);
    }
    return out;
}

TEST(Tokenize, DividesAtEveryMark) {
    EXPECT_EQ(divided("2018 Jun 9;391(10137):2356-67."), "2018 Jun 9~;~391~(~10137~)~:~2356~-~67~.");
    EXPECT_EQ(divided("O’Sullivan P, Low-back pain"), "O’Sullivan P~, Low-back pain");
    EXPECT_EQ(divided("Immunity49, 9"), "Immunity~49~, 9");
    EXPECT_EQ(divided("miR-423, e1002606"), "miR~-~423~, e1002606");
    EXPECT_EQ(divided("doi:10.1000/182. End"), "doi:10.1000/182~. End");
    EXPECT_EQ(divided("Kr\xc3\xa4mer\xc2\xa0\xe2\x80\x94 x"), "Kr\xc3\xa4mer \xe2\x80\x94 x");
}

TEST(Tokenize, TellsLooksApart) {
    const auto look = [](std::string_view text) {
        std::vector<Token> tokens;
        tokenize(text, {}, tokens);
        return tokens.front().look;
    };
    EXPECT_EQ(look("2018"), Look::year);
    EXPECT_EQ(look("2018a"), Look::year_letter);
    EXPECT_EQ(look("2099"), Look::digits_some);
    EXPECT_EQ(look("12"), Look::digits_few);
    EXPECT_EQ(look("e123"), Look::letter_digits);
    EXPECT_EQ(look("12S"), Look::digits_letter);
    EXPECT_EQ(look("J"), Look::initial);
    EXPECT_EQ(look("JM"), Look::capitals_few);
    EXPECT_EQ(look("\xc3\x96ZT"), Look::capitals_few);
    EXPECT_EQ(look("BAKHTIN"), Look::capitals);
    EXPECT_EQ(look("Smith-Jones"), Look::capitalised);
    EXPECT_EQ(look("McKay"), Look::mixed_case);
    EXPECT_EQ(look("März"), Look::month);
    EXPECT_EQ(look("中文"), Look::other_script);
    EXPECT_EQ(look("\xff"), Look::unreadable);
}

TEST(Tokenize, FoldsWords) {
    EXPECT_EQ(word_hash("Revista"), word_hash("REVISTA"));
    EXPECT_EQ(word_hash("Saúde"), word_hash("saude"));
    EXPECT_EQ(word_hash("sau\xcc\x81"
                        "de"),
              word_hash("saude"));
    EXPECT_NE(word_hash("Spine"), word_hash("Pain"));
}

TEST(Tokenize, StopsInTime) {
    std::vector<Token> tokens;
    tokenize(std::string(100000, ','), {}, tokens);
    EXPECT_EQ(tokens.size(), kMostTokens);
}

}  // namespace
}  // namespace whereof::bib
