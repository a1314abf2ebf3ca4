// SPDX-License-Identifier: MIT
#include "text/abbreviations.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::text {
namespace {

struct Case {
    const char* text;
    const char* expected;  ///< "SF=long form; …"
};

std::string found(std::string_view text) {
    std::string out;
    for (const Abbreviation& one : find_abbreviations(text)) {
        out += (out.empty() ? "" : "; ") + std::string(one.short_form.of(text)) + "=" +
               std::string(one.long_form.of(text));
    }
    return out;
}

TEST(FindAbbreviations, ReadsDefinitions) {
    constexpr Case kCases[] = {
        {"Physical therapy (PT) is a cornerstone.", "PT=Physical therapy"},
        {"patients with low back pain (LBP) and depression", "LBP=low back pain"},
        {"the visual analogue scale (VAS, 0-100 mm)", "VAS=visual analogue scale"},
        {"non-steroidal anti-inflammatory drugs (NSAIDs)", "NSAIDs=non-steroidal anti-inflammatory drugs"},
        {"electromyography (EMG) to detect", "EMG=electromyography"},
        {"HRQoL (health-related quality of life) was measured", "HRQoL=health-related quality of life"},
        {"magnetic resonance imaging (MRI) or computed tomography (CT)",
         "MRI=magnetic resonance imaging; CT=computed tomography"},
        {"tumour necrosis factor (TNF)", "TNF=tumour necrosis factor"},
        {"interleukin 6 (IL-6)", "IL-6=interleukin 6"},
        // First letters of words before letters within them.
        {"of the protein phosphatase (PP) in gills", "PP=protein phosphatase"},
        {"anti-epidermal growth factor receptor (EGFR)", "EGFR=epidermal growth factor receptor"},
        {"extensively drug-resistant (XDR) isolates", "XDR=extensively drug-resistant"},
        {"a serine/threonine kinase 40 (Stk40) found", "Stk40=serine/threonine kinase 40"},
        // The short form says more than the long one: several, or the first.
        {"embryonic stem cells (ESCs)", "ESCs=embryonic stem cells"},
        {"the skeletal muscle ryanodine receptor (RyR1)", "RyR1=ryanodine receptor"},
        // Brackets in brackets, several words, what follows the definition.
        {"was small (hazard ratio [HR] 0.97)", "HR=hazard ratio"},
        {"laser desorption ionization time of flight mass spectrometry (LDI-TOF MS)",
         "LDI-TOF MS=laser desorption ionization time of flight mass spectrometry"},
        {"EPN (early posterior negativity; 200-300 ms)", "EPN=early posterior negativity"},
        {"in the school holiday (SH: June and July)", "SH=school holiday"},
        {"the multisystem disease (MD)/chronic infantile syndrome (CIS)",
         "MD=multisystem disease; CIS=chronic infantile syndrome"},
        {"PRIMA-1 (p53 re-activation and induction of massive apoptosis)",
         "PRIMA-1=p53 re-activation and induction of massive apoptosis"},
    };
    for (const auto& [text, expected] : kCases) {
        EXPECT_EQ(found(text), expected) << text;
    }
}

TEST(FindAbbreviations, RefusesOtherBrackets) {
    for (const char* text : {
             "improved by half (p < 0.05)",
             "in 24 adults (n = 24)",
             "as shown before (Smith 2020)",
             "as shown before (Fig. 2)",
             "the drug (see below) was safe",
             "pain (1)",
             "patients (MRI",
             "the group (USA) was large",
             "()",
             "patients of their hydroxyl groups (OH)",
             "levels were higher (Smith A)",
             "(PT)",
             "a longer text with (an aside) in it",
         }) {
        EXPECT_EQ(found(text), "") << text;
    }
}

TEST(FindAbbreviations, IsLinearOnHostileText) {
    EXPECT_TRUE(find_abbreviations(std::string(2'000'000, '(')).empty());
    EXPECT_TRUE(find_abbreviations(std::string(2'000'000, '[')).empty());
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
        text += "aa bb (AB ";
    }
    EXPECT_TRUE(find_abbreviations(text).empty());
    (void)find_abbreviations("\xFF\xFE(\xC3)(\0PT)");
}

}  // namespace
}  // namespace whereof::text
