// SPDX-License-Identifier: MIT
// What more of a thing means where its words alone would mislead.
#include "claim/asked_directions.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Values, AreOfWhatIsMeant) {
    constexpr Asked kCases[] = {
        {"starch", "protein", "The time to relapse of a symptom was longer with starch than with protein.",
         kFirst},
        {"starch", "protein", "Deterioration of function was more common with starch than with protein.",
         kSecond},
        {"starch", "protein", "Children on starch lost twice as much weight as those on protein.", kFirst},
        {"starch", "protein", "Children on starch lost more strength than those on protein.", kSecond},
        {"starch", "protein",
         "The mean change in pain was -15.8 with starch versus -6.4 with protein (p = 0.01).", kFirst},
        {"starch", "protein",
         "The mean change in pain was -3.1 with starch versus -6.4 with protein (p = 0.01).", kSecond},
        {"starch", "protein",
         "28-day mortality was 22.9% with starch and 25.7% with protein (rate ratio 0.83; 95% CI 0.75 to "
         "0.93).",
         kFirst},
        {"starch", "protein",
         "90-day mortality was 28.9% with starch and 25.7% with protein (rate ratio 1.13; 95% CI 1.05 to "
         "1.23).",
         kSecond},
        {"starch", "protein", "Pain in the starch group was lower than that in the protein group.", kFirst},
        {"starch", "protein",
         "The rate of falls in the starch group was higher than that of the protein group.", kSecond},
        {"starch", "protein",
         "Median survival was 10.3 months with starch versus 6.0 months with protein (hazard ratio 0.50; 95% "
         "CI 0.37 to 0.68).",
         kFirst},
        {"starch", "protein",
         "The hazard ratio for overall survival with starch versus protein was 0.70 (95% CI 0.55 to 0.89).",
         kFirst},
        {"starch", "protein",
         "The hazard ratio for overall survival with starch versus protein was 1.40 (95% CI 1.15 to 1.89).",
         kSecond},
        {"starch", "protein",
         "The risk ratio for survival with starch versus protein was 1.40 (95% CI 1.15 to 1.89).", kFirst},
        {"starch", "protein",
         "Deaths were fewer with starch than with protein (hazard ratio 0.75; 95% CI 0.64 to 0.89).", kFirst},
        {"starch", "protein",
         "Deaths were fewer with starch than with protein (hazard ratio 0.95; 95% CI 0.84 to 1.09).", kSame},
    };
    expect_all(kCases);
}

TEST(Values, AreUnknownOfThingsWithout) {
    constexpr Asked kCases[] = {
        {"starch", "protein", "Children on starch lost more days than those on protein.", kNone},
        {"starch", "protein", "The SVR rate was reported for starch rather than for protein.", kNone},
        {"starch", "protein", "The glorp rate was higher with starch than with protein.", kNone},
        {"starch", "protein",
         "Patients on starch had a higher percentage of time with the cuff on than those on protein.", kNone},
    };
    expect_all(kCases);
}

}  // namespace
}  // namespace whereof::claim
