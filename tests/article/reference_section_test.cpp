// SPDX-License-Identifier: MIT
#include "article/reference_section.hpp"

#include "article/readers.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whereof::article {
namespace {

const std::vector<std::string> kEntries{
    "Oduya RB, Lemke C. Yoga for chronic low back pain. Ann Spine Care. 2017;167:85-94.",
    "Hagel KB, Hilt G. Bed rest for acute low back pain. J Rest. 2004;4:101-110."};

/// The same short article in the three forms in which people write one.
struct Form {
    const char* name;
    const char* heading;     ///< {}: of the article
    const char* paragraph;   ///< {}
    const char* references;  ///< the heading of its list
    const char* entry;       ///< number, text
};
constexpr Form kForms[] = {
    {"a.md", "# {}\n\n", "{}\n\n", "## References\n\n", "{}. {}\n"},
    {"a.txt", "{}\n\n", "{}\n\n", "References\n\n", "{}. {}\n"},
    {"a.html", "<!DOCTYPE html><html><body><h1>{}</h1>", "<p>{}</p>", "<h2>References</h2>", "<p>{}. {}</p>"},
};
/// What stands behind a statement for the first reference, and for the second.
struct Marks {
    const char* first;
    const char* second;
};
constexpr Marks kMarks[] = {
    {" [1].", " [2]."}, {" (1).", " (2)."}, {".\u00B9", ".\u00B2"}, {".<sup>1</sup>", ".<sup>2</sup>"}};

Article short_article(const Form& form, const std::string& heading, const std::string& body,
                      bool own_heading = true) {
    std::string text = fmt::format(fmt::runtime(form.heading), heading);
    text += fmt::format(fmt::runtime(form.paragraph), body);
    text += own_heading ? form.references : "";
    for (std::size_t i = 0; i < kEntries.size(); ++i) {
        text += fmt::format(fmt::runtime(form.entry), i + 1, kEntries[i]);
    }
    auto articles = read_articles(text, form.name);
    return std::move(*articles.at(0));
}

/// A heading such as "Notes" may be the article's own, and what stands below it is then its text.
TEST(ReferenceSections, TakeNoShortTextForTheIntroductionOfAList) {
    for (const Form& form : kForms) {
        for (const Marks& marks : kMarks) {
            const bool raised = std::string_view(marks.first).find('<') != std::string_view::npos;
            if (raised && std::string_view(form.name) == "a.txt") {
                continue;
            }
            for (const std::string heading : {"Notes", "Sources", "Evidence", "Research", "Yoga and rest"}) {
                for (const bool own_heading : {true, false}) {
                    SCOPED_TRACE(fmt::format("{} {} {} {}", form.name, heading, marks.first, own_heading));
                    const auto two = short_article(
                        form, heading,
                        fmt::format("Yoga eases pain{} Rest is worse{}", marks.first, marks.second),
                        own_heading);
                    EXPECT_EQ(two.references.size(), 2U);
                    EXPECT_EQ(two.markers.size(), 2U);
                    EXPECT_EQ(two.claims.size(), 2U);
                    const auto one = short_article(
                        form, heading, fmt::format("Yoga eases pain{}", marks.first), own_heading);
                    EXPECT_EQ(one.references.size(), 2U);
                    EXPECT_EQ(one.markers.size(), 1U);
                }
            }
        }
    }
}

TEST(ReferenceSections, BeginBehindTheirIntroduction) {
    for (const Form& form : kForms) {
        for (const std::string heading : {"References", "Notes", "Sources"}) {
            SCOPED_TRACE(fmt::format("{} {}", form.name, heading));
            const auto article = short_article(form, heading, "The following works were used:", false);
            EXPECT_EQ(article.references.size(), 2U);
            EXPECT_EQ(article.text.find("following works"), std::string::npos);
        }
    }
}

TEST(ReferenceSections, OfNotesAndOfReferencesAreTwoLists) {
    const auto articles = read_articles(
        "# Backs\n\nRest is worse [1].\n\n## Notes\n\nWe thank all who took part in this work.\n\n"
        "## References\n\n1. " +
            kEntries[0] + "\n2. " + kEntries[1] + "\n",
        "a.md");
    const Article& article = *articles.at(0);
    ASSERT_EQ(article.references.size(), 2U);
    EXPECT_EQ(article.references[0].reference.raw, kEntries[0]);
    EXPECT_NE(article.text.find("We thank all"), std::string::npos);
}

TEST(HeadsReferenceList, SurelyWhereLittleElseHasThatName) {
    EXPECT_TRUE(heads_reference_list("Notes"));
    EXPECT_FALSE(surely_heads_reference_list("Notes"));
    EXPECT_TRUE(surely_heads_reference_list("4. References"));
    EXPECT_FALSE(heads_reference_list("Results"));
}

}  // namespace
}  // namespace whereof::article
