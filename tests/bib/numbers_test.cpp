// SPDX-License-Identifier: MIT
#include "bib/numbers.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

struct Case {
    const char* text;
    const char* expected;
};

TEST(Numbers, PagesAreExpanded) {
    constexpr Case kCases[] = {
        {"2356-2367", "2356-2367"},
        {"2368-83", "2368-2383"},
        {"1594–614", "1594-1614"},
        {"192-9.", "192-199"},
        {"S34–41", "S34-S41"},
        {"S34-S41", "S34-S41"},
        {"S111-21", "S111-S121"},
        {"1747S-1756S", "1747S-1756S"},
        {"1747S-56S", "1747S-1756S"},
        {"i231-i236", "i231-i236"},
        {"i231–6", "i231-i236"},
        {"E3–E4", "E3-E4"},
        {"pp. 12 - 20", "12-20"},
        {"(pp. 65-133)", "65-133"},
        {"p. 12", "12"},
        {"S. 24-27", "24-27"},
        {"Seiten 24–27", "24-27"},
        {"págs. 120-8", "120-128"},
        {"12--20", "12-20"},
        {"12 \u2010 20", "12-20"},
        {"e1002606", "e1002606"},
        {"CD006929", "CD006929"},
        {"R42.", "R42"},
        {"adr4831", "adr4831"},
        {"Article e5001", "e5001"},
        {"Art. No.: 12", "12"},
        {"98-3", "98-3"},
        {"V23-V6", "V23-V6"},
        {"1-1", "1"},
        {"109+", "109+"},
        {"12-20, 25-7", "12-20, 25-27"},
        {"1-12; discussion S13-4", "1-12; discussion S13-4"},
        {"12 p.", "12 p"},
        {"52:043501", "52:043501"},
        {"110 172504", "110 172504"},
        {"A-12-B-14", "A-12-B-14"},
        {"xii-xv", "xii-xv"},
        {"", ""},
        {" - ", ""},
    };
    for (const auto& [text, expected] : kCases) {
        EXPECT_EQ(normalise_pages(text), expected) << text;
        EXPECT_EQ(normalise_pages(expected), expected) << "again: " << text;
    }
}

TEST(Numbers, PageRangeIsItsNumbers) {
    EXPECT_EQ(page_range("2356-2367"), (PageRange{2356, 2367}));
    EXPECT_EQ(page_range("S34-S41"), (PageRange{34, 41}));
    EXPECT_EQ(page_range("e5001"), (PageRange{5001, 5001}));
    EXPECT_EQ(page_range("xii-xv"), (PageRange{0, 0}));
    EXPECT_EQ(page_range("12-20, 25-27"), (PageRange{12, 20}));
}

TEST(Numbers, VolumeAndIssueComeApart) {
    struct Fused {
        const char* text;
        const char* volume;
        const char* issue;
    };
    constexpr Fused kCases[] = {
        {"391(10137)", "391", "10137"},
        {"28(6Suppl1)", "28", "6Suppl1"},
        {"13(Supl 2)", "13", "Supl 2"},
        {"53 Suppl 1", "53", "Suppl 1"},
        {"34 (2-3)", "34", "2-3"},
        {"34 (2–3),", "34", "2-3"},
        {"79, no. 4-5", "79", "4-5"},
        {"Vol. 12, No. 3", "12", "3"},
        {"vol.12 nº3", "12", "3"},
        {"Bd. 12, H. 3", "12", "3"},
        {"Jg. 54, Nr. 2", "54", "2"},
        {"v. 12, n. 3", "12", "3"},
        {"12.3", "12", "3"},
        {"45/2", "45", "2"},
        {"16", "16", ""},
        {"XVII", "XVII", ""},
        {"B734", "B734", ""},
        {"2 suppl", "2", "suppl"},
        {"(3)", "3", ""},
        {"", "", ""},
    };
    for (const auto& [text, volume, issue] : kCases) {
        EXPECT_EQ(split_volume_issue(text).volume, volume) << text;
        EXPECT_EQ(split_volume_issue(text).issue, issue) << text;
    }
}

TEST(Numbers, LabelsComeOff) {
    EXPECT_EQ(normalise_volume("Volume 12."), "12");
    EXPECT_EQ(normalise_volume("VII"), "VII");
    EXPECT_EQ(normalise_issue("(No. s3)"), "s3");
    EXPECT_EQ(normalise_issue("n° 12"), "12");
    EXPECT_EQ(normalise_issue("Heft 3/4"), "3/4");
    EXPECT_EQ(normalise_issue("N3"), "N3");
    EXPECT_EQ(normalise_issue("(No. [n. 3])"), "3");
    constexpr Case kEditions[] = {{"2nd ed.", "2"},
                                  {"Second edition", "2"},
                                  {"2., überarb. Aufl.", "2"},
                                  {"2a ed.", "2"},
                                  {"Rev. ed.", "Rev."},
                                  {"(3rd edn)", "3"},
                                  {"International ed.", "International"},
                                  {"", ""}};
    for (const auto& [text, expected] : kEditions) {
        EXPECT_EQ(normalise_edition(text), expected) << text;
    }
}

TEST(Numbers, TakeAnyBytesInLinearTime) {
    for (const char byte : {'-', '1', '(', ')', ',', ' ', '\xFF', '.'}) {
        const std::string text(1'000'000, byte);
        normalise_pages(text);
        normalise_volume(text);
        normalise_edition(text);
        split_volume_issue(text);
    }
    std::string labels;
    for (int i = 0; i < 200'000; ++i) {
        labels += "no. ";
    }
    EXPECT_EQ(normalise_issue(labels + "3"), "3");
    split_volume_issue("x " + labels);
    split_volume_issue("1 " + std::string(500'000, 'n') + " x");
}

}  // namespace
}  // namespace whereof::bib
