// SPDX-License-Identifier: MIT
#include "report/accepted.hpp"
#include "report/baseline.hpp"
#include "report/escapes.hpp"
#include "report/ignore_comments.hpp"
#include "report/issues.hpp"
#include "report/sample.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whereof::report {
namespace {

struct Comment {
    const char* text;
    const char* rules;   ///< divided by blanks; nullptr: a fault
    const char* reason;  ///< or a part of the fault
};
constexpr Comment kComments[] = {
    {"<!-- whereof:ignore mismatch — the year is that of the print -->", "mismatch",
     "the year is that of the print"},
    {"<!--whereof:ignore mismatch - seen-->", "mismatch", "seen"},
    {"<!-- whereof:ignore mismatch, uncited-claim -- house\n style -->", "mismatch uncited-claim",
     "house style"},
    {"<!-- whereof:ignore wrong_identifier: publisher's own -->", "wrong_identifier", "publisher's own"},
    {"<!-- whereof:ignore mismatch -->", nullptr, "needs a reason"},
    {"<!-- whereof:ignore mismatch — -->", nullptr, "needs a reason"},
    {"<!-- whereof:ignore — because -->", nullptr, "is no rule"},
    {"<!-- whereof:ignore everything — because -->", nullptr, "'everything' is no rule"},
    {"<!-- whereof:ignore verified — because -->", nullptr, "'verified' is no rule"},
    {"<!-- another comment -->", "", ""},
    {"whereof:ignore mismatch — no comment at all", "", ""},
    {"<!-- whereof:ignore mismatch — never closed", "", ""},
};

TEST(IgnoreComments, AreReadWithTheirReason) {
    for (const auto& [text, rules, reason] : kComments) {
        SCOPED_TRACE(text);
        std::vector<Error> faults;
        const auto comments = read_ignore_comments(fmt::format("a\n{}\nb\n", text), faults);
        if (rules == nullptr) {
            ASSERT_EQ(faults.size(), 1U);
            EXPECT_TRUE(comments.empty());
            EXPECT_NE(faults[0].what.find(reason), std::string::npos) << faults[0].what;
            EXPECT_TRUE(faults[0].what.starts_with("line 2: ")) << faults[0].what;
            continue;
        }
        EXPECT_TRUE(faults.empty());
        ASSERT_EQ(comments.size(), *rules == '\0' ? 0U : 1U);
        if (!comments.empty()) {
            std::string all;
            for (const std::string& rule : comments[0].rules) {
                all += (all.empty() ? "" : " ") + rule;
            }
            EXPECT_EQ(all, rules);
            EXPECT_EQ(comments[0].reason, reason);
        }
    }
}

/// The sample's references stand in lines 60 to 63: mismatch in 61, wrong_identifier in 62, undecidable
/// in 63.
std::string file_with(std::size_t line, const std::string& text) {
    std::string out;
    for (std::size_t i = 1; i <= 70; ++i) {
        out += i == line ? text + "\n" : fmt::format("line {}\n", i);
    }
    return out;
}

CheckedArticle after(const std::string& file) {
    CheckedArticle out = sample_article();
    std::vector<Error> faults;
    apply_ignore_comments(read_ignore_comments(file, faults), out);
    EXPECT_TRUE(faults.empty());
    return out;
}

TEST(IgnoreComments, SpeakOfTheNextLineTheReferenceOrTheLineTheyStandIn) {
    const std::string comment = "<!-- whereof:ignore mismatch — seen -->";
    EXPECT_TRUE(after(file_with(60, comment)).quiet_verdicts.contains(1)) << "alone, before it";
    EXPECT_TRUE(after(file_with(61, "2. Foster. " + comment)).quiet_verdicts.contains(1)) << "behind it";
    EXPECT_TRUE(after(file_with(61, comment + " 2. Foster.")).quiet_verdicts.contains(1));
    EXPECT_TRUE(after(file_with(60, "1. Hartvigsen. " + comment)).quiet_verdicts.empty()) << "of another";
    EXPECT_TRUE(after(file_with(62, comment)).quiet_verdicts.empty()) << "after it";
    EXPECT_TRUE(after(file_with(59, comment)).quiet_verdicts.empty()) << "a line too early";
    EXPECT_TRUE(after(file_with(59, comment + "\n\n")).quiet_verdicts.empty())
        << "the next line is no reference";
    EXPECT_TRUE(after(file_with(61, "x <!-- whereof:ignore retracted — seen -->")).quiet_verdicts.empty());
}

TEST(IgnoreComments, OneAboveTheOtherSpeakOfTheSameLine) {
    std::string file = file_with(59, "<!-- whereof:ignore mismatch — one -->");
    file.replace(file.find("line 60"), 7, "<!-- whereof:ignore undecidable — two -->");
    const CheckedArticle checked = after(file);
    ASSERT_TRUE(checked.quiet_verdicts.contains(1));
    EXPECT_EQ(checked.quiet_verdicts.at(1).reason, "one");
    EXPECT_EQ(checked.quiet_verdicts.size(), 1U);
}

TEST(IgnoreComments, OnOneLongLineOnlyTheReferenceTheyStandBehindIsMeant) {
    CheckedArticle checked = sample_article();
    checked.verdicts[2] = checked.verdicts[1];
    for (std::size_t i = 0; i < 4; ++i) {
        checked.article.references[i].position = {1, static_cast<std::uint32_t>(1 + 10 * i)};
    }
    std::vector<Error> faults;
    const auto comments =
        read_ignore_comments("<li>1.</li><li>2. é<!-- whereof:ignore mismatch — seen --></li>", faults);
    ASSERT_EQ(comments.size(), 1U);
    EXPECT_EQ(comments[0].place, (article::Position{1, 20}));
    apply_ignore_comments(comments, checked);
    EXPECT_TRUE(checked.quiet_verdicts.contains(1));
    EXPECT_EQ(checked.quiet_verdicts.size(), 1U);
}

TEST(IgnoreComments, AnyBytesAreReadInLinearTime) {
    std::string bytes;
    for (int i = 0; i < 200'000; ++i) {
        bytes += "<!-- whereof:ignore mismatch — x -->";
        bytes += i % 3 == 0 ? "\n" : "\xff<!--";
    }
    CheckedArticle checked = sample_article();
    std::vector<Error> faults;
    apply_ignore_comments(read_ignore_comments(bytes, faults), checked);
    EXPECT_TRUE(faults.empty());
}

/// The sample, with a claim that cites two references, both flagged, and the finding that says so.
CheckedArticle with_flagged_claim() {
    CheckedArticle out = sample_article();
    out.article.claims.push_back({});
    out.article.claims.back().references = {1, 2};
    finding::Finding finding;
    finding.rule = "rests-on-flagged";
    finding.claim = static_cast<std::uint32_t>(out.article.claims.size() - 1);
    out.findings.push_back(std::move(finding));
    return out;
}

TEST(SettledClaims, AClaimWithASourceThatMayStandRestsOnIt) {
    std::vector<Error> faults;
    const auto comments =
        read_ignore_comments(file_with(60, "<!-- whereof:ignore mismatch — seen -->"), faults);
    CheckedArticle commented = with_flagged_claim();
    const std::size_t last = commented.findings.size() - 1;
    apply_ignore_comments(comments, commented);
    ASSERT_TRUE(commented.quiet_findings.contains(last));
    EXPECT_EQ(commented.quiet_findings.at(last).reason, "seen");
    EXPECT_EQ(commented.quiet_findings.at(last).by, Suppression::By::comment);

    CheckedArticle accepted = with_flagged_claim();
    apply_accepted({{verdict_fingerprint(accepted, 2), "the publisher's own"}}, accepted);
    ASSERT_TRUE(accepted.quiet_findings.contains(last));
    EXPECT_EQ(accepted.quiet_findings.at(last).reason, "the publisher's own");
    EXPECT_EQ(accepted.quiet_findings.at(last).by, Suppression::By::accepted);

    CheckedArticle other = with_flagged_claim();
    apply_accepted({{verdict_fingerprint(other, 3), "not cited there"}}, other);
    EXPECT_EQ(other.quiet_verdicts.size(), 1U);
    EXPECT_FALSE(other.quiet_findings.contains(last)) << "none of the claim's sources";
    CheckedArticle ignored = with_flagged_claim();
    apply_ignore_comments(
        read_ignore_comments(file_with(60, "<!-- whereof:ignore retracted — seen -->"), faults), ignored);
    EXPECT_FALSE(ignored.quiet_findings.contains(last)) << "a comment on something else";

    CheckedArticle known = with_flagged_claim();
    Baseline baseline;
    baseline.add(uri_of_path(known.path), verdict_fingerprint(known, 1));
    baseline.apply(known);
    EXPECT_TRUE(known.quiet_verdicts.contains(1));
    EXPECT_FALSE(known.quiet_findings.contains(last)) << "what is known from before is no sound source";
}

TEST(Baseline, KnowsWhatEachFormOfTheReportSaid) {
    const std::vector<CheckedArticle> before{sample_article()};
    CheckRun run;
    run.all = before;
    std::string findings = check_ndjson(before[0]);
    findings += findings_ndjson(before[0]);
    for (const std::string& report : {check_json(before, {}, {}), check_sarif(run), findings}) {
        const auto baseline = read_baseline(report);
        ASSERT_TRUE(baseline.has_value()) << report;
        CheckedArticle now = sample_article();
        for (auto& listed : now.article.references) {
            listed.position.line += 7;
        }
        baseline->apply(now);
        EXPECT_EQ(now.quiet_verdicts.size(), 3U);
        EXPECT_EQ(now.quiet_findings.size(), 1U);
        now = sample_article();
        now.verdicts[1].headline = finding::Headline::retracted;
        now.verdicts[0].headline = finding::Headline::not_found;
        now.path = "./" + now.path;
        baseline->apply(now);
        EXPECT_EQ(now.quiet_verdicts.size(), 2U) << "what was retracted since is news";
        now = sample_article();
        now.path = "other.txt";
        baseline->apply(now);
        EXPECT_TRUE(now.quiet_verdicts.empty());
    }
}

TEST(Baseline, LinesOnReferencesLackTheFindings) {
    const CheckedArticle before = sample_article();
    EXPECT_TRUE(read_baseline(check_ndjson(before))->lacks_findings());
    EXPECT_FALSE(read_baseline(findings_ndjson(before))->lacks_findings());
    EXPECT_FALSE(read_baseline(check_ndjson(before) + findings_ndjson(before))->lacks_findings());
    EXPECT_FALSE(read_baseline(check_json({&before, 1}, {}, {}))->lacks_findings());
    EXPECT_FALSE(read_baseline("")->lacks_findings());
}

TEST(Baseline, WhatWasKeptQuietThenWasToldToNobody) {
    std::vector<CheckedArticle> before{sample_article()};
    before[0].quiet_verdicts[1] = {Suppression::By::comment, "seen"};
    before[0].quiet_verdicts[2] = {Suppression::By::baseline, ""};
    CheckRun run;
    run.all = before;
    for (const std::string& report : {check_json(before, {}, {}), check_sarif(run)}) {
        CheckedArticle now = sample_article();
        read_baseline(report)->apply(now);
        EXPECT_FALSE(now.quiet_verdicts.contains(1));
        EXPECT_TRUE(now.quiet_verdicts.contains(2));
    }
}

TEST(Baseline, WhatIsNoReportIsRefused) {
    for (const char* bytes :
         {"x", "{}", "[]", "{\"format\":\"whereof-changes-1\"}", "\xff\xfe", "null", "7", "{\"a\":1}\n{}"}) {
        EXPECT_FALSE(read_baseline(bytes).has_value()) << bytes;
    }
    EXPECT_FALSE(read_baseline(std::string(200'000, '[')).has_value());
    for (const char* bytes :
         {"", "\n", R"({"runs":[7,{"results":[7,{"locations":[7]},{"locations":{}}]}]})",
          R"({"format":"whereof-check-1","articles":[7,{"references":7,"findings":[7]}]})"}) {
        EXPECT_TRUE(read_baseline(bytes).has_value()) << bytes;
    }
}

}  // namespace
}  // namespace whereof::report
