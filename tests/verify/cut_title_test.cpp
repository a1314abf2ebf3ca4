// SPDX-License-Identifier: MIT
#include "verify/cut_title.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

struct Case {
    const char* record;
    const char* cited;
};

TEST(LooksCut, WhereMarkupWas) {
    constexpr Case kCases[] = {
        {"A novel real-time PCR for",
         "A novel real-time PCR for Listeria monocytogenes that monitors performance"},
        {"A misexpression screen to identify regulators of",
         "A misexpression screen to identify regulators of Drosophila larval hemocyte development"},
        {"4D prediction of protein", "4D prediction of protein 1 H chemical shifts"},
        {"A cellular metalloproteinase activates",
         "A cellular metalloproteinase activates Vibrio cholerae pro-cytolysin"},
        {"transcriptome profiling indicates that multiple pathways are activated",
         "Arabidopsis transcriptome profiling indicates that multiple pathways are activated"},
        {"PSK gene encodes a precursor of phytosulfokine",
         "Oryza sativa PSK gene encodes a precursor of phytosulfokine"},
        {"sp. nov., a new sibling species of",
         "Aspergillus lentulus sp. nov., a new sibling species of A. fumigatus"},
        {"A plasma membrane-bound putative endo-1, 4-beta-",
         "A plasma membrane-bound putative endo-1, 4-beta-D-glucanase is required for normal wall assembly"},
        {"Lipophilic dyes in studies of axonal pathfinding",
         "Lipophilic dyes in studies of axonal pathfinding in vivo"},
        {"A phylogeny of leaf beetles by chloroplast",
         "A phylogeny of leaf beetles by chloroplast ndhF sequences"},
        {"Pupil diameter and load on memory",
         "Attention and Effort. Prentice-Hall, Englewood Cliffs Kahneman D, Beatty J (1966) Pupil diameter "
         "and "
         "load on memory"},
        {"Products of the segmentation gene", "Products of the segmentation gene hedgehog"},
        {"Commentary on Vul", "2009 Commentary on Vul et al.'s 2000 puzzlingly high correlations"},
        {"Effect of CVT-E002™ (COLD-fX", "Effect of CVT-E002™ (COLD-fX®) versus a ginsenoside extract"},
        {"Non-specific low back pain",
         "Non-Specific Low Back Pain In The Aged"},  // capitals say nothing here
    };
    for (const auto& [record, cited] : kCases) {
        EXPECT_TRUE(looks_cut(record, cited)) << record;
    }
}

TEST(LooksCut, NotWherePlainWordsWereAdded) {
    constexpr Case kCases[] = {
        {"Non-specific low back pain", "Non-specific low back pain in the aged"},
        {"Non-specific low back pain", "Exercise and sleep in the aged with non-specific low back pain"},
        {"Non-specific low back pain", "Long-term effects of sleep on Non-specific low back pain"},
        {"Manual therapy for neck pain", "Manual therapy for neck pain after whiplash-associated disorders."},
        {"Graded activity for workers", "Graded activity for workers who sit."},
    };
    for (const auto& [record, cited] : kCases) {
        EXPECT_FALSE(looks_cut(record, cited)) << cited;
    }
}

TEST(LooksCut, BearsAnyTitle) {
    for (const char* text : {"", " ", "\xFF\xFE", "-", "a", "& &"}) {
        EXPECT_TRUE(looks_cut("", text));
        (void)looks_cut(text, "a b c");
        (void)looks_cut("a", text);
    }
}

}  // namespace
}  // namespace whereof::verify
