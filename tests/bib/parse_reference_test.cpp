// SPDX-License-Identifier: MIT
#include "bib/names.hpp"
#include "bib/reference.hpp"

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

std::string surnames(const std::vector<Name>& names) {
    std::string out;
    for (const Name& name : names) {
        out += (out.empty() ? "" : "|") + surname(name);
    }
    return out;
}

struct Case {
    const char* text;
    const char* authors;
    const char* title;
    const char* container;
    int year;
    const char* volume;
    const char* issue;
    const char* page;
    ItemType type;
};

constexpr Case kCases[] = {
    // Vancouver, with month and day
    {"Hartvigsen J, Hancock MJ, Kongsted A, et al. What low back pain is and why we need to pay attention. "
     "Lancet. 2018 Jun 9;391(10137):2356-2367. doi: 10.1016/S0140-6736(18)30480-X.",
     "Hartvigsen|Hancock|Kongsted", "What low back pain is and why we need to pay attention", "Lancet", 2018,
     "391", "10137", "2356-2367", ItemType::article_journal},
    // JR is not a suffix
    {"Foster NE, Anema JR, Cherkin D. Prevention and treatment of low back pain. Lancet. 2018 Jun "
     "9;391(10137):2368-83.",
     "Foster|Anema|Cherkin", "Prevention and treatment of low back pain", "Lancet", 2018, "391", "10137",
     "2368-2383", ItemType::article_journal},
    // AMA
    {"Qaseem A, Wilt TJ, McLean RM, Forciea MA; Clinical Guidelines Committee of the American College of "
     "Physicians. "
     "Noninvasive treatments for acute, subacute, and chronic low back pain. Ann Intern Med. "
     "2017;166(7):514-530. "
     "doi:10.7326/M16-2367",
     "Qaseem|Wilt|McLean|Forciea|Clinical Guidelines Committee of the American College of Physicians",
     "Noninvasive treatments for acute, subacute, and chronic low back pain", "Ann Intern Med", 2017, "166",
     "7", "514-530", ItemType::article_journal},
    // APA
    {"Foster, N. E., Anema, J. R., & Cherkin, D. (2018). Prevention and treatment of low back pain: "
     "Evidence, "
     "challenges, and promising directions. The Lancet, 391(10137), 2368–2383.",
     "Foster|Anema|Cherkin",
     "Prevention and treatment of low back pain: Evidence, challenges, and promising directions",
     "The Lancet", 2018, "391", "10137", "2368-2383", ItemType::article_journal},
    // MLA
    {"Foster, Nadine E., et al. “Prevention and Treatment of Low Back Pain.” The Lancet, vol. 391, no. "
     "10137, 2018, "
     "pp. 2368–83.",
     "Foster", "Prevention and Treatment of Low Back Pain", "The Lancet", 2018, "391", "10137", "2368-2383",
     ItemType::article_journal},
    // Chicago
    {"Hayden, Jill A., Jenna Ellis, and Rachel Ogilvie. “Exercise Therapy for Chronic Low Back Pain.” "
     "Cochrane "
     "Database of Systematic Reviews 9, no. 9 (2021): CD009790.",
     "Hayden|Ellis|Ogilvie", "Exercise Therapy for Chronic Low Back Pain",
     "Cochrane Database of Systematic Reviews", 2021, "9", "9", "CD009790", ItemType::article_journal},
    // the web's own mixtures
    {"Steffens D, et al. “Exercise Dose and Early Pain Reduction in Chronic Low-Back Pain: Systematic Review "
     "and "
     "Meta-Analysis.” BMC Musculoskeletal Disorders 25, 102 (2024). https://example.org/articles/1",
     "Steffens",
     "Exercise Dose and Early Pain Reduction in Chronic Low-Back Pain: Systematic Review and Meta-Analysis",
     "BMC Musculoskeletal Disorders", 2024, "25", "", "102", ItemType::article_journal},
    {"⁴Hauser BR, Smith KL, et al. “Physical Therapy Referral.” Journal of General Internal Medicine 35 "
     "(2022): "
     "1113–1120.",
     "Hauser|Smith", "Physical Therapy Referral", "Journal of General Internal Medicine", 2022, "35", "",
     "1113-1120", ItemType::article_journal},
    {"Fritz JM, Childs JD, et al. “Primary Care Referral of Patients With Low Back Pain.” PM&R 15 (2023): "
     "555–563. "
     "https://example.org/a",
     "Fritz|Childs", "Primary Care Referral of Patients With Low Back Pain", "PM&R", 2023, "15", "",
     "555-563", ItemType::article_journal},
    // Nature, with a title that ends in a question
    {"Smith, J. A. et al. Does exercise help? Nat. Commun. 12, 345 (2021).", "Smith", "Does exercise help?",
     "Nat. Commun", 2021, "12", "", "345", ItemType::article_journal},
    // a German book
    {"Müller, Hans (1998): Die Gesellschaft der Zukunft. Eine Einführung. Frankfurt am Main: Suhrkamp.",
     "Müller", "Die Gesellschaft der Zukunft. Eine Einführung", "", 1998, "", "", "", ItemType::book},
};

TEST(ParseReference, ReadsTheStylesPeopleUse) {
    for (const Case& expected : kCases) {
        SCOPED_TRACE(expected.text);
        const Reference reference = parse_reference(expected.text);
        const Item& item = reference.item;
        EXPECT_EQ(surnames(item.author), expected.authors);
        EXPECT_EQ(item.title, expected.title);
        EXPECT_EQ(item.container_title.substr(0, item.container_title.find_last_not_of('.') + 1),
                  expected.container);
        EXPECT_EQ(item.issued.year, expected.year);
        EXPECT_EQ(item.volume, expected.volume);
        EXPECT_EQ(item.issue, expected.issue);
        EXPECT_EQ(item.page, expected.page);
        EXPECT_EQ(csl_name(item.type), csl_name(expected.type));
        EXPECT_GT(reference.confidence, kDoubtful);
    }
}

TEST(ParseReference, KnowsThatTheListGoesOn) {
    EXPECT_TRUE(
        parse_reference("Steffens D, et al. Exercise for pain. Pain. 2020;12(3):4-9.").item.authors_elided);
    EXPECT_FALSE(
        parse_reference("Steffens D, Ray K. Exercise for pain. Pain. 2020;12(3):4-9.").item.authors_elided);
}

TEST(ParseReference, ReadsAWebPage) {
    const Reference reference = parse_reference(
        "AAFP Choosing Wisely. “Imaging for Low Back Pain” (2022). Available at "
        "https://example.org/choosing-wisely");
    EXPECT_EQ(reference.item.title, "Imaging for Low Back Pain");
    EXPECT_EQ(reference.item.issued.year, 2022);
    EXPECT_EQ(reference.item.URL, "https://example.org/choosing-wisely");
    EXPECT_EQ(csl_name(reference.item.type), "webpage");
}

TEST(ParseReference, TakesTheLabelOffAndKeepsTheRestVerbatim) {
    const Reference reference =
        parse_reference("[12]  Smith J,  Ray K. Exercise  for pain. Pain. 2020;12(3):4-9.");
    EXPECT_EQ(reference.label, "12");
    EXPECT_EQ(reference.raw, "Smith J,  Ray K. Exercise  for pain. Pain. 2020;12(3):4-9.");
    EXPECT_EQ(reference.item.title, "Exercise for pain");
}

TEST(ParseReference, SaysWhereEachFieldStands) {
    const Reference reference = parse_reference("Smith J, Ray K. Exercise for pain. Pain. 2020;12(3):4-9.");
    std::size_t last = 0;
    bool title = false;
    for (const FieldSpan& field : reference.spans) {
        ASSERT_LE(field.span.end, reference.raw.size());
        EXPECT_LE(last, field.span.begin);
        last = field.span.begin;
        EXPECT_GE(field.confidence, 0.0);
        EXPECT_LE(field.confidence, 1.0);
        title = title || (field.field == Field::title && field.span.of(reference.raw) == "Exercise for pain");
    }
    EXPECT_TRUE(title);
}

TEST(ParseReference, DoubtsWhatIsNoReference) {
    for (const char* text :
         {"", " ", "...",
          "This is a paragraph that is no reference at all; it speaks about low back pain and what people do "
          "with it when they are at home, and nothing else.",
          ",,,,,,,,,,", "Share on Facebook", "\xff\xfe\x01\x02",
          "Most people get better within six weeks."}) {
        SCOPED_TRACE(text);
        EXPECT_LT(parse_reference(text).confidence, kDoubtful);
    }
}

TEST(ParseReference, LosesNothing) {
    const std::string long_tail =
        "Smith J. Exercise for pain. Pain. 2020;12:4-9. " + std::string(50000, 'x') + " end";
    const Reference reference = parse_reference(long_tail);
    EXPECT_EQ(reference.raw, long_tail);
    EXPECT_EQ(reference.item.title, "Exercise for pain");
    EXPECT_THAT(reference.item.note, testing::HasSubstr("end"));
}

TEST(ParseReference, TakesTimeInStepWithTheLength) {
    const auto seconds = [](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        const Reference reference = parse_reference(text);
        EXPECT_EQ(reference.raw.size() + (text.size() - reference.raw.size()), text.size());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    std::string brackets;
    for (int i = 0; i < 200000; ++i) {
        brackets += "“[(";
    }
    EXPECT_LT(seconds(std::string(100000, ',')), 10);
    EXPECT_LT(seconds(std::string(1000000, 'a')), 10);
    EXPECT_LT(seconds(std::string(1000000, '\xe2')), 10);
    EXPECT_LT(seconds(brackets), 10);
    std::string digits;
    for (int i = 0; i < 100000; ++i) {
        digits += "10.1000/";
    }
    EXPECT_LT(seconds(digits), 10);
}

TEST(ParseReference, AnAddressThatBearsAPiiIsKeptWhereNoDoiLeadsToTheWork) {
    const std::string start =
        "Fritz JM, Childs JD. Early physical therapy for back pain. PM&R. 2023;15:555-563. ";
    const std::string address = "https://pmrjournal.org/article/S1934-1482(23)00045-9";
    const auto alone = parse_reference(start + address);
    EXPECT_EQ(alone.item.URL, address);
    EXPECT_EQ(alone.item.PII, "S1934148223000459");
    EXPECT_EQ(alone.item.type, ItemType::article_journal);
    EXPECT_EQ(parse_reference(start + "doi: 10.1002/pmrj.1 " + address).item.URL, "");
}

/// A book's second sentence is no container; a meeting's name is.
TEST(ParseReference, KeepsTheSubtitlesOfBooks) {
    EXPECT_EQ(
        parse_reference("Hesse, Anja (Hrsg.). (2009). Tabu. Über den gesellschaftlichen Umgang mit Ekel und "
                        "Scham. Berlin: Kadmos.")
            .item.title,
        "Tabu. Über den gesellschaftlichen Umgang mit Ekel und Scham");
    EXPECT_EQ(parse_reference("Michelsen, G. (Hg.) (2000): Sustainable University. Auf dem Weg zu einem "
                              "universitären Agendaprozeß, Frankfurt/M.")
                  .item.title,
              "Sustainable University. Auf dem Weg zu einem universitären Agendaprozeß");
    const Reference meeting = parse_reference(
        "Chen T, Guestrin C. XGBoost: a scalable tree boosting system. Proceedings of the International "
        "Conference "
        "on Knowledge Discovery. New York: ACM; 2016.");
    EXPECT_EQ(meeting.item.title, "XGBoost: a scalable tree boosting system");
    EXPECT_FALSE(meeting.item.container_title.empty());
}

}  // namespace
}  // namespace whereof::bib
