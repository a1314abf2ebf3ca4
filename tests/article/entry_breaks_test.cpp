// SPDX-License-Identifier: MIT
#include "article/entry_breaks.hpp"

#include "article/readers.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

/// "|" divides lines; the lines at which another reference begins, "-" for none at all.
std::string breaks_of(const std::string& paragraph) {
    std::vector<std::string_view> lines;
    const std::string_view text = paragraph;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('|', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    const std::vector<bool> breaks = entry_breaks(lines);
    std::string out;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        out += breaks[i] ? std::to_string(i) : "";
    }
    return out.empty() ? "-" : out;
}

struct Case {
    const char* what;
    const char* lines;
    const char* breaks;
};

constexpr Case kCases[] = {
    {"APA",
     "Adams, B., & Baker, C. (2019). Walking. Spine, 44(3), 101–109.|Clark, D. (2020). Rest. Pain, 161, "
     "12–20.",
     "01"},
    {"APA, wrapped",
     "Adams, B., & Baker, C. (2019). Walking and the back: A trial of|slow and fast walkers. Spine, 44(3), "
     "101–109.|Clark, D. (2020). Rest is no cure for anything.|Pain, 161, 12–20.|Evans, F. (2021). Early "
     "care. BMJ, "
     "372, 71–75.",
     "024"},
    {"a journal's name that looks like a person's",
     "Adams, B. (2009). Active drag, the role of trunk incline.|Eur J Appl Physiol, 106, 195–205.", "-"},
    {"names over two lines",
     "Smith J, Lee K, Adams B, Baker C,|Clark D, Evans F. Walking. Spine. 2019;44:101-109.", "-"},
    {"a publisher on its own line",
     "Smith, J. (2019). Walking for the back.|Oxford, England: Oxford University Press.", "-"},
    {"an address on its own line", "Smith, J. (2019). Walking. Spine, 44, 1–9.|https://doi.org/10.1000/182",
     "-"},
    {"Vancouver", "Smith J, Lee K. Walking. Spine. 2019;44(3):101-109.|Jones A. Rest. Pain. 2020;161:12-20.",
     "01"},
    {"MLA",
     "Smith, John. “Walking.” Spine, vol. 44, 2019, pp. 1–9.|Jones, Ann. “Rest.” Pain, vol. 3, 2020, pp. "
     "2–9.",
     "01"},
    {"Nature",
     "Smith, J. & Lee, K. Walking. Spine 44, 101–109 (2019).|Jones, A. Rest. Pain 161, 12–20 (2020).", "01"},
    {"undated web pages", "Smith, J. Walking. https://a.example/1|Jones, A. Rest. https://b.example/2", "01"},
    {"without a date",
     "Adams, B. (n.d.). Walking. Back Society.|Bundesamt (o. J.): Rücken. Bonn.|Durand, E. (s. d.). Le dos. "
     "Paris.|García, M. (s. f.). El dolor. Madrid.|Hall, J. (in press). Care. Spine.",
     "01234"},
    {"bodies", "World Health Organization. (2020). Guidelines. WHO.|WHO/UNICEF. (2021, March 4). Water. WHO.",
     "01"},
    {"titles first, each line a whole reference",
     "Low back pain fact sheet. WHO, 2020. https://a.example|Back pain in numbers. NHS, 2019. "
     "https://b.example|What "
     "to do about it. CDC, 2021. https://c.example",
     "012"},
    {"a heading in the paragraph",
     "References:|Smith J. Walking. Spine. 2019;44:1-9.|Lee K. Rest. Pain. 2020;1:2-3.", "012"},
    {"Greek, Cyrillic, Chinese",
     "Παπαδόπουλος, Γ. (2019). Πόνος. Αθήνα, 1, 2–3.|Иванов, И. (2020). Боль. Врач, 3, 4–5.|王伟. (2021). "
     "背痛. 医学, 5, "
     "6–7.",
     "012"},
    {"numbers", "1. Smith J. Walking|for the back. 2019.|2. Lee K. Rest.|3. No author. 2020.", "023"},
    {"brackets from 12 on", "[12] Smith J. Walking. 2019.|[13] Lee K. Rest. 2020.|more of it", "01"},
    {"numbers above a thousand",
     "1999. Smith J. Walking. 2019.|2000. Lee K. Rest. 2020.|2001. Ray A. Care. 2021.", "012"},
    {"numbers with a gap", "[3] Smith J. Walking. 2019.|[17] Lee K. Rest. 2020.", "01"},
    {"an introduction before the numbers",
     "We used these:|[1] Smith J. Walking. 2019.|[2] Lee K. Rest. 2020.", "012"},
    {"a year at a line's start", "1. Smith J. Walking in|2019. A year of pain.|2. Lee K. Rest. 2020.", "02"},
    {"a wrapped sentence with a marker", "This was shown by|[2] and others.", "-"},
    {"running text",
     "Smith and Lee (2019) walked for a year and found no harm in it.|Jones (2020) rested.|Both agree.", "-"},
    {"running text with names at a line's start",
     "Walking was shown to help (Smith, 2019).|Lee K., who led the trial in 2020, thinks so too (Lee, 2020).",
     "-"},
    {"an address by post", "Backs Ltd.|London, W1 2AB|2019", "-"},
    {"nothing", "", "-"},
    {"blank lines", "||", "-"},
};

TEST(EntryBreaks, StandWhereBothSidesAreReferences) {
    for (const auto& [what, lines, breaks] : kCases) {
        EXPECT_EQ(breaks_of(lines), breaks) << what;
    }
}

TEST(EntryBreaks, TakeAnyBytesInLinearTime) {
    for (const std::string_view line : {"Smith J. 2019.", "1. ", "(", "[1]", "\xFF\xC3", "Smith, J. (2019"}) {
        const std::vector<std::string_view> lines(3'000, line);
        EXPECT_LE(entry_breaks(lines).size(), lines.size());
    }
}

std::vector<std::string> references_of(const std::string& text, std::string_view name) {
    std::vector<std::string> out;
    const auto articles = read_articles(text, name);
    for (const ListedReference& listed : articles.at(0)->references) {
        out.push_back(listed.reference.raw);
    }
    return out;
}

/// The same list, however its lines end.
TEST(EntryBreaks, KeepListsThatNoBlankLineDivides) {
    const std::vector<std::string> entries{
        "Adams, B., & Baker, C. (2019). Walking. Spine, 44(3), 101–109. https://doi.org/10.1000/182",
        "Bundesamt für Rücken. (n.d.). Der Rücken in Zahlen. https://example.org/zahlen",
        "Clark, D. (2020). Rest is no cure. Pain, 161, 12–20. https://doi.org/10.1000/183",
        "Evans, F. (in press). Early care. BMJ."};
    const std::string prose = "# Walking\n\nWalking helps (Adams & Baker, 2019). Rest does not.\n\n";
    for (const std::string_view heading : {"## References\n\n", "**References**\n", "References:\n"}) {
        for (const std::string_view end : {"\n", "\r\n", "  \n", "<br>\n"}) {
            SCOPED_TRACE(std::string(heading) + std::string(end));
            std::string text = prose + std::string(heading);
            for (const std::string& entry : entries) {
                text += entry + std::string(&entry == &entries.back() ? "\n" : end);
            }
            EXPECT_EQ(references_of(text, "a.md"), entries);
        }
    }
}

}  // namespace
}  // namespace whereof::article
