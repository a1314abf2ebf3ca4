// SPDX-License-Identifier: MIT
#include "claim/quantities.hpp"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

/// "kind values unit [interval] measure |words as written|", several divided by "; ".
std::string read(std::string_view sentence) {
    std::string out;
    for (const Quantity& one : find_quantities(sentence)) {
        out += fmt::format("{}{} {}{}", out.empty() ? "" : "; ", name(one.kind), one.relation,
                           fmt::join(one.values, ","));
        out += one.unit.empty() ? "" : " " + one.unit;
        out += one.interval.empty() ? "" : fmt::format(" [{}]", fmt::join(one.interval, ","));
        out += one.measure.empty() ? "" : " of " + one.measure;
        out += fmt::format(" |{}|", one.span.of(sentence));
    }
    return out;
}

struct Case {
    const char* sentence;
    const char* expected;
};

TEST(ClaimQuantities, AreReadAsTheyAreWritten) {
    constexpr Case kCases[] = {
        {"Starting PT within two weeks helped.", "amount 2 week |two weeks|"},
        {"Pain fell by 35 % in 12 weeks.", "percentage 35 % |35 %|; amount 12 week |12 weeks|"},
        {"A 5 mg dose", "amount 5 mg |5 mg|"},
        {"10 mg/kg/day for 2-4 weeks", "amount 10 mg/kg/day |10 mg/kg/day|; amount 2,4 week |2-4 weeks|"},
        {"a six-week course", "amount 6 week |six-week|"},
        {"a 2- to 4-week wait", "amount 2,4 week |2- to 4-week|"},
        {"mortality fell (HR 0.71, 95 % CI 0.5–0.9)",
         "estimate 0.71 [0.5,0.9] of HR |HR 0.71, 95 % CI 0.5–0.9|"},
        {"a relative risk of 0.71 (95% CI: 0.50 to 0.90).",
         "estimate 0.71 [0.5,0.9] of relative risk |relative risk of 0.71 (95% CI: 0.50 to 0.90)|"},
        {"by 0.71 (95 % CI 0.5–0.9) overall", "estimate 0.71 [0.5,0.9] |0.71 (95 % CI 0.5–0.9)|"},
        {"MD −1.2 points (95% CI −2.0 to −0.4)",
         "estimate -1.2 point [-2,-0.4] of MD |MD −1.2 points (95% CI −2.0 to −0.4)|"},
        {"reduced by 12% [95% CI 5%, 19%]", "percentage 12 % [5,19] |12% [95% CI 5%, 19%]|"},
        {"(p < .01)", "p_value <0.01 |p < .01|"},
        {"P-value=0.03", "p_value 0.03 |P-value=0.03|"},
        {"a 1.5-fold rise and a three-fold one",
         "multiple 1.5 fold |1.5-fold|; multiple 3 fold |three-fold|"},
        {"12/40 recovered", "part 12,40 |12/40|"},
        {"12 of 40 patients recovered", "part 12,40 patient |12 of 40 patients|"},
        {"three out of four women", "part 3,4 woman |three out of four women|"},
        {"It cost $300 more.", "money 300 USD |$300|"},
        {"at €1.2 million", "money 1200000 EUR |€1.2 million|"},
        {"pooling 12 trials with 3,400 participants",
         "studies 12 trial |12 trials|; people 3400 participant |3,400 participants|"},
        {"27 randomised controlled trials", "studies 27 trial |27 randomised controlled trials|"},
        {"nine placebo-controlled studies", "studies 9 study |nine placebo-controlled studies|"},
        {"One trial (n = 40)", "studies 1 trial |One trial|; people 40 |n = 40|"},
        {"120/80 mm Hg", "amount 120,80 mmHg |120/80 mm Hg|"},
        {"aged 12 ± 3 years", "amount 12,3 year |12 ± 3 years|"},
        {"more than 30 kg/m2", "amount 30 kg/m2 |30 kg/m2|"},
        {"37.5 °C and 0·5 mmol/L", "amount 37.5 °C |37.5 °C|; amount 0.5 mmol/l |0·5 mmol/L|"},
        {"≥50 years", "amount ≥50 year |≥50 years|"},
        {"twenty-seven studies of 1 200 adults",
         "studies 27 study |twenty-seven studies|; people 1200 adult |1 200 adults|"},
        {"3 hours per week", "amount 3 hour/week |3 hours per week|"},
        {"2000 patients", "people 2000 patient |2000 patients|"},
        {"186 854 participants", "people 186854 participant |186 854 participants|"},
        {"12 000 adults and 1 234 567 women",
         "people 12000 adult |12 000 adults|; people 1234567 woman |1 234 567 women|"},
        {"3\u202F400 adults", "people 3400 adult |3\u202F400 adults|"},
        {"(n=1 200)", "people 1200 |n=1 200|"},
        {"In 2019 300 patients fell", "people 300 patient |300 patients|"},
        {"1 in 6 adults has it", "part 1,6 adult |1 in 6 adults|"},
        {"One in five older adults falls", "part 1,5 adult |One in five older adults|"},
        {"12 per 1,000 person-years", ""},
        {"3 deaths per 100 000 people", "count 3 death |3 deaths|"},
        {"a cost of €3m or $1.2bn", "money 3000000 EUR |€3m|; money 1200000000 USD |$1.2bn|"},
        {"p<0,05", "p_value <0.05 |p<0,05|"},
        {"four times a week", "count 4 time/week |four times a week|"},
        {"three times daily for 6 weeks", "count 3 time/day |three times daily|; amount 6 week |6 weeks|"},
        {"twice or 2 times per day", "count 2 time/day |2 times per day|"},
        {"four times higher", "multiple 4 fold |four times|"},
    };
    for (const auto& [sentence, expected] : kCases) {
        EXPECT_EQ(read(sentence), expected) << sentence;
    }
}

TEST(ClaimQuantities, AreNoNames) {
    for (const char* sentence : {"COVID-19 and IL-6 in type 2 diabetes",
                                 "see Figure 2 or table 3",
                                 "a 2023 meta-analysis",
                                 "In 2019 trials began",
                                 "a phase 3 trial",
                                 "in the 1990s",
                                 "24/7",
                                 "on 12/05/2020",
                                 "He or 5",
                                 "vitamin B12 and omega-3",
                                 "one of them",
                                 "",
                                 "p",
                                 "p <",
                                 "HR",
                                 "HR (",
                                 "$",
                                 "95% CI",
                                 "−",
                                 "\xff\xfe 5 mg"}) {
        EXPECT_EQ(read(sentence).substr(0, 11), std::string(sentence) == "95% CI" ? "percentage " : "")
            << sentence;
    }
}

TEST(ClaimQuantities, StayLinearAndBounded) {
    for (const char* part : {"1,111,", "5 mg ", "HR (", "1/", "p < ", "2 of ", "−", "twenty-", "a-1"}) {
        std::string text;
        while (text.size() < 20'000) {
            text += part;
        }
        for (const Quantity& one : find_quantities(text)) {
            EXPECT_LE(one.span.end, text.size());
        }
        EXPECT_LE(find_quantities(text).size(), kMostQuantities);
    }
}

}  // namespace
}  // namespace whereof::claim
