// SPDX-License-Identifier: MIT
#include "article/entries.hpp"

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

std::vector<std::string> split(const std::string& raw, std::uint32_t number = 0) {
    Entry entry;
    entry.raw = raw;
    entry.number = number;
    entry.label = number == 0 ? "" : std::to_string(number);
    std::vector<std::string> out;
    for (const Entry& part : split_works(entry)) {
        out.push_back(part.label.empty() ? part.raw : part.label + ": " + part.raw);
    }
    return out;
}

using Works = std::vector<std::string>;

TEST(SplitWorks, DividesLetteredWorks) {
    const Works expected{"3a: Smith J. Walking. Spine. 2019;44:101-109",
                         "3b: Jones A. Rest. Pain. 2020;161:12-20."};
    EXPECT_EQ(
        split("a) Smith J. Walking. Spine. 2019;44:101-109; b) Jones A. Rest. Pain. 2020;161:12-20.", 3),
        expected);
    EXPECT_EQ(
        split("(a) Smith J. Walking. Spine. 2019;44:101-109; (b) Jones A. Rest. Pain. 2020;161:12-20.", 3),
        expected);
    const std::string one = "a) Smith J. Walking b) and resting. Spine. 2019;44:101-109.";
    EXPECT_EQ(split(one, 3), Works{"3: " + one});
}

TEST(SplitWorks, DividesNumberedListsWithoutLineBreaks) {
    const Works expected{"1: Smith J. Walking. Spine. 2019;44:101-109.",
                         "2: Jones A. Rest. Pain. 2020;161:12-20.", "3: Ray K. Care. BMJ. 2021;372:71-75."};
    EXPECT_EQ(
        split("Smith J. Walking. Spine. 2019;44:101-109. 2. Jones A. Rest. Pain. 2020;161:12-20. 3. Ray K. "
              "Care. BMJ. 2021;372:71-75.",
              1),
        expected);
    EXPECT_EQ(
        split("Smith J. Walking. Spine. 2019;44:101-109. [2] Jones A. Rest. Pain. 2020;161:12-20. [3] Ray "
              "K. Care. BMJ. 2021;372:71-75.",
              1),
        expected);
}

TEST(SplitWorks, DividesListsWithoutLabelsOrLineBreaks) {
    const Works apa{"Adams, B., & Baker, C. (2019). Walking and the back: A trial. Spine, 44(3), 101–109.",
                    "Clark, D. (2020). Rest is no cure. Pain, 161, 12–20. https://doi.org/10.1000/182",
                    "Evans, F., Frank, G., & Hall, J. (2021). Early care. BMJ, 372, 71–75."};
    EXPECT_EQ(split(apa[0] + " " + apa[1] + " " + apa[2]), apa);
    const Works vancouver{"Smith J, Jones A. Walking and the back. Spine. 2019;44(3):101-109.",
                          "Jones A, Ray K, et al. Rest is no cure. Pain. 2020;161(1):12-20.",
                          "Ray K. Early care for everybody. BMJ. 2021;372:71-75."};
    EXPECT_EQ(split(vancouver[0] + " " + vancouver[1] + " " + vancouver[2]), vancouver);
}

TEST(SplitWorks, LeavesOneWorkAlone) {
    for (const std::string raw :
         {"Adams, B. (2019). Walking. In Clark, D. (Ed.), Backs (pp. 1–20). London, England: Sage, 2019. "
          "Reprinted.",
          "Smith J, Jones A. Walking and the back. Spine. 2019;44(3):101-109.", "",
          "We thank A. Smith, B. Jones (2019) and C. Clark (2020). Evans, F. was of help. Frank, G. too.",
          "Meyer, H. (1998): Arbeit. In: Schmidt, K. (Hrsg.) (1997): Handbuch. Berlin: Springer, S. 1-20."}) {
        EXPECT_EQ(split(raw), Works{raw});
    }
}

TEST(SplitWorks, TakesTimeInProportionToTheText) {
    std::string names;
    while (names.size() < 400'000) {
        names += "Smith, J. 2019 12-20. ";
    }
    EXPECT_FALSE(split(names).empty());
    EXPECT_EQ(split(std::string(400'000, ' ')).size(), 1U);
}

}  // namespace
}  // namespace whereof::article
