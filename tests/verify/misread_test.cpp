// SPDX-License-Identifier: MIT
#include "verify/misread.hpp"

#include "bib/reference.hpp"
#include "verify/verify.hpp"
#include "verify/works.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;
using finding::Headline;

std::vector<bib::Item> held() {
    auto out = all_works();
    std::ranges::copy(noise(), std::back_inserter(out));
    out.push_back(journal_article("Moskowitz MA, Else B", "Pharmacotherapy of neuropathic low back pain",
                                  "Current Pain and Headache Reports", 2003, "7", "3", "178-187",
                                  "10.1007/s11916-003-0071-8", ""));
    out.push_back(journal_article("Becker A, Held H, Redaelli M",
                                  "Low back pain in primary care: costs of care and prediction of future "
                                  "health care utilization",
                                  "Spine (Phila Pa 1976)", 2010, "35", "18", "1714-1720",
                                  "10.1097/brs.0b013e3181cd656f", ""));
    out.push_back(journal_article("Dagher E, Talmage JB",
                                  "Case Study: Use of Electrodiagnostic Evaluation to Assess Lumbar "
                                  "Radiculopathy",
                                  "Guides Newsletter", 2016, "21", "2", "11-13",
                                  "10.1001/amaguidesnewsletters.2016.marapr03", ""));
    out.push_back(journal_article("Boote J, Newsome R",
                                  "Physiotherapy for Patients with Sciatica Awaiting Lumbar "
                                  "Micro-discectomy Surgery: A Nested, Qualitative Study of Patients' Views "
                                  "and Experiences",
                                  "Physiotherapy Research International", 2017, "22", "3", "e1665",
                                  "10.1002/pri.1665", ""));
    out.push_back(journal_article("Rosman NP, Adhami S",
                                  "Basilar Artery Occlusion in Children: Misleading Presentations, "
                                  "\u201CLocked-In\u201D State, and Diagnostic Importance of Accompanying "
                                  "Vertebral Artery Occlusion",
                                  "Journal of Child Neurology", 2003, "18", "7", "450-462",
                                  "10.1177/08830738030180070601", ""));
    out.push_back(journal_article("Gonzalez-Urzelai V, Else B",
                                  "Routine primary care management of acute low back pain: adherence to "
                                  "clinical guidelines",
                                  "Eur Spine J", 2003, "12", "6", "589-594", "10.1007/s00586-003-0567-2",
                                  ""));
    out.push_back(journal_article("Akdemir MS, Else B",
                                  "The Postdural Puncture Headache and Back Pain: The Comparison of 26-gauge "
                                  "Atraucan and 26-gauge Quincke Spinal Needles in Obstetric Patients",
                                  "Anesthesia, Essays and Researches", 2017, "11", "2", "458-462",
                                  "10.4103/0259-1162.194591", ""));
    return out;
}

finding::Verdict verdict_of(const std::string& raw) {
    static const auto index = index_of(held());
    Verifier verifier({index.get()});
    return verifier.check(bib::parse_reference(raw));
}

TEST(Misread, HonestFormsAreVerified) {
    constexpr const char* kForms[] = {
        // without a title
        "Maher et al., The Lancet, 389:736-747, 2017.",
        "Maher et al. The Lancet. 2017. doi:10.1016/s0140-6736(16)30970-9",
        "Maher C, et al. Lancet. 2017;389(10070):736-747.",
        "Moskowitz MA, et al. Current Pain and Headache Reports. 2003;7(3):178-187.",
        "Moskowitz et al., Current Pain and Headache Reports, 7:178-187, 2003.",
        "Becker A et al. Spine (Phila Pa 1976) 2010;35:1714.",
        "Becker, A. et al. Spine (Phila Pa 1976) 2010, 35, 1714-1720.",
        "Becker A, Held H, Redaelli M, et al. Spine (Phila Pa 1976). 2010;35(18):1714-1720.",
        "Dagher et al. Guides Newsletter. 2016. doi:10.1001/amaguidesnewsletters.2016.marapr03",
        "Gonzalez-Urzelai et al. Eur Spine J. 2003. doi:10.1007/s00586-003-0567-2",
        "Akdemir et al., Anesthesia, Essays and Researches, 11:458-462, 2017.",
        // a page's head
        "Low back pain in primary care: costs of care and prediction of future health care utilization | "
        "Spine (Phila Pa 1976) | https://doi.org/10.1097/brs.0b013e3181cd656f",
        "Pharmacotherapy of neuropathic low back pain | Current Pain and Headache Reports | "
        "https://doi.org/10.1007/s11916-003-0071-8",
        "Case Study: Use of Electrodiagnostic Evaluation to Assess Lumbar Radiculopathy | Guides Newsletter "
        "| https://doi.org/10.1001/amaguidesnewsletters.2016.marapr03",
        "What low back pain is and why we need to pay attention - The Lancet - "
        "https://doi.org/10.1016/s0140-6736(18)30480-x",
        // title and DOI
        "Case Study: Use of Electrodiagnostic Evaluation to Assess Lumbar Radiculopathy. "
        "https://doi.org/10.1001/amaguidesnewsletters.2016.marapr03",
        "Physiotherapy for Patients with Sciatica Awaiting Lumbar Micro-discectomy Surgery: A Nested, "
        "Qualitative Study of Patients' Views and Experiences. https://doi.org/10.1002/pri.1665",
        // no journal
        "Chou R et al (2017) Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an "
        "American College of Physicians Clinical Practice Guideline. doi.org/10.7326/m16-2459",
        // an article before the journal, no-break spaces
        "Boote J et al. Physiotherapy for Patients with Sciatica Awaiting Lumbar Micro-discectomy Surgery: A "
        "Nested, Qualitative Study of Patients' Views and Experiences. The Physiotherapy Research "
        "International. 2017;22:e1665.",
        "Rosman\u00A0NP,\u00A0et\u00A0al.\u00A0Basilar\u00A0Artery\u00A0Occlusion\u00A0in\u00A0Children:"
        "\u00A0Misleading\u00A0Presentations,\u00A0\u201CLocked-In\u201D\u00A0State,\u00A0and\u00A0"
        "Diagnostic\u00A0Importance\u00A0of\u00A0Accompanying\u00A0Vertebral\u00A0Artery\u00A0Occlusion."
        "\u00A0Journal\u00A0of\u00A0Child\u00A0Neurology.\u00A02003;18:450-462.",
    };
    for (const char* raw : kForms) {
        const auto verdict = verdict_of(raw);
        EXPECT_EQ(verdict.headline, Headline::verified) << raw << "\n" << verdict.reason;
        EXPECT_FALSE(verdict.corrected) << raw;
    }
}

TEST(Misread, FaultsInTheSameFormsAreFound) {
    struct Case {
        const char* raw;
        Field wrong;
    };
    constexpr Case kCases[] = {
        {"Moskowitz et al., Current Pain and Headache Reports, 7:178-187, 1999.", Field::issued},
        {"Becker A, Held H, Redaelli M. Spine (Phila Pa 1976). 2010;53(18):1714-1720.", Field::volume},
        {"Becker A, Held H, Redaelli M. Exercise for knee osteoarthritis in the aged. Spine (Phila Pa 1976). "
         "2010;35(18):1714-1720.",
         Field::title},
        {"Moskowitz MA, Else B. Pharmacotherapy of neuropathic low back pain. BMJ. 2003;7(3):178-187. "
         "doi:10.1007/s11916-003-0071-8",
         Field::container_title},
        {"Chou R, Deyo R, et al. Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an "
         "American College of Physicians Clinical Practice Guideline. Spinal Cord. 2017;166(7):493-505.",
         Field::container_title},
        {"Yamanashi Y, Kogure T. Pharmacotherapy of neuropathic low back pain. Current Pain and Headache "
         "Reports. 2003;7(3):178-187. doi:10.1007/s11916-003-0071-8",
         Field::author},
    };
    for (const auto& [raw, wrong] : kCases) {
        const auto verdict = verdict_of(raw);
        EXPECT_NE(verdict.headline, Headline::verified) << raw;
        EXPECT_NE(std::ranges::find(verdict.wrong_fields, wrong), verdict.wrong_fields.end())
            << raw << "\n"
            << verdict.reason;
    }
}

TEST(Misread, AJournalReadAsTheTitleIsTheJournalCited) {
    bib::Item parsed = maher();
    parsed.title = "The Lancet, 389";
    parsed.container_title.clear();
    auto [citation, record, comparison] =
        raw_citation("Maher et al., The Lancet, 389:736-747, 2017.", parsed, maher());
    read_journal_for_title(citation, record, comparison);
    EXPECT_TRUE(is_misread(*comparison.of(Field::title)));
    EXPECT_TRUE(comparison.agrees(Field::container_title));
}

TEST(Misread, WordsCitedTwiceAreATitleToo) {
    bib::Item parsed = maher();
    parsed.title = "The Lancet";
    auto [citation, record, comparison] =
        raw_citation("Maher C. The Lancet. The Lancet. 2017;389:736-747.", parsed, maher());
    read_journal_for_title(citation, record, comparison);
    EXPECT_TRUE(comparison.differs(Field::title));
}

TEST(Misread, ACorrectionNeverOverwritesTheJournal) {
    bib::Reference reference = as_reference(maher());
    reference.raw = "Maher C. The Lancet. The Lancet. 2017;398:736-747.";
    reference.item.title = "Lancet";
    reference.item.volume = "398";
    const auto index = index_of(held());
    const auto verdict = Verifier({index.get()}).check(reference);
    ASSERT_TRUE(verdict.corrected);
    EXPECT_EQ(verdict.corrected->title, "Lancet");
    EXPECT_EQ(verdict.corrected->volume, "389");
}

TEST(Misread, OnlyWhatStandsNowhereElseIsAPieceOfTheTitle) {
    const char* const kTitle = "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. ";
    for (const auto& [behind, piece] : {std::pair{"2017.", true}, std::pair{"Back Pain. 2017.", false}}) {
        bib::Item parsed = maher();
        parsed.container_title = "Back Pain";
        auto [citation, record, comparison] = raw_citation(std::string(kTitle) + behind, parsed, maher());
        support_from_raw(citation, record, comparison);
        EXPECT_EQ(is_misread(*comparison.of(Field::container_title)), piece) << behind;
    }
}

TEST(Misread, ACommonTitleWithinALongerOneIsNoSupport) {
    bib::Item cited = maher();
    EXPECT_FALSE(is_within_longer_title(cited, maher()));
    cited.title = "Underwood M, Buchbinder R. Non-specific low back pain";
    EXPECT_FALSE(is_within_longer_title(cited, maher()));
    auto common = maher();
    common.title = "Low back pain";
    cited.title = "Exercise and sleep: low back pain";
    EXPECT_TRUE(is_within_longer_title(cited, common));
    EXPECT_FALSE(is_within_longer_title(cited, hartvigsen()));
}

}  // namespace
}  // namespace whereof::verify
