// SPDX-License-Identifier: MIT
#include "search/query.hpp"

#include "search/fields.hpp"

#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using testing::HasSubstr;

constexpr const char* kFieldNames[] = {"", "claim:", "heading:", "title:", "source:", "author:", "journal:"};

std::string show(const Leaf& leaf) {
    const std::string field = kFieldNames[static_cast<std::size_t>(leaf.field)];
    switch (leaf.kind) {
        case LeafKind::words:
            return field + leaf.text;
        case LeafKind::phrase:
            return field + "\"" + leaf.text + "\"" +
                   (leaf.within != 0 ? "~" + std::to_string(leaf.within) : "");
        case LeafKind::prefix:
            return field + leaf.text + "*";
        case LeafKind::year:
            return "year:" + std::to_string(leaf.from) + ".." + std::to_string(leaf.to);
        case LeafKind::verdict:
            return "verdict:" + leaf.text;
        case LeafKind::design:
            return "design:" + leaf.text;
        case LeafKind::site:
            return "site:" + leaf.text;
        case LeafKind::cited:
            return "cited:" + std::to_string(leaf.from);
    }
    return {};
}

/// "+must -must_not should", groups in brackets, alternatives with "|".
std::string show(const Node& node) {
    if (node.is_leaf) {
        return show(node.leaf);
    }
    std::string out;
    const auto add = [&](const std::vector<Node>& nodes, std::string_view sign, std::string_view divider) {
        for (const Node& part : nodes) {
            out += (out.empty() ? "" : std::string(divider)) + std::string(sign) +
                   (part.is_leaf ? show(part) : "(" + show(part) + ")");
        }
    };
    add(node.must, "+", " ");
    add(node.must_not, "-", " ");
    add(node.should, "", " ");
    add(node.any_of, "", " | ");
    return out;
}

struct Case {
    const char* text;
    const char* expected;
};

TEST(ParseQuery, ReadsTheLanguage) {
    constexpr Case kCases[] = {
        {"early PT beats delayed PT", "early PT beats delayed PT"},
        {"\"bed rest\" pain", "+\"bed rest\" pain"},
        {"early AND PT", "+early +PT"},
        {"early AND PT pain", "+early +PT pain"},
        {"early OR late", "(early) | (late)"},
        {"a b OR c AND d", "(a b) | (+c +d)"},
        {"pain -opioid", "-opioid pain"},
        {"pain NOT opioid", "-opioid pain"},
        {"pain -\"bed rest\"", "-\"bed rest\" pain"},
        {"pain -(opioid OR steroid)", "-((opioid) | (steroid)) pain"},
        {"(early OR prompt) AND PT", "+((early) | (prompt)) +PT"},
        {"physio* care", "physio* care"},
        {"early NEAR PT", "+\"early PT\"~10"},
        {"early NEAR/3 PT help", "+\"early PT\"~3 help"},
        {"\"early PT\"~4", "+\"early PT\"~4"},
        {"author:Fritz pain", "+author:Fritz pain"},
        {"author:\"van der Berg\"", "+author:\"van der Berg\""},
        {"Title:back journal:Lan*", "+title:back +journal:Lan*"},
        {"year:2019..2023", "+year:2019..2023"},
        {"year:2019", "+year:2019..2019"},
        {"year:2019..", "+year:2019..9999"},
        {"year:..2019", "+year:1..2019"},
        {"year:>=2019", "+year:2019..9999"},
        {"pain (year:2019)", "+(+year:2019..2019) pain"},
        {"pain (verdict:retracted OR verdict:mismatch)",
         "+((+verdict:retracted) | (+verdict:mismatch)) pain"},
        {"pain (\"bed rest\" OR \"early care\")", "+((+\"bed rest\") | (+\"early care\")) pain"},
        {"pain (rest OR year:2019)", "pain ((rest) | (+year:2019..2019))"},
        {"verdict:Retracted pain", "+verdict:retracted pain"},
        {"cited:no", "+cited:0"},
        {"site:example.org yoga", "+site:example.org yoga"},
        {"pain -author:Fritz", "-author:Fritz pain"},
        {"low-back pain, COVID-19 IL-6", "low-back pain, COVID-19 IL-6"},
    };
    for (const auto& [text, expected] : kCases) {
        const auto query = parse_query(text);
        ASSERT_TRUE(query) << text;
        EXPECT_EQ(show(*query), expected) << text;
    }
}

TEST(ParseQuery, TakesOddCharactersForWords) {
    constexpr Case kCases[] = {
        {"\"unclosed phrase", "unclosed phrase"},
        {"pain \"", "pain"},
        {"((pain", "((pain))"},
        {"pain))) relief", "pain relief"},
        {"AND pain AND", "+pain"},
        {"OR pain OR", "pain"},
        {"NOT", "?"},
        {"pain AND NOT opioid", "+pain -opioid"},
        {"pain - opioid", "pain opioid"},
        {"--opioid pain", "--opioid pain"},
        {"pain (early NEAR)", "pain (early)"},
        {"a NEAR \"bed rest\"", "+\"a bed rest\"~10"},
        {"low -back- pain", "-back- low pain"},
        {"* pain **", "pain"},
        {"NEAR pain NEAR", "NEAR pain"},
        {"x' OR 1=1; DROP TABLE claims; --", "(x') | (1=1; DROP TABLE claims;)"},
        {"{claim heading}: pain ^early + 5%", "{claim heading}: pain ^early 5%"},
        {"http://example.org/x TNF:a Placebo: pain p:1", "http://example.org/x TNF:a Placebo: pain p:1"},
        {"ratio 1:2 12:30", "ratio 1:2 12:30"},
        {"1 year versus 2 year: mortality", "1 year versus 2 year: mortality"},
        {"pain in placebo:", "pain in placebo:"},
    };
    for (const auto& [text, expected] : kCases) {
        const auto query = parse_query(text);
        if (expected[0] == '?') {
            EXPECT_FALSE(query) << text;
            continue;
        }
        ASSERT_TRUE(query) << text;
        EXPECT_EQ(show(*query), expected) << text;
    }
}

TEST(ParseQuery, RefusesWhatCannotBeMeant) {
    constexpr Case kCases[] = {
        {"autor:Fritz", "did you mean author:"},
        {"jurnal:Lancet pain", "did you mean journal:"},
        {"colour:red", "fields are claim"},
        {"YEAR:soon", "2019..2023"},
        {"pain year: 2016", "without a blank"},
        {"Verdict: retracted", "without a blank"},
        {"year:2023..2019", "year:2019..2023"},
        {"year:soon", "2019..2023"},
        {"year:..", "2019..2023"},
        {"year:99999", "2019..2023"},
        {"verdict:retacted", "did you mean retracted"},
        {"verdict:fine", "verdicts are retracted"},
        {"cited:maybe", "yes or no"},
        {"pain year:", "year: has no value"},
        {"(author:) pain", "author: has no value"},
        {"early NEAR/0 PT", "NEAR/0 leaves no room"},
        {"vaccin* NEAR/5 children", "NEAR joins two words"},
        {"children NEAR/5 vaccin*", "NEAR joins two words"},
        {"(early OR late) NEAR PT", "NEAR joins two words"},
        {"early NEAR (PT OR care)", "NEAR joins two words"},
        {"title:early NEAR PT", "NEAR joins two words"},
        {"", "at least one word"},
        {"   ", "at least one word"},
        {"?!… — ()", "at least one word"},
        {"-pain", "at least one word"},
        {"\"\" \"...\"", "at least one word"},
    };
    for (const auto& [text, expected] : kCases) {
        const auto query = parse_query(text);
        ASSERT_FALSE(query) << text;
        EXPECT_THAT(query.error().what, HasSubstr(expected)) << text;
    }
}

TEST(ParseQuery, WeighsTheOutcomeBehindAComparison) {
    const auto query = parse_query("Yoga versus Stretching: Pain at 12 weeks");
    ASSERT_TRUE(query);
    const auto& parts = query->should;
    EXPECT_FALSE(parts[2].leaf.is_outcome);
    EXPECT_EQ(parts[3].leaf.text, "Pain");
    EXPECT_TRUE(parts[3].leaf.is_outcome);
    EXPECT_TRUE(parts.back().leaf.is_outcome);
    const auto plain = parse_query("Objective: to see whether it helps");
    ASSERT_TRUE(plain);
    for (const Node& part : plain->should) {
        EXPECT_FALSE(part.leaf.is_outcome);
    }
}

TEST(ParseQuery, IsLinearAndBoundedOnHostileText) {
    EXPECT_TRUE(parse_query(std::string(300'000, '(') + "pain" + std::string(300'000, ')')));
    EXPECT_FALSE(parse_query(std::string(1'000'000, '"')));
    EXPECT_FALSE(parse_query(std::string(1'000'000, '-')));
    std::string many;
    for (int i = 0; i < 50'000; ++i) {
        many += i % 3 == 0 ? "AND NOT w" : "OR (w";
    }
    EXPECT_TRUE(parse_query(many + " pain"));
    std::string nested;
    for (int i = 0; i < 50'000; ++i) {
        nested += "a NEAR (";
    }
    EXPECT_FALSE(parse_query(nested));
    EXPECT_TRUE(parse_query(std::string_view("pain\0relief \xFF\xFE", 14)));
}

TEST(ParseQuery, RefusesWhatWouldTakeMinutes) {
    std::string phrase;
    std::string prefixes;
    for (int i = 0; i < 3000; ++i) {
        phrase += "the of ";
        prefixes += "word" + std::to_string(i) + "* ";
    }
    const auto long_phrase = parse_query("pain \"" + phrase + "\"");
    ASSERT_FALSE(long_phrase);
    EXPECT_NE(long_phrase.error().what.find("at most 100 words"), std::string::npos)
        << long_phrase.error().what;
    const auto many = parse_query("pain OR (" + prefixes + ")");
    ASSERT_FALSE(many);
    EXPECT_NE(many.error().what.find("at most 64 prefixes"), std::string::npos) << many.error().what;
    EXPECT_TRUE(parse_query("\"" + phrase.substr(0, 7 * 50) + "\"")) << "a sentence that is quoted";
}

TEST(QueryFields, HaveNamesAndHelp) {
    std::set<std::string_view> names;
    for (const QueryField& field : query_fields()) {
        EXPECT_TRUE(names.insert(field.name).second);
        EXPECT_FALSE(field.help.empty());
        EXPECT_EQ(find_field(field.name), &field);
        EXPECT_NE(field.text_field.has_value(), field.read != nullptr);
    }
    EXPECT_EQ(find_field("nothing"), nullptr);
}

}  // namespace
}  // namespace whereof::search
