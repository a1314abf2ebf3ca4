// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/readers.hpp"
#include "draft_text.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

TEST(ReadJsonl, ReadsALine) {
    const auto draft = read_jsonl(
        R"({"id":7,"title":"T","url":"https://x.org","date":"May 12, 2024","site":"S","text":"Pain is common.\n\n- \"One\" caf\u00e9\n",)"
        R"("references":["Smith J. A. 2010.",{"raw":"Lee K. B. 2011."},{"id":"k","type":"article-journal","title":"C",)"
        R"("author":[{"family":"Ng","given":"A"}],"DOI":"10.1000/182"},17]})");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->id, "7");
    EXPECT_EQ(draft->title, "T");
    EXPECT_EQ(draft->date, "2024-05-12");
    EXPECT_EQ(outline(*draft),
              "p|Pain is common.\nli1 [-]|\"One\" café\nref|Smith J. A. 2010.\nref|Lee K. B. 2011.\nref "
              "#k|Ng A. C. doi: "
              "10.1000/182.\n");
    ASSERT_EQ(draft->structured.size(), 1U);
    EXPECT_EQ(draft->structured[0].block, 4U);
    EXPECT_EQ(draft->structured[0].item.DOI, "10.1000/182");
    EXPECT_EQ(broken_promise(*draft), "");
}

TEST(ReadJsonl, KnowsColumnsInsideTheString) {
    const auto draft = read_jsonl(R"({"text": "One \"two\" three\nfour \ud83d\ude00 \u00e9 five"})");
    EXPECT_EQ(place_of(*draft, "One"), "1:11");
    EXPECT_EQ(place_of(*draft, "two"), "1:17");
    EXPECT_EQ(place_of(*draft, "three"), "1:23");
    EXPECT_EQ(place_of(*draft, "four"), "1:30");
    EXPECT_EQ(place_of(*draft, "five"), "1:55");
}

TEST(ReadJsonl, KnowsThePlacesOfSentencesAndReferences) {
    const auto draft =
        read_jsonl(R"({"text":"","references":["Ng A. X.", {"raw":"Lee B. Y."}],)"
                   R"( "sentences": [ "One \"is\" here.", 7, ["no"], "Two\u00e9 are, [there]." ]})");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(place_of(*draft, "One"), "1:76");
    EXPECT_EQ(place_of(*draft, "here"), "1:87");
    EXPECT_EQ(place_of(*draft, "Two"), "1:107");
    EXPECT_EQ(place_of(*draft, "there"), "1:123");
    EXPECT_EQ(place_of(*draft, "Ng"), "1:26");
    EXPECT_EQ(place_of(*draft, "Lee"), "1:38");
}

TEST(ReadJsonl, TakesWhatSomeWritersTakeForJson) {
    const auto draft = read_jsonl(
        R"({"n":123456789012345678901234567890,"m":[-99999999999999999999,1.5,12e30],"text":"A \ud83d b \\ud800 \udc00\ud83d\ude00 \ud83d."})");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(outline(*draft), "p|A \uFFFD b \\ud800 \uFFFD\U0001F600 \uFFFD.\n");
    EXPECT_EQ(place_of(*draft, "b"), "1:92");
}

TEST(ReadJsonl, KeepsGivenSentences) {
    const auto draft = read_jsonl(R"({"id":"a","title":"T","sentences":["One  is.","Two, et al. are."]})");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->sentences, (std::vector<std::string>{"One  is.", "Two, et al. are."}));
    EXPECT_EQ(outline(*draft), "p|One is.\np|Two, et al. are.\n");
}

TEST(ReadJsonl, CountsWhatIsNoSentenceSoThatTheOthersKeepTheirNumbers) {
    const auto draft = read_jsonl(R"({"id":"a","sentences":["One is.",5,null,"Four is."]})");
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->sentences, (std::vector<std::string>{"One is.", "", "", "Four is."}));
    ASSERT_EQ(draft->warnings.size(), 2U);
    EXPECT_NE(draft->warnings[0].find("sentences[1]"), std::string::npos) << draft->warnings[0];
    EXPECT_FALSE(read_jsonl(R"({"id":"a","sentences":[5]})").has_value());

    const auto articles = read_articles(R"({"id":"a","sentences":["One is.",5,"Three is."]})", "a.jsonl");
    ASSERT_EQ(articles.size(), 1U);
    ASSERT_TRUE(articles.front().has_value());
    const Article& article = *articles.front();
    ASSERT_EQ(article.sentences.size(), 3U);
    EXPECT_EQ(article.sentences[2].span.of(article.text), "Three is.");
    ASSERT_EQ(article.warnings.size(), 1U);
}

TEST(ReadJsonl, RefusesWhatIsNoArticle) {
    for (const char* line : {"{", "[1]", "{\"id\":1}", "{\"text\":3}", "null", "{\"text\":\"a\"} x",
                             "\xFF{\"text\":\"a\"}", "{\"text\":\"\"}", "{\"text\":\"a\0\"}"}) {
        EXPECT_FALSE(read_jsonl(line).has_value()) << line;
    }
    EXPECT_FALSE(read_jsonl("{\"text\":" + std::string(100'000, '[') + "}").has_value());
}

TEST(ReadArticles, GoesOnBehindABadLine) {
    const auto articles = read_articles(
        "{\"id\":\"a\",\"text\":\"One is here.\"}\n{\"id\":\"b\",\"text\":\n\n  "
        "\n{\"id\":\"c\",\"text\":\"Two is here.\"}\n",
        "x.jsonl");
    ASSERT_EQ(articles.size(), 3U);
    ASSERT_TRUE(articles[0].has_value());
    EXPECT_EQ(articles[0]->id, "a");
    ASSERT_FALSE(articles[1].has_value());
    EXPECT_EQ(articles[1].error().where, "x.jsonl");
    EXPECT_EQ(articles[1].error().offset, 33U);
    EXPECT_TRUE(articles[1].error().what.starts_with("line 2: ")) << articles[1].error().what;
    ASSERT_TRUE(articles[2].has_value());
    EXPECT_EQ(articles[2]->format, "jsonl");
    EXPECT_EQ(articles[2]->position_of(0).line, 5U);
}

TEST(ReadArticles, TakesAnIdOnceInAFile) {
    const auto articles = read_articles(
        "{\"id\":\"a\",\"text\":\"One is here.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n"
        "{\"id\":\"a\",\"text\":\"Four is here.\"}\n",
        "x.jsonl");
    ASSERT_EQ(articles.size(), 4U);
    EXPECT_TRUE(articles[0].has_value());
    EXPECT_TRUE(articles[1].has_value());
    EXPECT_TRUE(articles[2].has_value());
    ASSERT_FALSE(articles[3].has_value());
    EXPECT_EQ(
        articles[3].error().what,
        "line 4: expected an id of its own, found \"a\", which line 1 has: give one of them another id");
}

TEST(ReadArticles, ReadsAnArrayOfArticles) {
    const std::string text =
        "[\n  {\n    \"id\": \"a1\",\n    \"text\": \"Pain is common [1].\",\n    \"references\": [\n"
        "      \"Maher C. Non-specific low back pain. Lancet. 2017;389:736-747.\"\n    ]\n  },\n"
        "  {\"id\": \"a2\"},\n  {\n    \"id\": \"a,3\",\n    \"text\": \"Rest [1], it fails.\"\n  }\n]\n";
    const auto read = read_named_articles(text, "x.json");
    ASSERT_EQ(read.articles.size(), 2U);
    EXPECT_EQ(read.articles[0].name, "x.json#a1");
    ASSERT_EQ(read.articles[0].article.references.size(), 1U);
    EXPECT_EQ(read.articles[0].article.references[0].position, (Position{6, 7}));
    EXPECT_EQ(read.articles[1].article.id, "a,3");
    EXPECT_EQ(read.articles[1].article.position_of(0), (Position{12, 14}));
    ASSERT_EQ(read.skipped.size(), 1U);
    EXPECT_TRUE(read.skipped[0].what.starts_with("line 9: expected a JSON object with \"text\""))
        << read.skipped[0].what;
}

TEST(ReadArticles, RefusesOtherJsonWithOneLine) {
    const std::pair<const char*, const char*> rows[] = {
        {"[\n {\"foo\": 1},\n {\"foo\": 2}\n]\n", "an array of 2 without any"},
        {"{\n  \"text\": \"Back pain\",\n  \"id\": 7\n", "no JSON"},
        {"[\n {\"text\": \"Back pain\"},\n {\"text\": \"Neck", "no JSON"},
        {"{\n  \"references\": [\n    {\"type\": \"book\", \"title\": \"Pain\"}\n  ]\n}\n",
         "an object with neither"},
    };
    for (const auto& [text, found] : rows) {
        const auto read = read_named_articles(text, "x.json");
        EXPECT_TRUE(read.articles.empty()) << text;
        ASSERT_EQ(read.skipped.size(), 1U) << text;
        EXPECT_NE(read.skipped[0].what.find(found), std::string::npos) << read.skipped[0].what;
        EXPECT_EQ(read.skipped[0].where, "x.json");
    }
}

TEST(ReadArticles, TellsLinesOfObjectsFromOneObject) {
    const std::string good = "{\"text\": \"Back pain is common.\"}\n";
    EXPECT_EQ(read_articles("{\"text\": \"Back pa\n" + good + good, "a").size(), 3U);
    EXPECT_FALSE(looks_like_jsonl("{\n  \"text\": \"Back pain\"\n}"));
    EXPECT_TRUE(looks_like_jsonl(good + good));
    EXPECT_TRUE(looks_like_jsonl(good.substr(0, 12)));
}

TEST(ReadArticles, ReadsOneObjectOverSeveralLines) {
    const auto articles = read_articles("{\n  \"id\": \"a\",\n  \"text\": \"One is here.\"\n}\n", "x.json");
    ASSERT_EQ(articles.size(), 1U);
    ASSERT_TRUE(articles[0].has_value()) << articles[0].error().what;
    EXPECT_EQ(articles[0]->id, "a");
}

}  // namespace
}  // namespace whereof::article
