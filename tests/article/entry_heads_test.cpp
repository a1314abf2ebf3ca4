// SPDX-License-Identifier: MIT
#include "article/entry_heads.hpp"

#include "article/entries.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

TEST(EntryHeads, KnowsPersonsOfManyScripts) {
    for (const char* line :
         {"Smith J, Lee K. Walking", "SMITH, John. Walking", "van der Berg, J. (2019)",
          "J. K. Smith, Walking", "De Jonghe, J., & Lee, K. (2009)", "Mendes da Costa, E. (2012)",
          "Franco Fraguas, L.", "____. (2019)", "Παπαδόπουλος Γ, Ιωάννου Κ. Πόνος",
          "Παπαδόπουλος, Γ. (2019). Πόνος", "Иванов И.И., Петров П.П.", "Иванов, И. (2019).",
          "山田太郎, 鈴木一郎. 腰痛", "王伟 (2019). 背痛", "김철수, 이영희. 요통", "Ñúñez A, Østergård B."}) {
        EXPECT_TRUE(has_author_head(line)) << line;
    }
    for (const char* line :
         {"Walking helps the back.", "BMJ, 323, 970–975.", "腰痛は、世界で", "vergleichende Studie", "",
          "(2019) Smith", "12 Smith J", "研究", "Clin Infect Dis, 34, 944", "Journal of Pain, 12. A",
          "The Back Society, 2019.", "New York: Wiley, A."}) {
        EXPECT_FALSE(has_author_head(line)) << line;
    }
}

TEST(EntryHeads, KnowsBodiesByTheDateBehindThem) {
    for (const char* line :
         {"World Health Organization. (2020). Guidelines", "World Health Organization (n.d.). Back pain",
          "Statistisches Bundesamt (o. J.): Rücken", "Statistisches Bundesamt (1974): Rücken",
          "WHO 2003. Back pain", "Ministerio de Sanidad. (s. f.). Dolor",
          "Haute Autorité de santé. (s. d.). Lombalgie",
          "National Institute for Health and Care Excellence (NICE). (2016). Low back pain",
          "Mayo Clinic. (2019, March 4). Back pain", "Smith and Lee (2019a) “Walking”",
          "厚生労働省. (2019). 腰痛"}) {
        EXPECT_TRUE(has_body_and_date(line)) << line;
    }
    for (const char* line :
         {"Smith and Lee (2019) walked for a year.", "The American College (2017) recommends rest.",
          "Walking helps. It does (2019).", "In 2019, walking helped.", "Walking (12) helps.",
          "(2019) Walking", "", "It grew: twofold (2019).", "Open ((((((((((((((((((((((((((((((((("}) {
        EXPECT_FALSE(has_body_and_date(line)) << line;
    }
}

TEST(EntryHeads, TellsLinesThatGoOn) {
    EXPECT_TRUE(goes_on("Smith, J., & Lee, K.,"));
    EXPECT_TRUE(goes_on("Walking and the"));
    EXPECT_TRUE(goes_on("https://doi.org/"));
    EXPECT_FALSE(goes_on("Retrieved from https://www.who.int/back-pain/"));
    EXPECT_FALSE(goes_on("Spine, 44(3), 101–109."));
    EXPECT_FALSE(goes_on(""));
}

TEST(EntryStarts, DoNotNeedAYear) {
    const std::vector<std::string_view> lines{
        "Adams, B. (n.d.). Walking and the back. Back Society. https://example.org/walking/",
        "Bundesamt für Rückenfragen (o. J.): Der Rücken in Zahlen. Bonn: Selbstverlag.",
        "Clark, D. (in press). Rest is no cure. Pain.",
        "Durand, E. (s. d.). Le dos en marche. Presses du Dos.",
        "Evans, F. (2019, March 4). Early care. The Guardian.",
        "Frank, G. (2019a). Early care for all. BMJ, 372, 71–75.",
        "García, M. (s. f.). El dolor de espalda. Ministerio de Sanidad.",
        "Hall, J. (forthcoming). Late care. Spine."};
    EXPECT_EQ(entry_starts(lines, std::vector<std::uint32_t>(lines.size(), 0)),
              std::vector<bool>(lines.size(), true));
}

}  // namespace
}  // namespace whereof::article
