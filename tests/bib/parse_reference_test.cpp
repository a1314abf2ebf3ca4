// SPDX-License-Identifier: MIT
#include "bib/cues.hpp"
#include "bib/names.hpp"
#include "bib/reference.hpp"
#include "bib/tokens.hpp"

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

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
     "Nat. Commun.", 2021, "12", "", "345", ItemType::article_journal},
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
        EXPECT_EQ(item.container_title, expected.container);
        EXPECT_EQ(item.issued.year, expected.year);
        EXPECT_EQ(item.volume, expected.volume);
        EXPECT_EQ(item.issue, expected.issue);
        EXPECT_EQ(item.page, expected.page);
        EXPECT_EQ(csl_name(item.type), csl_name(expected.type));
        EXPECT_GT(reference.likeness, kDoubtful);
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
        EXPECT_LT(parse_reference(text).likeness, kDoubtful);
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

/// Ten times the text may take at most forty times as long; a pass over the whole text for each of its marks
/// would take a hundred times. The sizes lie below the length that is read at all.
TEST(ParseReference, TakesTimeInStepWithTheLength) {
    const auto seconds = [](const std::string& text) {
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            const std::clock_t start = std::clock();  // of this process alone, whatever else runs
            const Reference reference = parse_reference(text);
            best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
            EXPECT_EQ(reference.raw, text);
        }
        return best;
    };
    for (const std::string_view unit :
         {",", "a", "\xe2", "“[(", "10.1000/x ", "Smith J, ", "2018;", "(", "A. "}) {
        SCOPED_TRACE(unit);
        const auto repeated = [unit](std::size_t size) {
            std::string out;
            while (out.size() < size) {
                out += unit;
            }
            return out;
        };
        constexpr double kClockStep = 2e-3;
        EXPECT_LT(seconds(repeated(15'000)), 40 * std::max(seconds(repeated(1'500)), kClockStep));
    }
}

TEST(ParseReference, ADateInFrontLeavesAuthorsAuthors) {
    for (const char* date :
         {"(n.d.). ", "(n.d.) ", "(2019). ", "(2019) ", "(2019, March 4). ", "(in press). "}) {
        for (const auto& [rest, authors] : std::vector<std::pair<std::string, std::string>>{
                 {"Smith J. Exercise for back pain in adults. Journal of Pain. 36:100-108.", "Smith"},
                 {"Smith, J., & Brown, K. Exercise for back pain in adults. Spine, 36, 100-108.",
                  "Smith|Brown"},
                 {"Smith JK, Brown K, Lee P. Exercise for back pain in adults. Spine 36:100-108.",
                  "Smith|Brown|Lee"},
                 {"Exercise for back pain in adults. World Health Organization.", ""},
                 {"Hepatitis B. World Health Organization.", ""}}) {
            SCOPED_TRACE(date + rest);
            const Reference parsed = parse_reference(date + rest);
            EXPECT_EQ(surnames(parsed.item.author), authors);
            EXPECT_EQ(parsed.item.title,
                      rest.starts_with("Hepatitis") ? "Hepatitis B" : "Exercise for back pain in adults");
            EXPECT_FALSE(parsed.item.issued.empty());
            EXPECT_EQ(parsed.label, "");
        }
    }
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

/// PubMed tells the day on which an article was online from that of its issue.
TEST(ParseReference, TellsEpubFromPrint) {
    struct Epub {
        const char* text;
        Date issued;
        Date epub;
        const char* page;
    };
    const Epub kEpubs[] = {
        {"Foster NE, Anema JR, Cherkin D, Chou R, Cohen SP, Gross DP, et al. Prevention and treatment of low "
         "back pain: evidence, challenges, and promising directions. Lancet. 2018 Jun 9;391(10137):2368-83. "
         "doi: 10.1016/S0140-6736(18)30489-6. Epub 2018 Mar 21. PMID: 29573872.",
         {2018, 6, 9, ""},
         {2018, 3, 21, ""},
         "2368-2383"},
        {"Rubinstein SM, de Zoete A. Benefits and harms of spinal manipulative therapy. BMJ. 2019;364:l689. "
         "Epub 2019 Mar 13.",
         {2019, 0, 0, ""},
         {2019, 3, 13, ""},
         "l689"},
        {"Oliveira CB, Maher CG. Clinical practice guidelines for low back pain. Eur Spine J. "
         "2018;27(11):2791-803. Epub 2018/07/03. doi: 10.1007/s00586-018-5673-2",
         {2018, 0, 0, ""},
         {2018, 7, 3, ""},
         "2791-2803"},
    };
    for (const Epub& expected : kEpubs) {
        SCOPED_TRACE(expected.text);
        const Item item = parse_reference(expected.text).item;
        EXPECT_EQ(item.issued, expected.issued);
        EXPECT_EQ(item.epub, expected.epub);
        EXPECT_EQ(item.page, expected.page);
        EXPECT_TRUE(item.accessed.empty());
        EXPECT_EQ(item.note, "");
    }
}

TEST(ParseReference, ReadsEditedBooks) {
    struct Edited {
        const char* text;
        const char* editors;
        const char* title;
        const char* edition;
    };
    const Edited kEdited[] = {
        {"Burton K, editor. Spine care. 3rd ed. London: Elsevier; 2010.", "Burton", "Spine care", "3"},
        {"Waddell G, editor. The back pain revolution. 2nd ed. Edinburgh: Churchill Livingstone; 2004.",
         "Waddell", "The back pain revolution", "2"},
        {"Burton K, Main CJ, editors. Spine care. London: Elsevier; 2010.", "Burton|Main", "Spine care", ""},
        {"Meier, F. (Hrsg.) (2004): Handbuch der Schmerztherapie. Stuttgart: Thieme.", "Meier",
         "Handbuch der Schmerztherapie", ""},
        {"Burton, K., & Main, C. J. (Eds.). (2010). Spine care (2nd ed.). Elsevier.", "Burton|Main",
         "Spine care", "2"},
    };
    for (const Edited& expected : kEdited) {
        SCOPED_TRACE(expected.text);
        const Item item = parse_reference(expected.text).item;
        EXPECT_EQ(surnames(item.editor), expected.editors);
        EXPECT_TRUE(item.author.empty());
        EXPECT_EQ(item.title, expected.title);
        EXPECT_EQ(item.edition, expected.edition);
        EXPECT_EQ(csl_name(item.type), "book");
    }
}

TEST(ParseReference, DividesEditorsFromTheBookBehindThem) {
    const Item item = parse_reference(
                          "Fabbrini, Sergio (2003) ‘L’europeizzazione: Teorie, comparazioni e implicazioni’, "
                          "in Sergio Fabbrini (ed.) L’europeizzazione dell’Italia, pp. 3 - 33. Rome: "
                          "Laterza.")
                          .item;
    EXPECT_EQ(surnames(item.editor), "Fabbrini");
    EXPECT_EQ(item.container_title, "L’europeizzazione dell’Italia");
    EXPECT_EQ(item.page, "3-33");
}

/// Where no date is known the reference says so, and that is kept.
TEST(ParseReference, KeepsWhatStandsForADate) {
    const auto literal = [](const char* text) { return parse_reference(text).item.issued.literal; };
    EXPECT_EQ(literal("Mayo Clinic Staff. (n.d.). Back pain. Mayo Clinic. Retrieved October 4, 2022, from "
                      "https://www.example.org/back-pain"),
              "n.d.");
    EXPECT_EQ(literal("Lee K, Park S. Exercise for chronic pain. Spine (in press)."), "in press");
    EXPECT_EQ(literal("Weber, Max (o. J.): Wirtschaft und Gesellschaft. Tübingen: Mohr."), "o. J.");
    EXPECT_EQ(literal("Smith, J. A. (forthcoming). Spine care. Routledge."), "forthcoming");
}

TEST(ParseReference, ReadsWhatPubMedSaysBehindAnArticle) {
    const Item item = parse_reference(
                          "Schmidt A, Lee K. [Back pain in primary care]. Schmerz. 2010 "
                          "Mar;24(2):111-9. German. doi: 10.1007/s00482-010-0900-1. PMID: 20358231.")
                          .item;
    EXPECT_EQ(item.language, "German");
    EXPECT_EQ(item.publisher, "");
    EXPECT_EQ(item.issue, "2");
    EXPECT_EQ(csl_name(item.type), "article-journal");
}

/// A year in the name of a body is not that of the work.
TEST(ParseReference, KeepsYearsInNames) {
    for (const auto& [text, author, year] : {
             std::tuple{"GBD 2019 Diseases and Injuries Collaborators. Global burden of 369 diseases and "
                        "injuries in 204 countries and territories, 1990–2019: a systematic analysis. Lancet "
                        "2020; 396: 1204–22.",
                        "GBD 2019 Diseases and Injuries Collaborators", 2020},
             std::tuple{"KDIGO 2012 Blood Pressure Work Group. KDIGO clinical practice guideline. Kidney Int "
                        "Suppl. 2013;3:1-9.",
                        "KDIGO 2012 Blood Pressure Work Group", 2013},
         }) {
        const Item item = parse_reference(text).item;
        EXPECT_EQ(surnames(item.author), author);
        EXPECT_EQ(item.issued.year, year);
    }
}

/// A word in the title is no word about the work.
TEST(ParseReference, FindsTheTypeBesideTheTitle) {
    const auto type = [](const char* text) { return csl_name(parse_reference(text).item.type); };
    EXPECT_EQ(type("Lee K, Park S. Exercise in chronic pain. BMJ. 2020. doi:10.1136/bmj.m100"),
              "article-journal");
    EXPECT_EQ(type("Smith J. How to write a dissertation: a survey. Educ Res. 2019. doi:10.1000/abc"),
              "article-journal");
    EXPECT_EQ(type("Smith J, Lee K. Proteins in tissues. Proceedings of the National Academy of Sciences. "
                   "2008;105(47):18126-31."),
              "article-journal");
    EXPECT_EQ(type("Jones MA. The epidemiology of back pain [dissertation]. Toronto (ON): University of "
                   "Toronto; 2012."),
              "thesis");
    EXPECT_EQ(
        type(
            "Smith, J. A., & Jones, B. C. (2019, March 3). The rise of physiotherapy. The Guardian, p. A12."),
        "article-newspaper");
    EXPECT_EQ(
        type("R Core Team. R: A language and environment for statistical computing. Vienna: R Foundation "
             "for Statistical Computing; 2022."),
        "software");
    EXPECT_EQ(type("Patient Protection and Affordable Care Act, Pub. L. No. 111-148, 124 Stat. 119 (2010)."),
              "legislation");
}

TEST(ParseReference, KeepsTheStopsOfAbbreviations) {
    const Item item =
        parse_reference(
            "Deyo, R. A., Weinstein, J. N. (2001). Low back pain. N. Engl. J. Med., 344, 363-370.")
            .item;
    EXPECT_EQ(parse_reference("Doe J. Health care in the U.S. Health Aff. 2011;30:1-9.").item.title,
              "Health care in the U.S.");
    EXPECT_EQ(item.container_title, "N. Engl. J. Med.");
}

/// Every word is in a field, announces one, or is in the note.
TEST(ParseReference, DropsNoWord) {
    for (const Case& one : kCases) {
        SCOPED_TRACE(one.text);
        const Reference reference = parse_reference(one.text);
        std::vector<Token> tokens;
        tokenize(reference.raw, {}, tokens);
        for (const Token& token : tokens) {
            const bool word = token.look >= Look::initial && token.look != Look::unreadable;
            const bool held = std::ranges::any_of(reference.spans, [&](const FieldSpan& field) {
                return field.span.begin <= token.span.begin && token.span.end <= field.span.end;
            });
            EXPECT_TRUE(!word || held || only_announces(static_cast<Cue>(token.cue)))
                << token.span.of(reference.raw);
        }
    }
}

/// An identifier is reference enough; a sentence about one is none.
TEST(ParseReference, KnowsIdentifiersFromProse) {
    EXPECT_GE(parse_reference("https://doi.org/10.1136/bmj.m100").likeness, kDoubtful);
    EXPECT_GE(parse_reference("PMID: 29573872").likeness, kDoubtful);
    EXPECT_LT(parse_reference("In 2019, Smith et al. reported that exercise reduced pain and that they were "
                              "surprised by this.")
                  .likeness,
              kDoubtful);
}

/// One field of which the tagger is not sure makes the whole unsure.
TEST(ParseReference, IsNoSurerThanItsWeakestField) {
    for (const Case& one : kCases) {
        const Reference reference = parse_reference(one.text);
        double least = 1;
        for (const FieldSpan& field : reference.spans) {
            least = field.field == Field::note ? least : std::min(least, field.confidence);
        }
        EXPECT_EQ(reference.confidence >= 0.9, least >= 0.995) << one.text;
        EXPECT_LE(reference.confidence, reference.likeness);
    }
}

}  // namespace
}  // namespace whereof::bib
