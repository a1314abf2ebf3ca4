// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include "verify/works.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

article::Article article_with(std::initializer_list<bib::Item> items) {
    article::Article out;
    out.text = "Research shows that early care is better. It is said [1]. And more [2].";
    out.sentences = {{{0, 41}, 0, article::BlockKind::paragraph},
                     {{42, 57}, 0, article::BlockKind::paragraph},
                     {{58, 71}, 0, article::BlockKind::paragraph}};
    out.anchors = {{0, {3, 1}}};
    std::uint32_t line = 10;
    for (const auto& item : items) {
        article::ListedReference listed;
        listed.reference = as_reference(item);
        listed.position = {line++, 5};
        out.references.push_back(std::move(listed));
    }
    return out;
}

std::vector<finding::Verdict> verified(std::size_t count) {
    finding::Verdict verdict;
    verdict.headline = finding::Headline::verified;
    return std::vector<finding::Verdict>(count, verdict);
}

std::vector<std::string> rules_of(const std::vector<finding::Finding>& findings) {
    std::vector<std::string> out;
    for (const auto& finding : findings) {
        out.emplace_back(finding.rule);
        EXPECT_FALSE(finding.message.empty());
    }
    return out;
}

using Rules = std::vector<std::string>;

TEST(Checks, AreNamedOnceAndExplained) {
    std::set<std::string_view> names;
    for (const auto& check : checks()) {
        EXPECT_TRUE(names.insert(check.rule).second) << check.rule;
        EXPECT_GT(check.explains.size(), 20U) << check.rule;
        EXPECT_EQ(check.explains.back(), '.') << check.rule;
        ASSERT_NE(check.run, nullptr);
    }
}

TEST(Checks, EveryCheckIsSilentOnAnArticleWithoutFault) {
    auto article = article_with({maher(), foster()});
    article.markers = {{article::MarkerKind::bracket, {53, 56}, {0}, {}},
                       {article::MarkerKind::bracket, {67, 70}, {1}, {}}};
    const auto verdicts = verified(2);
    const std::vector<OtherCitation> others{{"other.txt", as_reference(maher())},
                                            {"other.txt", as_reference(shortened(foster(), 3))}};
    EXPECT_EQ(rules_of(check_article(article, verdicts, others)), Rules{});
}

TEST(Checks, WorksCitedDifferentlyByTwoArticles) {
    auto other = qaseem();
    other.DOI = "10.7326/m16-2070";
    other.author[2].given = "DM";
    const auto article = article_with({qaseem()});
    const std::vector<OtherCitation> others{{"other.txt", as_reference(other)}};
    const auto findings = check_article(article, verified(1), others);
    ASSERT_EQ(rules_of(findings), Rules{"cited-differently"});
    EXPECT_EQ(findings[0].line, 10U);
    EXPECT_NE(findings[0].message.find("10.7326/m16-2070"), std::string::npos) << findings[0].message;
    EXPECT_NE(findings[0].message.find("other.txt"), std::string::npos);
}

TEST(Checks, OtherWorksAreNotCitedDifferently) {
    const auto article = article_with({hartvigsen(), maher()});
    const std::vector<OtherCitation> others{{"other.txt", as_reference(foster())},
                                            {"other.txt", as_reference(chou())}};
    EXPECT_EQ(rules_of(check_article(article, verified(2), others)), Rules{});
}

TEST(Checks, DuplicatesInOneList) {
    const auto article = article_with({maher(), foster(), shortened(maher(), 1)});
    const auto findings = check_article(article, verified(3), {});
    ASSERT_EQ(rules_of(findings), Rules{"duplicate-reference"});
    EXPECT_EQ(findings[0].reference, 2U);
}

TEST(Checks, DuplicatesAreFoundPastASlipInTheirTitle) {
    auto slipped = foster();
    slipped.title.replace(0, 10, "Prevetnion");
    slipped.DOI.clear();
    slipped.PMID.clear();
    slipped.PII.clear();
    const auto findings = check_article(article_with({foster(), maher(), slipped}), verified(3), {});
    ASSERT_EQ(rules_of(findings), Rules{"duplicate-reference"});
    EXPECT_EQ(findings[0].reference, 2U);
    slipped.page = "2384";
    EXPECT_EQ(rules_of(check_article(article_with({foster(), slipped}), verified(2), {})), Rules{});
}

/// Two works of one group in one journal; the second bears the first one's DOI.
TEST(Checks, WhoeverBearsAnothersIdentifierIsNoDuplicateOfIt) {
    const auto first = journal_article("Landau R, Munte K, Weiss T", "Foot orthoses for plantar heel pain",
                                       "Pain", 2016, "41", "3", "210-219", "10.1234/p.41", "27000001");
    auto second = first;
    second.title = "Foot exercises for plantar heel pain";
    second.page = "733-741";
    second.PMID.clear();
    auto verdicts = verified(2);
    const auto article = article_with({first, second});
    ASSERT_EQ(rules_of(check_article(article, verdicts, {})), Rules{"duplicate-reference"})
        << "nothing but the verdict knows";
    verdicts[0].record = first;
    auto wrong = verdicts;
    wrong[1].headline = finding::Headline::wrong_identifier;
    wrong[1].wrong_fields = {bib::Field::DOI};
    EXPECT_EQ(rules_of(check_article(article, wrong, {})), Rules{}) << "the work itself is not held";
    wrong[0].wrong_fields = {bib::Field::DOI};
    EXPECT_EQ(rules_of(check_article(article, wrong, {})), Rules{"duplicate-reference"})
        << "one entry twice, with one wrong DOI";
    auto held = verdicts;
    held[1].record = second;
    held[1].record->DOI = "10.1234/p.42";
    EXPECT_EQ(rules_of(check_article(article, held, {})), Rules{}) << "each is a record of its own";
    // By PMID just so.
    auto numbered = second;
    numbered.DOI.clear();
    numbered.PMID = first.PMID;
    verdicts[1].wrong_fields = {bib::Field::PMID};
    EXPECT_EQ(rules_of(check_article(article_with({first, numbered}), verdicts, {})), Rules{});
}

TEST(Checks, AProtocolAndItsResultsAreNoDuplicates) {
    auto results = journal_article("Landau R, Munte K, Weiss T", "Foot orthoses for plantar heel pain",
                                   "Pain", 2016, "41", "3", "210-219", "", "");
    for (const char* tail : {": study protocol", ": a pilot study", ": 5-year results", ": an update"}) {
        auto other = results;
        other.title += tail;
        EXPECT_EQ(rules_of(check_article(article_with({results, other}), verified(2), {})),
                  Rules{"duplicate-reference"})
            << "in one place" << tail;
        other.issued.year = 2013;
        other.volume = "38";
        other.page = "12-20";
        EXPECT_EQ(rules_of(check_article(article_with({results, other}), verified(2), {})), Rules{}) << tail;
        EXPECT_EQ(rules_of(check_article(article_with({other, results}), verified(2), {})), Rules{}) << tail;
    }
}

TEST(Checks, OneIdentifierForDifferentWorks) {
    auto wrong = foster();
    wrong.DOI = maher().DOI;
    wrong.PMID.clear();
    const auto findings = check_article(article_with({maher(), qaseem(), wrong}), verified(3), {});
    ASSERT_EQ(rules_of(findings), Rules{"shared-identifier"});
    EXPECT_EQ(findings[0].reference, 2U);
    EXPECT_NE(findings[0].message.find(maher().DOI), std::string::npos);
    // Chapters may bear their book's.
    wrong.type = bib::ItemType::chapter;
    EXPECT_EQ(rules_of(check_article(article_with({maher(), wrong}), verified(2), {})), Rules{});
}

TEST(Checks, ReferencesNeverCitedAndMarkersWithoutReference) {
    auto article = article_with({maher(), foster()});
    article.markers = {{article::MarkerKind::bracket, {53, 56}, {0}, {"7"}}};
    const auto rules = rules_of(check_article(article, verified(2), {}));
    EXPECT_EQ(std::ranges::count(rules, "uncited-reference"), 1);
    EXPECT_EQ(std::ranges::count(rules, "dangling-marker"), 1);
}

TEST(Checks, NumbersFarBeyondTheListNameNoEntry) {
    auto article = article_with({maher(), foster()});
    article.markers = {{article::MarkerKind::bracket, {53, 56}, {0, 1}, {"1618", "1927"}}};
    EXPECT_EQ(rules_of(check_article(article, verified(2), {})), Rules{});
    article.markers[0].dangling = {"3", "4"};
    const auto findings = check_article(article, verified(2), {});
    ASSERT_EQ(rules_of(findings), Rules{"dangling-marker"});
    EXPECT_NE(findings[0].message.find("names 3, 4"), std::string::npos);
}

TEST(Checks, AnArticleMaySpeakOfItsOwnWork) {
    auto article = article_with({});
    article::Claim claim;
    claim.evidence = "A randomised trial";
    article.claims = {claim};
    for (const char* heading : {"Methods", "2.3 Statistical analysis", "RESULTS", "Acknowledgements"}) {
        article.sections = {{"Low back pain", 1}, {heading, 2}, {"Main outcome", 3}};
        for (const std::uint32_t section : {1U, 2U}) {
            article.sentences[0].section = section;
            EXPECT_EQ(rules_of(check_article(article, {}, {})), Rules{}) << heading;
        }
    }
    article.sections = {{"Methods", 2}, {"Discussion", 2}};
    article.sentences[0].section = 1;
    EXPECT_EQ(rules_of(check_article(article, {}, {})), Rules{"uncited-claim"});
}

TEST(Checks, WithoutAnyMarkerNoReferenceIsUncited) {
    const auto article = article_with({maher(), foster()});
    EXPECT_EQ(rules_of(check_article(article, verified(2), {})), Rules{});
}

TEST(Checks, ClaimsThatNameEvidenceAndCiteNone) {
    auto article = article_with({});
    article::Claim claim;
    claim.evidence = "Research shows";
    article.claims = {claim};
    const auto findings = check_article(article, {}, {});
    ASSERT_EQ(rules_of(findings), Rules{"uncited-claim"});
    EXPECT_EQ(findings[0].claim, 0U);
    EXPECT_EQ(findings[0].line, 3U);
}

TEST(Checks, ClaimsThatRestOnlyOnFlaggedSources) {
    auto article = article_with({maher(), foster()});
    article::Claim claim;
    claim.cited = true;
    claim.sentence = 1;
    claim.references = {0, 1};
    article.claims = {claim};
    auto verdicts = verified(2);
    verdicts[0].headline = finding::Headline::wrong_identifier;
    EXPECT_EQ(rules_of(check_article(article, verdicts, {})), Rules{});
    verdicts[1].headline = finding::Headline::retracted;
    const auto findings = check_article(article, verdicts, {});
    ASSERT_EQ(rules_of(findings), Rules{"rests-on-flagged"});
    EXPECT_EQ(findings[0].level, finding::Level::error);
    verdicts[1].headline = finding::Headline::undecidable;  // nobody could tell: no flag
    EXPECT_EQ(rules_of(check_article(article, verdicts, {})), Rules{});
}

TEST(Checks, IdentifiersThatNameDifferentWorks) {
    const auto index = index_of(all_works());
    Verifier verifier({index.get()});
    auto cited = maher();
    cited.PMID = foster().PMID;
    const std::vector<finding::Verdict> verdicts{verifier.check(as_reference(cited))};
    const auto findings = check_article(article_with({cited}), verdicts, {});
    ASSERT_EQ(rules_of(findings), Rules{"identifier-conflict"});
    EXPECT_NE(findings[0].message.find(foster().PMID), std::string::npos) << findings[0].message;
    EXPECT_NE(findings[0].hint.find(maher().PMID), std::string::npos) << findings[0].hint;
}

TEST(Checks, RetractionsBeforeTheArticleAndNotices) {
    auto article = article_with({maher(), foster(), chou()});
    article.date = "2020-03";
    auto verdicts = verified(3);
    verdicts[0].headline = finding::Headline::retracted;
    verdicts[0].retracted_on = "2019-01-02";
    verdicts[1].status = finding::Status::retraction_notice;
    verdicts[2].status = finding::Status::superseded;
    EXPECT_EQ(rules_of(check_article(article, verdicts, {})),
              (Rules{"cited-after-retraction", "retraction-notice", "superseded"}));
    article.date = "2018";
    EXPECT_EQ(rules_of(check_article(article, verdicts, {})), (Rules{"retraction-notice", "superseded"}));
}

TEST(Checks, DesignsAndYearsThatTheSourceDoesNotHave) {
    struct Case {
        const char* evidence;
        const char* title;
        int year;
        std::size_t findings;
    };
    constexpr Case kCases[] = {
        {"a 2023 meta-analysis", "Early versus delayed therapy: meta-analysis", 2023, 0},
        {"a 2023 meta-analysis", "Early versus delayed therapy: a systematic review", 2022, 0},
        {"a 2023 meta-analysis", "Activity versus bed rest: narrative review", 2023, 1},
        {"a 2019 systematic review of 27 trials", "Exercise: a systematic review", 2024, 1},
        {"a 2019 randomized trial", "Exercise in nurses: a cross-sectional survey", 2024, 2},
        {"a 2023 meta-analysis", "What low back pain is", 2023, 0},
        {"Multiple reviews conclude", "Yoga: a randomized trial", 2020, 0},
        {"a pooled analysis of two trials", "Yoga and rest: two randomized trials", 2020, 0},
        {"a 2012 pooled analysis of two trials", "Yoga and rest: two randomized trials", 2020, 1},
        {"a randomized trial", "A trial of 2010 screws: cohort and randomized arms", 2020, 0},
    };
    for (const auto& [evidence, title, year, findings] : kCases) {
        bib::Item item;
        item.title = title;
        item.type = bib::ItemType::article_journal;
        item.issued.year = year;
        auto article = article_with({item, foster()});
        article::Claim claim;
        claim.text = "It helps.";
        claim.evidence = evidence;
        claim.cited = true;
        claim.references = {0};
        article.claims = {claim};
        const auto count = [&] {
            return static_cast<std::size_t>(std::ranges::count(check_article(article, verified(2), {}),
                                                               std::string_view("evidence-differs"),
                                                               &finding::Finding::rule));
        };
        EXPECT_EQ(count(), findings) << evidence << ": " << title;
        // Of two sources either may be meant.
        article.claims[0].references = {0, 1};
        EXPECT_EQ(count(), 0U) << evidence << ": " << title;
    }
}

}  // namespace
}  // namespace whereof::verify
