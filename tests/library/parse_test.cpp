// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"
#include "whereof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kFoster =
    "3. Foster NE, Anema JR, et al. Prevention and treatment of low back pain. Lancet "
    "2018;391(10137):2368-83. "
    "doi:10.1016/S0140-6736(18)30489-6";

TEST(ParseReference, GivesFieldsUnderTheirNamesInCslJson) {
    const auto reference = parse_reference(kFoster);
    EXPECT_EQ(reference.label, "3");
    EXPECT_EQ(reference.item.type, "article-journal");
    ASSERT_EQ(reference.item.author.size(), 2U);
    EXPECT_EQ(reference.item.author[0].family, "Foster");
    EXPECT_TRUE(reference.item.authors_elided);
    EXPECT_EQ(reference.item.title, "Prevention and treatment of low back pain");
    EXPECT_EQ(reference.item.container_title, "Lancet");
    EXPECT_EQ(reference.item.issued.year, 2018);
    EXPECT_EQ(reference.item.page, "2368-2383");
    EXPECT_EQ(reference.item.DOI, "10.1016/s0140-6736(18)30489-6");
    EXPECT_GT(reference.likeness, 0.3);
    bool has_title = false;
    for (const auto& span : reference.spans) {
        has_title =
            has_title || (span.field == "title" &&
                          reference.raw.substr(span.begin, span.end - span.begin).starts_with("Prevention"));
    }
    EXPECT_TRUE(has_title);
}

TEST(ParseReference, TakesAnything) {
    for (const std::string& text :
         {std::string(), std::string("\xFF\xFE\0\x80", 4), std::string(200'000, '(')}) {
        EXPECT_LT(parse_reference(text).likeness, 0.3);
    }
}

TEST(ParseReferences, ReadsEachInOrder) {
    const std::vector<std::string> texts{kFoster, "", "Smith J. A book. Oxford: OUP; 2001."};
    const auto all = parse_references(texts);
    ASSERT_EQ(all.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(all[i], parse_reference(texts[i]));
    }
}

TEST(CslJson, WritesWhatProgramsFillInInItsCanonicalForm) {
    Item item;
    item.type = "article-journal";
    item.title = "Low \"back\" pain";
    item.DOI = "https://doi.org/10.1016/S0140-6736(18)30489-6";
    item.issued.year = 2018;
    item.page = "2368-83";
    const std::string json = csl_json(item);
    EXPECT_THAT(json, HasSubstr(R"("DOI":"10.1016/s0140-6736(18)30489-6")"));
    EXPECT_THAT(json, HasSubstr(R"("title":"Low \"back\" pain")"));
    EXPECT_THAT(json, HasSubstr(R"("page":"2368-2383")"));
    EXPECT_THAT(json, Not(HasSubstr("author")));
    item.type = "no-such-type";
    EXPECT_THAT(csl_json(item), HasSubstr(R"("type":"document")"));
}

/// Every value of an enumeration has the word of the room's own, up to the first value that has none there.
template <typename Ours, typename Public>
void same_words(int count) {
    for (int i = 0; i < count; ++i) {
        EXPECT_EQ(name(static_cast<Public>(i)), finding::name(static_cast<Ours>(i))) << i;
    }
}

TEST(Words, AreThoseOfTheReports) {
    same_words<finding::Existence, Existence>(4);
    same_words<finding::Description, Description>(4);
    same_words<finding::Status, Status>(6);
    same_words<finding::Headline, Headline>(9);
    same_words<finding::Agreement, Agreement>(4);
    same_words<finding::Level, Level>(4);
    EXPECT_EQ(name(Existence::unchecked), "unchecked");
    EXPECT_EQ(name(Description::wrong), "wrong");
    EXPECT_EQ(name(Status::superseded), "superseded");
    EXPECT_EQ(name(Headline::wrong_identifier), "wrong_identifier");
    EXPECT_EQ(name(Headline::unchecked), "unchecked");
    EXPECT_EQ(name(Agreement::absent), "absent");
    EXPECT_EQ(level_of(Headline::retracted), Level::error);
    EXPECT_EQ(level_of(Headline::verified), Level::none);
}

}  // namespace
}  // namespace whereof
