// SPDX-License-Identifier: MIT
#include "article/draft.hpp"
#include "plain_draft.hpp"
#include "support/data.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

using test::plain_draft;

constexpr std::string_view kList =
    "\n\nReferences\n\n"
    "1. Smith J, Lee K. Walking and the back. Spine. 2019;44(3):101-109.\n"
    "2. Jones A. Rest is no cure. Pain. 2020;161:12-20. doi: 10.1097/j.pain.0000000000001700\n"
    "3. Garcia M, Weber T. Early care. BMJ. 2021;372:n71.\n";

Article read(std::string text) { return assemble(plain_draft(text + std::string(kList))); }

/// "text -> 1,2" for each claim, indexes from 1; "?" for a number that dangles.
std::vector<std::string> claims_of(const Article& article) {
    std::vector<std::string> out;
    for (const Claim& claim : article.claims) {
        std::string line = claim.text + " ->";
        for (const std::uint32_t reference : claim.references) {
            line += " " + std::to_string(reference + 1);
        }
        for (const std::uint32_t marker : claim.markers) {
            for (const std::string& name : article.markers[marker].dangling) {
                line += " ?" + name;
            }
        }
        out.push_back(line);
    }
    return out;
}

struct Case {
    const char* text;
    std::vector<std::string> claims;
};

TEST(Assemble, LinksMarkersOfEverySystem) {
    const std::vector<Case> cases = {
        {"Walking helps[1]. Rest does not [2,3].", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps.[1] Rest does not.[2-3]", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps. [1] Rest does not. [2; 3]", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps [1]–[3]. So.", {"Walking helps. -> 1 2 3"}},
        {"Walking helps [1], [3]. So.", {"Walking helps. -> 1 3"}},
        {"Walking helps.¹ Rest does not.²,³ So.", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps.¹⁻³ So.", {"Walking helps. -> 1 2 3"}},
        {"Walking helps^{1} a lot. Rest does not.^{2,3} So.",
         {"Walking helps a lot. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps (1). Rest does not (2, 3).", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps (1-3). So.", {"Walking helps. -> 1 2 3"}},
        {"Walking helps.1 Rest does not.2,3 So it is.", {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Walking helps (Smith and Lee, 2019). Rest does not (Jones 2020; Garcia & Weber, 2021).",
         {"Walking helps. -> 1", "Rest does not. -> 2 3"}},
        {"Smith and Lee (2019) walked. Garcia et al. (2021) came early.",
         {"Smith and Lee walked. -> 1", "Garcia et al. came early. -> 3"}},
        {"Imaging helps (see [1] and [2]). So.", {"Imaging helps. -> 1 2"}},
        {"As Smith reported [1], walking helps, whereas Jones found [2] none.",
         {"As Smith reported, walking helps, whereas Jones found none. -> 1 2"}},
        {"Walking helps [1]. Rest does not [9].", {"Walking helps. -> 1", "Rest does not. -> ?9"}},
        {"Smith (2019) walked. Lee et al. (2020) sat. Jones (2020) and Garcia (2021) ran. Müller (2001) hid.",
         {"Smith walked. -> 1", "Lee et al. sat. -> ?Lee 2020", "Jones and Garcia ran. -> 2 3",
          "Müller hid. -> ?Müller 2001"}},
        {"Intro.\n- Imaging studies – X-rays[1]\n- Massage [2]",
         {"Imaging studies – X-rays -> 1", "Massage -> 2"}},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.text);
        EXPECT_EQ(claims_of(read(c.text)), c.claims);
    }
}

TEST(Assemble, TakesNumbersThatAreNoMarkersForNone) {
    const char* kTexts[] = {
        "It grew to 10³ m² with R² and χ².",
        "The mean was 2 [1–3] points [95% CI].",
        "Scores (n = 12) of Type (2) in Table (1) rose.",
        "We asked: (1) who came, (2) who left, and (3) who stayed.",
        "In 2020 (2019) it was [sic] new.",
        "The isotope ¹³C and ³H were used.",
        "Values were 45 (12) and 3.5 (2).",
        "The array [0] and [1-999999999] and [1000000] hold nothing.",
    };
    for (const char* text : kTexts) {
        SCOPED_TRACE(text);
        const Article article = read(text);
        EXPECT_EQ(article.references.size(), 3U);
        EXPECT_TRUE(article.markers.empty());
    }
}

TEST(Assemble, KeepsTheClausesBeforeInnerMarkers) {
    const Article article =
        read("As Smith reported [1], walking helps, whereas Jones found harm [2,3]. The end.");
    ASSERT_EQ(article.claims.size(), 1U);
    const auto& clauses = article.claims[0].clauses;
    ASSERT_EQ(clauses.size(), 2U);
    EXPECT_EQ(clauses[0].span.of(article.text), "As Smith reported");
    EXPECT_EQ(clauses[0].references, (std::vector<std::uint32_t>{0}));
    EXPECT_EQ(clauses[1].span.of(article.text), "walking helps, whereas Jones found harm");
    EXPECT_EQ(clauses[1].references, (std::vector<std::uint32_t>{1, 2}));
}

TEST(Assemble, FindsListsUnderAnyHeadingAndUnderNone) {
    const std::string_view entries = kList.substr(kList.find("1. "));
    for (const char* heading :
         {"References", "(References)", "REFERENCES:", "7. References", "# Bibliography", "Sources",
          "Works Cited", "Literatur", "Literaturverzeichnis", "Referências", "Bibliographie", "Quellen",
          "Notes", "Further reading", "Riferimenti bibliografici", "Références", ""}) {
        SCOPED_TRACE(heading);
        const Article article = assemble(plain_draft("A title\n\nWalking helps the back [1]. It does.\n\n" +
                                                     std::string(heading) + "\n\n" + std::string(entries)));
        ASSERT_EQ(article.references.size(), 3U);
        EXPECT_EQ(article.references[2].reference.raw, "Garcia M, Weber T. Early care. BMJ. 2021;372:n71.");
        EXPECT_EQ(article.references[2].reference.label, "3");
        EXPECT_EQ(article.text.find("Garcia"), std::string::npos);
        EXPECT_EQ(article.markers.size(), 1U);
    }
}

TEST(Assemble, ReadsEntriesOfEveryLabel) {
    for (const char* label : {"1. ", "[1] ", "(1) ", "1) ", "¹ ", "¹", "* ", "• ", "- ", ""}) {
        SCOPED_TRACE(label);
        std::string text = "Walking helps.\n\nReferences\n";
        const char* kEntries[] = {"Smith J, Lee K. Walking and the back. Spine. 2019;44(3):101-109.",
                                  "Jones A. Rest is no cure. Pain. 2020;161:12-20.",
                                  "Garcia M, Weber T. Early care. BMJ. 2021;372:71-75."};
        for (std::size_t i = 0; i < 3; ++i) {
            std::string own = label;
            const std::size_t one = own.find("1");
            if (one != std::string::npos) {
                own[one] = static_cast<char>('1' + static_cast<int>(i));
            } else if (own.starts_with("¹")) {
                own.replace(0, 2, std::vector<std::string>{"¹", "²", "³"}[i]);
            }
            text += own + kEntries[i] + "\n";
        }
        text += "\nThinking about asking a robot? Ask me instead\n\nTell your friends about us.\n";
        const Article article = assemble(plain_draft(text));
        ASSERT_EQ(article.references.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(article.references[i].reference.raw, kEntries[i]);
        }
    }
}

TEST(Assemble, ReadsWrappedEntries) {
    const Article article =
        assemble(plain_draft("Walking helps.\n\nReferences\n\n"
                             "1. Smith J, Lee K. Walking and the\n   back. Spine.\n"
                             "   2019;44(3):101-109.\n"
                             "2. Jones A. Rest is no cu-\n   re. Pain. 2020;161:12-20.\n"
                             "\nAbout the author\n\nShe walks.\n"));
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_EQ(article.references[0].reference.raw,
              "Smith J, Lee K. Walking and the back. Spine. 2019;44(3):101-109.");
    EXPECT_EQ(article.references[1].reference.raw, "Jones A. Rest is no cure. Pain. 2020;161:12-20.");
}

TEST(Assemble, ChoosesATitleThatIsOne) {
    const Article article =
        assemble(plain_draft("Clinic Logo\n\nHome | Blog\n\nPublished on: 3/1/2026\n\n"
                             "Why Walking Helps the Back\n\nIt does so by itself.\n"));
    EXPECT_EQ(article.title, "Why Walking Helps the Back");
}

TEST(Assemble, DividesWorksInOneEntry) {
    const Article article = assemble(plain_draft(
        "Walking helps [1].\n\nReferences\n\n"
        "1. a) Smith J. Walking. Spine. 2019;44:101-109; b) Jones A. Rest. Pain. 2020;161:12-20.\n"
        "2. Garcia M. Care. BMJ. 2021;372:71-75.\n"));
    ASSERT_EQ(article.references.size(), 3U);
    EXPECT_EQ(article.references[0].reference.label, "1a");
    EXPECT_EQ(article.references[1].reference.label, "1b");
    EXPECT_EQ(article.references[1].reference.raw, "Jones A. Rest. Pain. 2020;161:12-20.");
    ASSERT_EQ(article.claims.size(), 1U);
    EXPECT_EQ(article.claims[0].references, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Assemble, MakesClaimsOfSentencesThatNameEvidence) {
    const Article article = read(
        "Research shows that walking helps. A 2023 meta-analysis of 27 trials agrees. Multiple reviews "
        "conclude that rest harms. Walk daily. Our study shows more.");
    ASSERT_EQ(article.claims.size(), 3U);
    EXPECT_EQ(article.claims[0].evidence, "Research shows");
    EXPECT_EQ(article.claims[1].evidence, "A 2023 meta-analysis of 27 trials");
    EXPECT_EQ(article.claims[2].evidence, "Multiple reviews conclude");
    EXPECT_FALSE(article.claims[0].cited);
}

TEST(Assemble, TakesNoEvidenceForWhatIsCompared) {
    const Article article = read(
        "A 2023 meta-analysis found yoga better than rest. Yoga, a 2023 meta-analysis found, was better than "
        "rest. "
        "Early therapy beat delayed therapy in older adults, according to a 2023 meta-analysis.");
    ASSERT_EQ(article.claims.size(), 3U);
    std::size_t compared = 0;
    for (const Claim& claim : article.claims) {
        for (const claim::Comparison& one : claim.comparisons) {
            ++compared;
            for (const std::string& words : {one.first, one.second, one.outcome}) {
                EXPECT_EQ(words.find("meta-analysis"), std::string::npos) << words;
                EXPECT_EQ(words.find("according"), std::string::npos) << words;
            }
        }
    }
    EXPECT_GE(compared, 1U);
    ASSERT_EQ(article.claims[2].comparisons.size(), 1U);
    EXPECT_EQ(article.claims[2].comparisons.front().first, "Early therapy");
}

TEST(Assemble, MakesReferencesOfLinkedWorks) {
    const Article article =
        assemble(plain_draft("Walking <helps|https://doi.org/10.1000/walk.1>. Rest does not "
                             "(doi: 10.1000/rest.2). <Buy|https://shop.example/x>."));
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_TRUE(article.references[0].from_link);
    EXPECT_EQ(article.references[0].reference.raw, "helps https://doi.org/10.1000/walk.1");
    EXPECT_EQ(article.markers.size(), 2U);
    EXPECT_EQ(article.claims.size(), 2U);
}

struct Seed {
    const char* file;
    std::vector<std::string> starts;
    std::size_t markers;
};

TEST(Assemble, ReadsTheListsOfRealPages) {
    const Seed kSeeds[] = {
        {"seeds/000_0254cd2fb0d19a75.txt", {"AAFP", "Steffens", "Fritz", "Hauser"}, 4},
        {"seeds/001_937f76f5f29c6a77.txt", {"Hartvigsen", "Foster", "Maher", "Chou", "Qaseem"}, 16},
        {"seeds/002_bca11d8fe4c34b59.txt", {"Chou", "Qaseem", "Urquhart", "Foster", "Maher"}, 0},
    };
    for (const Seed& seed : kSeeds) {
        SCOPED_TRACE(seed.file);
        WHEREOF_SHARED_DATA(path, seed.file);
        const Article article = assemble(plain_draft(test::read_text(path)));
        ASSERT_EQ(article.references.size(), seed.starts.size());
        for (std::size_t i = 0; i < seed.starts.size(); ++i) {
            EXPECT_TRUE(article.references[i].reference.raw.starts_with(seed.starts[i]))
                << article.references[i].reference.raw;
        }
        EXPECT_EQ(article.markers.size(), seed.markers);
    }
}

}  // namespace
}  // namespace whereof::article
