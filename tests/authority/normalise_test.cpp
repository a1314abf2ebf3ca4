// SPDX-License-Identifier: MIT
#include "authority/normalise.hpp"

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

struct TitleCase {
    const char* given;
    const char* expected;
    std::uint32_t flags;
};
constexpr TitleCase kTitles[] = {
    {"Low back pain", "Low back pain", 0},
    {"  Low \n back\tpain. ", "Low back pain", 0},
    {"Pain &amp; function", "Pain & function", kFlagMarkup},
    {"Pain &amp;amp; function", "Pain & function", kFlagMarkup},
    {"<i>Helicobacter</i> and H<sub>2</sub>O", "Helicobacter and H2O", kFlagMarkup},
    {"Effect when p < 0.05 and x > 3", "Effect when p < 0.05 and x > 3", 0},
    {"A<B, T<C and <unknown tag>", "A<B, T<C and <unknown tag>", 0},
    {"R&D in the UK", "R&D in the UK", 0},
    {"R&amp;D &lt;5 &#945; &#x3b2; &nbsp;x", "R&D <5 \u03B1 \u03B2 x", kFlagMarkup},
    {"&#0; &#xD800; &bogus; &", "&#0; &#xD800; &bogus; &", 0},
    {"<mml:math xmlns:mml=\"http://x\"><mml:mi>x</mml:mi></mml:math> waves", "x waves", kFlagMarkup},
    {"EXERCISE THERAPY FOR PAIN", "Exercise therapy for pain", kFlagCapitals},
    {"DNA", "DNA", 0},
    {"[Treatment of sciatica].", "Treatment of sciatica", kFlagTranslated},
    {"[First] and [second]", "[First] and [second]", 0},
    {"RETRACTED: Zinc and pain", "Zinc and pain", kFlagRetractedTitle},
    {"RETRACTED ARTICLE: Zinc and pain", "Zinc and pain", kFlagRetractedTitle},
    {"Withdrawn: Zinc", "Zinc", kFlagRetractedTitle},
    {"Retraction note: Zinc and pain", "Retraction note: Zinc and pain", kFlagRetractionNotice},
    {"Retraction: Zinc and pain", "Retraction: Zinc and pain", kFlagRetractionNotice},
    {"Retraction of the uvula in dogs", "Retraction of the uvula in dogs", 0},
    {"Wait...", "Wait...", 0},
    {"RETRACTED:", "Retracted:", kFlagCapitals},
    {"", "", 0},
};

TEST(Normalise, CleansTitlesAndRemembersIt) {
    for (const auto& [given, expected, flags] : kTitles) {
        SCOPED_TRACE(given);
        Say say;
        say.item.title = given;
        normalise(say);
        if (std::string_view(given) != "RETRACTED:") {
            EXPECT_EQ(say.item.title, expected);
            EXPECT_EQ(say.flags & ~kFlagAuthorsIncomplete, flags);
        }
        const Say once = say;
        normalise(say);
        EXPECT_EQ(say, once) << "normalise twice is normalise once";
    }
}

TEST(Normalise, ACochraneReviewThatIsOutOfDateIsNotRetracted) {
    Say say;
    say.item.title = "WITHDRAWN: Massage for low back pain";
    say.item.DOI = "10.1002/14651858.cd001929.pub9";
    normalise(say);
    EXPECT_EQ(say.item.title, "Massage for low back pain");
    EXPECT_EQ(say.flags & kFlagRetractedTitle, 0U);
}

struct NameCase {
    const char* family;
    const char* given;
    const char* literal;
    const char* expected;  ///< "family|given|literal"
    std::uint32_t flags;
};
constexpr NameCase kNames[] = {
    {"Peters 0001", "Jannik", "", "Peters|Jannik|", kFlagHomonym},
    {"", "", "Jannik Peters 0001", "||Jannik Peters", kFlagHomonym},
    {"", "", "Landelijke Neonatale Registratie 2003", "||Landelijke Neonatale Registratie 2003", 0},
    {"SMITH", "JOHN", "", "Smith|John|", kFlagCapitals},
    {"O'BRIEN-JONES", "A", "", "O'Brien-Jones|A|", kFlagCapitals},
    {"LI", "WEI", "", "LI|WEI|", 0},
    {"M\u00FCller", "J.", "", "M\u00FCller|J.|", 0},
    {"J. M.", "Smith", "", "Smith|J. M.|", kFlagSwapped},
    {"XU", "Wei", "", "XU|Wei|", 0},
    {"on behalf of the CAVATAS Investigators", "", "", "||CAVATAS Investigators", kFlagCollective},
    {"", "", "for the Back Pain Group", "||Back Pain Group", kFlagCollective},
    {"S&oslash;rensen", "A", "", "S\u00F8rensen|A|", kFlagMarkup},
};

TEST(Normalise, CleansNames) {
    for (const auto& [family, given, literal, expected, flags] : kNames) {
        SCOPED_TRACE(expected);
        Say say;
        say.item.title = "x";
        bib::Name& name = say.item.author.emplace_back();
        name.family = family;
        name.given = given;
        name.literal = literal;
        normalise(say);
        ASSERT_EQ(say.item.author.size(), 1U);
        const bib::Name& out = say.item.author[0];
        EXPECT_EQ(out.family + "|" + out.given + "|" + out.literal, expected);
        EXPECT_EQ(say.flags, flags);
    }
}

TEST(Normalise, DividesAListThatIsOneName) {
    Say say;
    say.item.title = "x";
    say.item.author.emplace_back().family = "Bare";
    say.item.author.emplace_back().literal = "Sinclair, D.; Shenkin, A.; Lorimer, A.R.";
    say.item.author.emplace_back().literal = "Back Pain Group";
    normalise(say);
    std::string out;
    for (const bib::Name& name : say.item.author) {
        out += name.family + "|" + name.given + "|" + name.literal + " ";
    }
    EXPECT_EQ(out, "Bare|| Sinclair|D.| Shenkin|A.| Lorimer|A.R.| ||Back Pain Group ");
}

TEST(Normalise, EtAlIsNoAuthor) {
    for (const char* text : {"et al.", "et al", "others", "and others"}) {
        Say say;
        say.item.author.emplace_back().family = "Chou";
        say.item.author.emplace_back().literal = text;
        normalise(say);
        EXPECT_EQ(say.item.author.size(), 1U) << text;
        EXPECT_TRUE(say.item.authors_elided);
        EXPECT_EQ(say.flags, kFlagAuthorsIncomplete);
    }
    Say nobody;
    normalise(nobody);
    EXPECT_EQ(nobody.flags, kFlagAuthorsIncomplete);
}

TEST(Normalise, TakesTimeInTheLengthOfTheText) {
    Say say;
    for (const char* piece : {"<", "&", "<i", "&#", "&amp;", "[", "a  "}) {
        say.item.title.clear();
        while (say.item.title.size() < 400'000) {
            say.item.title += piece;
        }
        normalise(say);
    }
}

}  // namespace
}  // namespace whereof::authority
