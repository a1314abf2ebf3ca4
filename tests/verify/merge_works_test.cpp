// SPDX-License-Identifier: MIT
#include "verify/merge_works.hpp"

#include "verify/complete.hpp"
#include "verify/one_work.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bib::Item item(std::string title, std::string doi, std::string pmid = {}) {
    bib::Item out;
    out.type = bib::ItemType::article_journal;
    out.title = std::move(title);
    out.DOI = std::move(doi);
    out.PMID = std::move(pmid);
    if (!out.title.empty()) {
        bib::Name author;
        author.family = "Foster";
        author.given = "NE";
        out.author.push_back(author);
        out.issued.year = 2018;
        out.container_title = "Lancet";
    }
    return out;
}

std::vector<std::size_t> into(const std::vector<bib::Item>& items) {
    std::vector<const bib::Item*> pointers;
    for (const auto& one : items) {
        pointers.push_back(&one);
    }
    std::vector<std::size_t> out;
    for (const auto& merged : merge_works(pointers)) {
        out.push_back(merged.into);
        EXPECT_EQ(merged.because.empty(), merged.into == out.size() - 1) << merged.because;
    }
    return out;
}

std::vector<bib::Item> merged(const std::vector<bib::Item>& items) {
    std::vector<bib::Item> done = items;
    std::vector<bib::Item*> pointers;
    for (auto& one : done) {
        pointers.push_back(&one);
    }
    leave_kept<bib::Item>(done, unite_works(pointers));
    return done;
}

constexpr char kTitle[] = "Prevention and treatment of low back pain: evidence and promising directions";

TEST(MergeWorks, AnyIdentifierWillDoAlsoByWayOfAThird) {
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item("", "", "29573872"), item(kTitle, "10.1/a", "29573872")}),
              (std::vector<std::size_t>{0, 0, 0}));
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item(kTitle, "", "29573872")}), (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(into({item("", "10.1/a"), item("", "", "29573872")}), (std::vector<std::size_t>{0, 1}));
}

TEST(MergeWorks, TheTwoThatShareAnIdentifierDecideWhereTheFirstSaysTooLittle) {
    auto without_place = item(kTitle, "10.1000/1");
    without_place.container_title.clear();
    without_place.issued = {};
    EXPECT_EQ(into({item(kTitle, ""), item(kTitle, "10.1000/1"), without_place}),
              (std::vector<std::size_t>{0, 0, 0}));
}

TEST(MergeWorks, TheFirstWithATitleStandsForItsWork) {
    EXPECT_EQ(into({item("", "10.1/a"), item(kTitle, "10.1/a"), item(kTitle, "10.1/a")}),
              (std::vector<std::size_t>{1, 1, 1}));
}

TEST(UniteWorks, WhatStandsForAWorkSaysWhatAllOfThemSay) {
    const auto alone = item("Surgical management of spinal stenosis in older patients", "10.1/b");
    const auto left = merged({item("", "10.1/a", "29573872"), alone, item(kTitle, "10.1/a")});
    EXPECT_EQ(left, (std::vector<bib::Item>{item(kTitle, "10.1/a", "29573872"), alone}));
}

TEST(MergeWorks, DifferentWorksUnderOneIdentifierStayTwo) {
    const std::string other = "Surgical management of spinal stenosis in older patients";
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item(other, "10.1/a")}), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(into({item(kTitle, "10.1/a"), item("", "10.1/a"), item(other, "10.1/a")}),
              (std::vector<std::size_t>{0, 0, 2}));
}

TEST(MergeWorks, WhatSaysNothingStandsAlone) {
    EXPECT_EQ(into({item("", ""), item("", ""), item("Editorial", "10.1/a"), item("Editorial", "10.1/b")}),
              (std::vector<std::size_t>{0, 1, 2, 3}));
}

bib::Item placed(std::string title, std::string journal, int year, std::string volume, std::string page,
                 std::string doi = {}) {
    bib::Item out = item(std::move(title), std::move(doi));
    out.container_title = std::move(journal);
    out.issued.year = year;
    out.volume = std::move(volume);
    out.page = std::move(page);
    return out;
}

std::size_t count(const std::vector<bib::Item>& items) {
    const auto all = into(items);
    return std::set<std::size_t>(all.begin(), all.end()).size();
}

struct Pair {
    const char* what;
    bib::Item a;
    bib::Item b;
};

TEST(MergeWorks, DifferentWorksOfOneTitleStayTwo) {
    const std::string prisma =
        "The PRISMA 2020 statement: an updated guideline for reporting systematic reviews";
    const std::string beds = "Bed rest or staying active in acute low back pain";
    const std::vector<Pair> pairs{
        {"pages and DOIs of one volume", placed("Low back pain", "BMJ", 2020, "368", "100", "10.1136/a1234"),
         placed("Low back pain", "BMJ", 2020, "368", "200", "10.1136/b1234")},
        {"pages of one volume", placed(beds, "BMJ", 2020, "368", "100"),
         placed(beds, "BMJ", 2020, "368", "200")},
        {"volumes", placed(beds, "BMJ", 2020, "368", ""), placed(beds, "BMJ", 2020, "369", "")},
        {"years", placed(beds, "BMJ", 2018, "", ""), placed(beds, "BMJ", 2020, "", "")},
        {"versions",
         placed(beds, "Cochrane Database Syst Rev", 2015, "", "CD000335", "10.1002/14651858.cd000335.pub2"),
         placed(beds, "Cochrane Database Syst Rev", 2016, "", "CD000335", "10.1002/14651858.cd000335.pub3")},
        {"journals and DOIs", placed(prisma, "BMJ", 2021, "372", "n71", "10.1136/bmj.n71"),
         placed(prisma, "Syst Rev", 2021, "10", "89", "10.1186/s13643-021-01626-4")},
        {"journals", placed(prisma, "BMJ", 2021, "", ""), placed(prisma, "Syst Rev", 2021, "", "")},
        {"a protocol with a DOI of its own",
         placed(beds + " (protocol)", "BMJ", 2020, "", "", "10.1136/bmj.x1"),
         placed(beds, "BMJ", 2021, "", "", "10.1136/bmj.x2")},
        {"a protocol", placed(beds + ": a trial", "BMJ", 2020, "368", "100"),
         placed(beds + ": a trial (protocol)", "BMJ", 2020, "", "", "10.1136/bmj.x1")},
        {"an abstract", placed(beds + ": a trial", "BMJ", 2020, "368", "100"),
         placed(beds + ": a trial (abstract)", "BMJ", 2020, "", "", "10.1136/bmj.x1")},
        {"a reply on the same page", placed(beds, "BMJ", 2020, "368", "100"),
         placed(beds + ": reply", "BMJ", 2020, "368", "100")},
        {"an erratum", placed("Erratum: " + beds, "BMJ", 2020, "368", ""),
         placed(beds, "BMJ", 2020, "368", "")},
        {"parts", placed(beds + ". Part I", "BMJ", 2020, "368", ""),
         placed(beds + ". Part II", "BMJ", 2020, "368", "")},
        {"numbers", placed(beds + ": 12 months", "BMJ", 2020, "368", ""),
         placed(beds + ": 24 months", "BMJ", 2020, "368", "")},
        {"two letters of one page", placed("Editorial", "BMJ", 2020, "368", "100"),
         placed("Obituary", "BMJ", 2020, "368", "100")},
    };
    for (const auto& [what, a, b] : pairs) {
        EXPECT_EQ(count({a, b}), 2U) << what;
        EXPECT_EQ(count({b, a}), 2U) << what;
        EXPECT_EQ(why_one_work(a, b), "") << what;
    }
}

TEST(MergeWorks, SaysWhatAgrees) {
    const std::string beds = "Bed rest or staying active in acute low back pain";
    auto nameless = placed("Editorial", "BMJ", 2020, "368", "100-2");
    nameless.author.clear();
    auto first_page = nameless;
    first_page.page = "100";
    struct Case {
        bib::Item a;
        bib::Item b;
        std::string because;
    };
    const std::vector<Case> cases{
        {item(beds, "10.1000/a"), placed(beds, "Lancet", 2018, "1", "2", "10.1000/A"), "same DOI"},
        {placed(beds, "", 2020, "", "100"), placed(beds, "", 2020, "", "100-9"),
         "same title, first author, year and pages"},
        {placed(beds, "BMJ", 2020, "", ""), placed(beds, "BMJ", 2019, "", "", "10.1136/x"),
         "same title, first author and journal"},
        {nameless, first_page, "same title, journal, year, volume and pages"},
        {nameless, nameless, "the same record twice"},
    };
    for (const auto& [a, b, because] : cases) {
        const bib::Item* both[] = {&a, &b};
        EXPECT_EQ(merge_works(both)[1].because, because) << a.title;
    }
}

TEST(MergeWorks, TheSameRecordTwiceIsOne) {
    auto nameless = placed("", "BMJ", 2020, "368", "100");
    nameless.author.clear();
    auto no_place = item("Guideline on low back pain", "");
    no_place.author.clear();
    auto link = item("", "");
    link.URL = "https://example.org/a";
    const std::vector<bib::Item> records{nameless,
                                         no_place,
                                         link,
                                         item("Editorial", ""),
                                         placed("腰痛診療ガイドライン", "日本整形外科学会", 2019, "", ""),
                                         placed("Боль в спине", "Терапевтический архив", 2019, "91", "5")};
    std::vector<bib::Item> twice = records;
    twice.insert(twice.end(), records.begin(), records.end());
    EXPECT_EQ(count(records), records.size());
    EXPECT_EQ(count(twice), records.size());
}

TEST(MergeWorks, AThirdJoinsNoTwoThatExcludeEachOther) {
    const auto a = placed(kTitle, "Lancet", 2018, "", "", "10.1000/a");
    const auto b = placed(kTitle, "Lancet", 2018, "", "", "10.1000/b");
    const auto neither = item(kTitle, "");
    EXPECT_EQ(count({a, neither, b}), 2U);
    EXPECT_EQ(count({neither, b, a}), 2U);
}

/// Records of a few works, each with what a careless citation leaves out.
std::vector<bib::Item> many_records() {
    std::vector<bib::Item> out;
    for (int work = 0; work < 6; ++work) {
        const std::string title =
            "Bed rest or staying active in acute low back pain" + std::string(work % 3 == 0   ? ""
                                                                              : work % 3 == 1 ? " (protocol)"
                                                                                              : ": part II");
        const auto whole = placed(title, work < 3 ? "BMJ" : "Lancet", 2010 + work, std::to_string(300 + work),
                                  std::to_string(10 * work + 11), "10.1000/w" + std::to_string(work));
        for (int missing = 0; missing < 8; ++missing) {
            bib::Item one = whole;
            (missing & 1 ? one.DOI : one.note) = "";
            (missing & 2 ? one.volume : one.note) = "";
            (missing & 4 ? one.page : one.note) = "";
            out.push_back(std::move(one));
        }
    }
    return out;
}

TEST(MergeWorks, HowManyRemainDependsNeitherOnTheOrderNorOnARepetition) {
    auto items = many_records();
    const auto once = merged(items);
    EXPECT_EQ(once.size(), 6U);
    EXPECT_EQ(merged(once).size(), once.size());
    for (std::size_t turn = 0; turn < items.size(); turn += 5) {
        std::ranges::rotate(items, items.begin() + 5);
        EXPECT_EQ(merged(items).size(), once.size());
        std::ranges::reverse(items);
        EXPECT_EQ(merged(items).size(), once.size());
    }
}

TEST(MergeWorks, APubmedNumberThatIsASlipDividesNoWork) {
    auto a = placed(kTitle, "Lancet", 2018, "391", "2368", "10.1000/a");
    auto b = a;
    a.PMID = "29573872";
    b.PMID = "29573870";
    EXPECT_EQ(why_one_work(a, b), "same DOI");
    EXPECT_TRUE(complete(a, b));
    EXPECT_EQ(a.PMID, "29573872");
    EXPECT_EQ(a.note, "PMID: 29573870");
    EXPECT_FALSE(complete(a, b));
    b.page = "2400";
    EXPECT_EQ(why_one_work(a, b), "");
}

TEST(WhyOneWork, AProtocolOrNoticeIsNotTheWorkUnderItsDOIAndPlaceEither) {
    const auto trial = placed(kTitle, "Lancet", 2018, "391", "2368-2383", "10.1000/a");
    ASSERT_NE(why_one_work(trial, trial), "");
    for (const std::string& title :
         {std::string(kTitle) + ": study protocol", "Erratum: " + std::string(kTitle),
          "Correction to: " + std::string(kTitle), "Retraction: " + std::string(kTitle),
          std::string(kTitle) + " - authors' reply", "Comment on " + std::string(kTitle)}) {
        auto other = trial;
        other.title = title;
        EXPECT_EQ(why_one_work(trial, other), "") << title;
        EXPECT_EQ(why_one_work(other, trial), "") << title;
    }
    auto marked = trial;
    marked.title = "RETRACTED: " + std::string(kTitle);
    EXPECT_NE(why_one_work(trial, marked), "") << "a mark on the work itself";
}

TEST(Complete, ComparesNotesByWholeLines) {
    auto one = placed(kTitle, "Lancet", 2018, "391", "2368-2383", "10.1000/a");
    one.PMID = "777";
    one.note = "PMID: 123456\nseen twice, once at home";
    auto two = one;
    two.PMID = "12345";
    two.note = "seen twice\nPMID: 123456";
    EXPECT_TRUE(complete(one, two));
    EXPECT_EQ(one.note, "PMID: 123456\nseen twice, once at home\nPMID: 12345\nseen twice");
    EXPECT_FALSE(complete(one, two));
    two.DOI = "https://doi.org/10.1000/A";
    two.PMID = "PMID: 12345";
    EXPECT_FALSE(complete(one, two)) << "another form of the same is nothing more";
}

TEST(Complete, LosesNothing) {
    auto full = placed(kTitle, "Lancet", 2018, "391", "2368-2383", "10.1000/a");
    full.issued.month = 6;
    full.issue = "10137";
    full.ISSN = "0140-6736";
    full.URL = "https://example.org/a";
    full.language = "en";
    full.note = "seen twice";
    full.author.push_back({"Anema", "JR", {}, {}, {}, {}});
    auto poor = placed(kTitle, "Lancet", 2018, "", "2368");
    poor.type = bib::ItemType::document;
    poor.authors_elided = true;
    poor.PMID = "29573872";
    EXPECT_TRUE(complete(poor, full));
    auto expected = full;
    expected.PMID = "29573872";
    EXPECT_EQ(poor, expected);
    EXPECT_FALSE(complete(poor, full));
}

}  // namespace
}  // namespace whereof::verify
