// SPDX-License-Identifier: MIT
#include "verify/title_marks.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

std::string shown(std::string_view title) {
    std::string out;
    for (const TitleMark& mark : title_marks(title)) {
        out += (out.empty() ? "" : ", ") + std::string(mark.kind);
        out += (mark.number.empty() ? "" : " ") + mark.number;
    }
    return out;
}

struct Case {
    const char* title;
    const char* marks;
};
constexpr Case kCases[] = {
    {"Foot orthoses for heel pain: a randomised trial", ""},
    {"Foot orthoses for heel pain: a protocol for a randomised trial", "protocol"},
    {"Foot orthoses for heel pain: rationale and design of the STEP trial", "protocol"},
    {"Foot orthoses for heel pain: statistical analysis plan", "protocol"},
    {"Splints for thumb arthritis \u2013 study design of a factorial trial", "protocol"},
    {"A pilot trial of splints for thumb arthritis", "pilot"},
    {"Splints for thumb arthritis: preliminary findings", "pilot"},
    {"Splints for thumb arthritis: 5-year results", "follow-up 5"},
    {"Splints for thumb arthritis: five-year follow-up of a trial", "follow-up 5"},
    {"Splints for thumb arthritis: long-term outcomes", "follow-up"},
    {"Splints for thumb arthritis: cost-effectiveness alongside a trial", "secondary"},
    {"Splints for thumb arthritis: an updated systematic review", "update"},
    {"Splints for thumb arthritis: executive summary", "summary"},
    {"Splints for thumb arthritis [abstract]", "summary"},
    {"Splints for thumb arthritis. Part I: fitting", "part 1"},
    {"Splints for thumb arthritis, part two", "part 2"},
    {"Splints for thumb arthritis\u2014reply", "comment"},
    {"Splints for thumb arthritis: authors\u2019 response", "comment"},
    {"Splints for thumb arthritis: a comment", "comment"},
    {"Splints for thumb arthritis (letter)", "comment"},
    {"Splints for thumb arthritis: corrigendum", "erratum"},
    {"Splints for thumb arthritis (vol 12, pg 301, 2019)", "erratum"},
    {"Reprint of: Splints for thumb arthritis", "reprint"},
    // None of these is meant by its word.
    {"Pain: response of muscle to training", ""},
    {"Living with arthritis: letters from readers", ""},
    {"Correction of scoliosis: a cohort", ""},
    {"Dose\u2013response of splints", ""},
    {"In part because of pain", ""},
    {"As part of a programme", ""},
    {"Abstract reasoning after stroke", ""},
    {"", ""},
};

TEST(TitleMarks, SayWhatTellsAWorkFromTheReportItBelongsTo) {
    for (const auto& [title, marks] : kCases) {
        EXPECT_EQ(shown(title), marks) << title;
    }
}

}  // namespace
}  // namespace whereof::verify
