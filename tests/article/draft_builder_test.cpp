// SPDX-License-Identifier: MIT
#include "article/draft_builder.hpp"

#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

Block block_of(BlockKind kind) {
    Block block;
    block.kind = kind;
    return block;
}

TEST(DraftBuilder, SqueezesWhiteSpaceAndDropsWhatNobodySees) {
    const std::string source = "  a\t\tb\u00A0c\u00ADd \u200B e\r\nf\x01g  ";
    DraftBuilder builder(source);
    builder.append(source, 0);
    EXPECT_EQ(builder.finish().text, "a b cd e f g");
}

TEST(DraftBuilder, KnowsWhereEveryWordStood) {
    const std::string source = "one two  three\nfour é five\r\n  six\rseven";
    DraftBuilder builder(source);
    builder.append(source, 0);
    const Draft draft = builder.finish();
    EXPECT_EQ(draft.text, "one two three four é five six seven");
    EXPECT_EQ(place_of(draft, "two"), "1:5");
    EXPECT_EQ(place_of(draft, "three"), "1:10");
    EXPECT_EQ(place_of(draft, "four"), "2:1");
    EXPECT_EQ(place_of(draft, "five"), "2:8");
    EXPECT_EQ(place_of(draft, "six"), "3:3");
    EXPECT_EQ(place_of(draft, "seven"), "4:1");
}

TEST(DraftBuilder, DividesInlinesAtBlocks) {
    DraftBuilder builder("");
    builder.begin_inline(InlineKind::bold);
    builder.append("one ", 0);
    builder.begin_block(block_of(BlockKind::quote));
    builder.append(" two", 4);
    builder.end_inline(InlineKind::bold);
    builder.append(" three", 8);
    const Draft draft = builder.finish();
    EXPECT_EQ(inlines(draft), "b|one\nb|two\n");
    EXPECT_EQ(outline(draft), "p|one\nq|two three\n");
}

TEST(DraftBuilder, NestsInlinesOnlySoDeep) {
    DraftBuilder builder("");
    for (int i = 0; i < 1000; ++i) {
        builder.begin_inline(InlineKind::italic);
    }
    builder.append("x", 0);
    for (int i = 0; i < 1000; ++i) {
        builder.end_inline(InlineKind::italic);
    }
    builder.append("y", 1);
    EXPECT_EQ(builder.finish().inlines.size(), 64U);
}

TEST(DraftBuilder, DropsEmptyBlocksAndKeepsLineBreaks) {
    DraftBuilder builder("");
    builder.begin_block(block_of(BlockKind::heading));
    builder.append("  ", 0);
    builder.begin_block(block_of(BlockKind::paragraph));
    builder.append_line_break();
    builder.append("a ", 0);
    builder.append_line_break();
    builder.append_line_break();
    builder.append(" b", 2);
    builder.append_line_break();
    EXPECT_EQ(outline(builder.finish()), "p|a/b\n");
}

TEST(DraftBuilder, LiftsLabelsOutOfParagraphs) {
    DraftBuilder builder("");
    builder.begin_inline(InlineKind::bold);
    builder.append("[1]", 0);
    builder.end_inline(InlineKind::bold);
    builder.append(" Smith J. Title.", 3);
    builder.append_line_break();
    builder.append("2. Jones K. Title.", 30);
    builder.append_line_break();
    builder.append("continued", 60);
    builder.begin_block(block_of(BlockKind::heading));
    builder.append("3. Heading", 90);
    builder.lift_labels();
    const Draft draft = builder.finish();
    EXPECT_EQ(outline(draft), "li1 [1]|Smith J. Title.\nli1 [2]|Jones K. Title./continued\nh|3. Heading\n");
    EXPECT_EQ(inlines(draft), "");
    EXPECT_EQ(broken_promise(draft), "");
}

TEST(DraftBuilder, TakesOutBlocks) {
    const std::string source = "menu text more";
    DraftBuilder builder(source);
    builder.append("menu", 0);
    builder.begin_block(block_of(BlockKind::paragraph));
    builder.begin_inline(InlineKind::italic);
    builder.append("text", 5);
    builder.end_inline(InlineKind::italic);
    builder.begin_block(block_of(BlockKind::quote));
    builder.append("more", 10);
    builder.keep_only({false, true, false});
    const Draft draft = builder.finish();
    EXPECT_EQ(outline(draft), "p|text\n");
    EXPECT_EQ(inlines(draft), "i|text\n");
    EXPECT_EQ(place_of(draft, "text"), "1:6");
}

TEST(DraftBuilder, FollowsDecodedTextBackToItsSource) {
    // "a\nb" as it stands in a JSON string: the b is one character further on than decoding makes it.
    const std::string source = R"("a \"b\" c")";
    const OffsetPair map[] = {{0, 1}, {3, 5}, {5, 8}};
    DraftBuilder builder(source);
    builder.append(R"(a "b" c)", 0);
    const Draft draft = builder.finish(map);
    EXPECT_EQ(place_of(draft, "a"), "1:2");
    EXPECT_EQ(place_of(draft, "b"), "1:6");
    EXPECT_EQ(place_of(draft, "c"), "1:10");
}

TEST(DraftBuilder, RunsOnWhereBlocksBecomeTooMany) {
    DraftBuilder builder("");
    for (std::size_t i = 0; i < DraftBuilder::kMaxBlocks + 10; ++i) {
        builder.begin_block(block_of(BlockKind::paragraph));
        builder.append("x", 0);
    }
    const Draft draft = builder.finish();
    EXPECT_EQ(draft.blocks.size(), DraftBuilder::kMaxBlocks);
    EXPECT_EQ(draft.blocks.back().span.size(), 21U);
    EXPECT_EQ(draft.warnings.size(), 1U);
}

}  // namespace
}  // namespace whereof::article
