// SPDX-License-Identifier: MIT
#include "bib/list_label.hpp"

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

struct Case {
    const char* entry;
    const char* label;
    const char* rest;
};

constexpr Case kCases[] = {
    {"12. Smith J. Pain.", "12", "Smith J. Pain."},
    {"12.Smith J. Pain.", "12", "Smith J. Pain."},
    {" [3] Smith J. Pain.", "3", "Smith J. Pain."},
    {"(4) Smith J. Pain.", "4", "Smith J. Pain."},
    {"5) Smith J. Pain.", "5", "Smith J. Pain."},
    {"⁴Hauser BR. Pain.", "4", "Hauser BR. Pain."},
    {"¹² Hauser BR. Pain.", "12", "Hauser BR. Pain."},
    {"7 Smith J, Ray K. Pain.", "7", "Smith J, Ray K. Pain."},
    {"[WM89] Weber M. Pain.", "WM89", "Weber M. Pain."},
    {"a) Smith J. Pain.", "a", "Smith J. Pain."},
    {"• Smith J. Pain.", "", "Smith J. Pain."},
    {"11S. Silapunt, L. Goldberg", "11", "S. Silapunt, L. Goldberg"},
    {"Reference 4. Smith J. Pain.", "4", "Smith J. Pain."},
    {"Ref. 4: Smith J. Pain.", "4", "Smith J. Pain."},
    {"figure 1. Agusti, A.G. (1990) Pain.", "figure 1", "Agusti, A.G. (1990) Pain."},
    {"Fig. 12) Smith J. Pain.", "Fig. 12", "Smith J. Pain."},
    {"1640. Smith J. Pain.", "1640", "Smith J. Pain."},
    {"1850) Smith, J. Pain.", "1850", "Smith, J. Pain."},
    {"(1640) Smith J. Pain.", "1640", "Smith J. Pain."},
    {"[2019] Smith J. Pain.", "2019", "Smith J. Pain."},
    {"2041. Smith J, Ray K. Pain.", "2041", "Smith J, Ray K. Pain."},
    {"4999. Smith J. Pain.", "4999", "Smith J. Pain."},
    // no labels
    {"1848. The year of pain", "", "1848. The year of pain"},
    {"2019. Smith J. Pain.", "", "2019. Smith J. Pain."},
    {"(2019). Smith, J. Pain.", "", "(2019). Smith, J. Pain."},
    {"(1998) Smith J, Ray K. Pain.", "", "(1998) Smith J, Ray K. Pain."},
    {"Table 2 of the report. Smith J.", "", "Table 2 of the report. Smith J."},
    {"Reference 4.5 mg of aspirin", "", "Reference 4.5 mg of aspirin"},
    {"Source: WHO 2019. Pain.", "", "Source: WHO 2019. Pain."},
    {"Ref", "", "Ref"},
    {"Figure 1.", "", "Figure 1."},
    {"1185 AIH-MASLD overlap", "", "1185 AIH-MASLD overlap"},
    {"2004. The year of pain", "", "2004. The year of pain"},
    {"10 ways to a better back", "", "10 ways to a better back"},
    {"3D printing of bone", "", "3D printing of bone"},
    {"3.5 million people", "", "3.5 million people"},
    {"[Anonymous] Pain.", "", "[Anonymous] Pain."},
    {"(WHO) Pain.", "", "(WHO) Pain."},
    {"A. Smith. Pain.", "", "A. Smith. Pain."},
    {"12.", "", "12."},
    {"", "", ""},
};

TEST(FindListLabel, TellsLabelsFromText) {
    for (const Case& expected : kCases) {
        SCOPED_TRACE(expected.entry);
        const ListLabel label = find_list_label(expected.entry);
        EXPECT_EQ(label.text, expected.label);
        EXPECT_EQ(std::string_view(expected.entry).substr(label.size), expected.rest);
    }
}

}  // namespace
}  // namespace whereof::bib
