// SPDX-License-Identifier: MIT
// Drafts that nobody writes: assemble() must neither crash nor take more than time in proportion.
#include "article/draft.hpp"
#include "plain_draft.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

/// What must hold of every article, whatever it was made from.
void check(const Article& article) {
    std::size_t last = 0;
    for (const Sentence& sentence : article.sentences) {
        ASSERT_LE(last, sentence.span.begin);
        ASSERT_LE(sentence.span.begin, sentence.span.end);
        ASSERT_LE(sentence.span.end, article.text.size());
        ASSERT_LT(sentence.section, article.sections.size());
        last = sentence.span.end;
    }
    last = 0;
    for (const Marker& marker : article.markers) {
        ASSERT_LE(last, marker.span.begin);
        ASSERT_LT(marker.span.begin, marker.span.end);
        ASSERT_LE(marker.span.end, article.text.size());
        last = marker.span.end;
        for (const std::uint32_t reference : marker.references) {
            ASSERT_LT(reference, article.references.size());
        }
    }
    for (const Claim& claim : article.claims) {
        ASSERT_LT(claim.sentence, article.sentences.size());
        ASSERT_FALSE(claim.text.empty());
        for (const Clause& clause : claim.clauses) {
            ASSERT_LE(clause.span.begin, clause.span.end);
            ASSERT_LE(clause.span.end, article.text.size());
        }
    }
}

std::string repeated(const char* piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + 100);
    while (text.size() < bytes) {
        text += piece;
    }
    return text;
}

TEST(HostileDrafts, LongRunsOfAnything) {
    for (const char* piece : {"[",
                              "]",
                              "(",
                              ")",
                              "[1]",
                              "(1)",
                              "[1-9999] ",
                              "(Smith 2020; ",
                              "Smith (2020) ",
                              "2020 ",
                              ".",
                              "\n",
                              "1. ",
                              "References\n",
                              "\n\nReferences\n\n1. A. Pain. 2001;1:1-2.\n",
                              "# ",
                              "a) b) c) ",
                              "10.1000/x ",
                              "^{1}",
                              "<a|#b>",
                              "et al. ",
                              "e.g. (",
                              "\xFF",
                              "¹",
                              "[^",
                              "A, B. ",
                              "___. "}) {
        SCOPED_TRACE(piece);
        check(assemble(test::plain_draft(repeated(piece, 100'000))));
    }
}

TEST(HostileDrafts, ManyReferences) {
    std::string text = "It helps [1,2], [49999]. It may (Smith 2001).\n\nReferences\n\n";
    for (int i = 1; i <= 50'000; ++i) {
        text += std::to_string(i) + ". Smith J. A work. Pain. 2001;1:1-9.\n";
    }
    const Article article = assemble(test::plain_draft(text));
    check(article);
    EXPECT_EQ(article.references.size(), 50'000U);
}

TEST(HostileDrafts, EmptyAndOddDrafts) {
    check(assemble(Draft{}));
    Draft draft;
    draft.text = "One. Two.";
    check(assemble(draft));
    draft.blocks.push_back({});
    draft.blocks.back().span = {0, 9};
    draft.sentences = {"One.", "Two."};
    const Article kept = assemble(draft);
    check(kept);
    EXPECT_EQ(kept.sentences.size(), 2U);
    draft.sentences = {"Something else.", "Two.", ""};
    const Article replaced = assemble(draft);
    check(replaced);
    EXPECT_EQ(replaced.sentences.size(), 3U);
}

}  // namespace
}  // namespace whereof::article
