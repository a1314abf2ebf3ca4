// SPDX-License-Identifier: MIT
#include "authority/local_index.hpp"
#include "cli/corrections.hpp"
#include "cli/run_in.hpp"
#include "support/data.hpp"
#include "verify/verify.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto* kRecords =
    R"({"type":"article-journal","title":"Non-specific low back pain","author":[{"family":"Maher",)"
    R"("given":"Chris"},{"family":"Underwood","given":"Martin"},{"family":"Buchbinder","given":"Rachelle"}],)"
    R"("container-title":"Lancet","volume":"389","issue":"10070","page":"736-747","issued":)"
    R"({"date-parts":[[2017]]},"DOI":"10.1016/s0140-6736(16)30970-9","PMID":"27745712"})"
    "\n"
    R"({"type":"article-journal","title":"A trial of yoga for chronic low back pain in adults","author":)"
    R"([{"family":"Holden","given":"J"},{"family":"Smith","given":"A"}],"container-title":"Spine",)"
    R"("volume":"36","page":"100-108","issued":{"date-parts":[[2011]]},"DOI":"10.1097/test.0001"})"
    "\n";

class Fix : public testing::Test {
  protected:
    Fix() {
        test::write_text(home_ / "records.jsonl", kRecords);
        EXPECT_EQ(run({"authority", "import", (home_ / "records.jsonl").string(), "-q"}).code, kDone);
    }
    CommandRun run(const std::vector<std::string>& words) { return run_in(home_.path(), words); }
    std::string article(const std::string& name, const std::string& text) {
        test::write_text(home_ / name, text);
        return (home_ / name).string();
    }
    /// What becomes of a list of one entry.
    std::string fixed(const std::string& entry) {
        const std::string before = "Back pain\n\nIt helps [1].\n\nReferences\n";
        const std::string path = article("one.txt", before + entry + "\n");
        run({"fix", path, "--write"});
        const std::string after = test::read_text(path);
        EXPECT_TRUE(after.starts_with(before));
        return after.substr(before.size(), after.size() - before.size() - 1);
    }
    test::TemporaryFolder home_;
};

TEST_F(Fix, CorrectsInTheStringsOwnWayOfWriting) {
    const struct {
        const char* wrong;
        const char* right;
    } rows[] = {
        {"1. Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2012;389:746–57.",
         "1. Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389:736–47."},
        {"1. Maher C, Underwood M, et al. Non-specific low back pain. Lancet. 2017;398(10070):736-747. "
         "doi:10.1016/S0140-6736(16)30970-9",
         "1. Maher C, Underwood M, et al. Non-specific low back pain. Lancet. 2017;389(10070):736-747. "
         "doi:10.1016/S0140-6736(16)30970-9"},
        {"1. Holden, J., & Smith, A. (2011). A trial of yoga for chronic low back pain in adults. Spine, 63, "
         "100–108.",
         "1. Holden, J., & Smith, A. (2011). A trial of yoga for chronic low back pain in adults. Spine, 36, "
         "100–108."},
        {"1. Holden J, Smith A. A trial of yoga for chronic low back\n   pain in adults. Spine. "
         "2011;36:200-9.",
         "1. Holden J, Smith A. A trial of yoga for chronic low back\n   pain in adults. Spine. "
         "2011;36:100-8."},
    };
    for (const auto& [wrong, right] : rows) {
        EXPECT_EQ(fixed(wrong), right);
        EXPECT_EQ(fixed(right), right) << "what is right stays";
    }
}

TEST_F(Fix, LeavesAloneWhatNobodyCanTell) {
    for (const std::string entry : {
             "1. Nobody Q. A book of which nobody has heard. Penguin; 1999.",             // no authority
             "1. World Health Organization. Guideline on back pain. Geneva: WHO; 2023.",  // not covered
             "1. Holden J. Surgery of the knee in horses. Spine. 2011;36:100-108.",       // another work
             "1. Maher C, Underwood M, Buchbinder R. Non-specific low back pain. Lancet. 2017;389:736-747.",
         }) {
        EXPECT_EQ(fixed(entry), entry);
    }
}

TEST_F(Fix, PrintsADiffAndTouchesNothing) {
    const std::string text =
        "Back pain\r\n\r\nIt helps [1].\r\n\r\nReferences\r\n1. Holden J, Smith A. A trial of yoga for "
        "chronic "
        "low back pain in adults. Spine. 2011;63:100-108.\r\n2. Nobody Q. Something else. 1999.";
    const std::string path = article("crlf.txt", text);
    const auto shown = run({"fix", path});
    EXPECT_EQ(shown.code, kDone) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("--- a/" + path + "\n+++ b/" + path + "\n@@ "));
    EXPECT_THAT(shown.out,
                HasSubstr("\n+1. Holden J, Smith A. A trial of yoga for chronic low back pain in adults. "
                          "Spine. 2011;36:100-108.\r\n"));
    EXPECT_EQ(test::read_text(path), text);
    EXPECT_EQ(run({"fix", path, "--write"}).out, "");
    std::string expected = text;
    expected.replace(expected.find("63:"), 2, "36");
    EXPECT_EQ(test::read_text(path), expected);
    EXPECT_EQ(run({"fix", path}).out, "") << "nothing is left to do";
}

TEST_F(Fix, FindsItsPlaceBetweenMarkup) {
    const std::string path = article(
        "a.html",
        "<html><body><article><h1>Back</h1><p>It helps [1].</p><h2>References</h2><ol>"
        "<li>Holden J, Smith A. <i>A trial of yoga for chronic low back pain in adults</i>. Spine. "
        "2011;63:100-108.</li>\n<li>Maher C, Underwood M, Buchbinder R. <b>Non-specific low back pain</b>. "
        "Lancet. 2017;389:746&ndash;57.</li></ol></article></body></html>");
    const auto shown = run({"fix", path});
    EXPECT_EQ(shown.code, kFound);
    EXPECT_THAT(shown.out, HasSubstr("Spine. 2011;36:100-108.</li>"));
    EXPECT_THAT(shown.err, HasSubstr("reference 2: its place in the file is not plain"));
}

TEST_F(Fix, PrintsTheCorrectedListInAnyFormat) {
    const std::string path =
        article("a.txt",
                "Back pain\n\nIt helps [1].\n\nReferences\n1. Holden J, Smith A. A trial of yoga "
                "for chronic low back pain in adults. Spine. 2011;63:100-108.\n");
    const auto ris = run({"fix", path, "--format", "ris"});
    EXPECT_EQ(ris.code, kDone);
    EXPECT_THAT(ris.out, HasSubstr("VL  - 36"));
    EXPECT_EQ(run({"fix", path, "--format", "ris", "--write"}).code, kBroken);
}

TEST_F(Fix, RefusesFilesThatItCannotPutBack) {
    const std::string path =
        article("a.jsonl", R"({"id":"x","title":"T","text":"It helps [1].\n\nReferences\n1. )"
                           R"(Holden J, Smith A. A trial of yoga for chronic low back pain )"
                           R"(in adults. Spine. 2011;63:100-108.\n"})"
                           "\n");
    const auto shown = run({"fix", path});
    EXPECT_NE(shown.code, kDone);
    EXPECT_EQ(shown.out, "");
    EXPECT_THAT(shown.err, HasSubstr("a.jsonl"));
    EXPECT_EQ(run({"fix", (home_ / "none.txt").string()}).code, kBroken);
}

TEST(Corrections, NeedAnAuthoritysWordForEachField) {
    auto reference = bib::parse_reference("Holden J, Smith A. Yoga for backs. Spine. 2011;63:100-108.");
    finding::Verdict verdict;
    verdict.existence = finding::Existence::found;
    verdict.wrong_fields = {bib::Field::volume};
    verdict.corrected = reference.item;
    verdict.corrected->volume = "36";
    EXPECT_TRUE(corrections_of(reference, verdict).made.empty()) << "no evidence";
    verdict.evidence = {{bib::Field::volume, finding::Agreement::different, "63", "", "rule:x", ""}};
    EXPECT_TRUE(corrections_of(reference, verdict).made.empty()) << "a rule knows only what is wrong";
    verdict.evidence.front().source = "index@2026#1";
    const auto corrections = corrections_of(reference, verdict);
    ASSERT_EQ(corrections.made.size(), 1U);
    EXPECT_EQ(edited(reference.raw, corrections.made),
              "Holden J, Smith A. Yoga for backs. Spine. 2011;36:100-108.");
    verdict.existence = finding::Existence::undecidable;
    EXPECT_TRUE(corrections_of(reference, verdict).made.empty());
    verdict.existence = finding::Existence::found;
    verdict.wrong_fields = {bib::Field::author, bib::Field::title};
    const auto other = corrections_of(reference, verdict);
    EXPECT_TRUE(other.made.empty());
    EXPECT_EQ(other.left.size(), 1U) << "another work";
}

}  // namespace
}  // namespace whereof::cli
