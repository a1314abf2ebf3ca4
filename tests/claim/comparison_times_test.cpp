// SPDX-License-Identifier: MIT
// Who gives or studies a treatment, and what holds of one time alone.
#include "claim/asked_directions.hpp"

namespace whereof::claim {
namespace {

TEST(Makers, AreNotWhatIsCompared) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Trials of yoga were of better quality than those of pilates.", kNone},
        {"yoga", "pilates", "Trials of yoga were of better quality than trials of pilates.", kNone},
        {"yoga", "pilates", "Studies of yoga were larger than studies of pilates.", kNone},
        {"yoga", "pilates", "The evidence for yoga is better than that for pilates.", kNone},
        {"yoga", "pilates", "Evidence for yoga was of higher quality than evidence for pilates.", kNone},
        {"yoga", "pilates", "Reviews of yoga were of lower quality than reviews of pilates.", kNone},
        {"yoga", "pilates",
         "Adverse events were better reported in trials of yoga than in trials of pilates.", kNone},
        {"yoga", "pilates", "Reporting was better in yoga trials than in pilates trials.", kNone},
        {"yoga", "pilates", "Risk of bias was lower in trials of yoga than in trials of pilates.", kNone},
        {"yoga", "pilates", "Yoga studies had a lower risk of bias than pilates studies.", kNone},
        {"yoga", "pilates", "Surgeons performing yoga were more experienced than those performing pilates.",
         kNone},
        {"yoga", "pilates",
         "The methodological quality of yoga trials was higher than that of pilates trials.", kNone},
        {"yoga", "pilates", "Trials of yoga reported fewer adverse events than trials of pilates.", kNone},
        {"yoga", "pilates", "Yoga trials were better designed than pilates trials.", kNone},
        {"yoga", "pilates", "Guidelines on yoga are better than guidelines on pilates.", kNone},
        {"yoga", "pilates", "Sample sizes were larger in yoga trials than in pilates trials.", kNone},
    };
    expect_all(kCases);
}

TEST(Makers, AreNotWhatIsComparedToAQuestion) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Yoga teachers were more satisfied than pilates teachers.", kNone},
        {"yoga", "pilates", "Yoga instructors were better paid than pilates instructors.", kNone},
        {"yoga", "pilates", "Yoga therapists were more confident than pilates therapists.", kNone},
        {"yoga", "pilates", "Nurses giving yoga were more satisfied than nurses giving pilates.", kNone},
    };
    expect_answered(kCases);
}

TEST(Makers, AreNotWhatIsComparedOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"yoga", "pilates", "quality", "Trials of yoga were of better quality than those of pilates.", kNone},
        {"yoga", "pilates", "satisfaction", "Yoga teachers were more satisfied than pilates teachers.",
         kNone},
    };
    expect_answered_of(kCases);
}

TEST(Times, ThatDifferGiveNoDirection) {
    constexpr Asked kCases[] = {
        {"Yoga", "pilates", "Yoga was better at first, pilates later.", kNone},
        {"Yoga", "pilates", "Yoga was better than pilates at first, but pilates was better later.", kNone},
        {"Yoga", "pilates", "Yoga was better at first, pilates at one year.", kNone},
        {"Yoga", "pilates", "In the short term yoga was better than pilates, but not at 12 months.", kNone},
        {"Yoga", "pilates", "Yoga was better than pilates in the short term but not at 12 months.", kNone},
        {"Yoga", "pilates",
         "Yoga was initially better than pilates, but by one year there was no difference.", kNone},
        {"yoga", "pilates",
         "Initially pain was lower with yoga than with pilates, but by 6 months this had reversed.", kNone},
        {"yoga", "pilates", "Pain was lower with yoga than with pilates at 6 weeks but not at 12 months.",
         kNone},
        {"yoga", "pilates", "Pain was lower with yoga than with pilates at 6 weeks but higher at 12 months.",
         kNone},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates at 6 weeks, whereas at 12 months it was lower with "
         "pilates.",
         kNone},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates at 6 weeks, but the difference was not sustained at one "
         "year.",
         kNone},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates early on, but the effect did not persist.", kNone},
        {"yoga", "pilates", "Yoga was better than pilates at 3 months, although not at 12 months.", kNone},
        {"yoga", "pilates",
         "Yoga was better than pilates at 3 months; at 12 months the groups did not differ.", kNone},
        {"yoga", "pilates",
         "Yoga relieved pain better than pilates in the first week, but pilates was superior by week 12.",
         kNone},
        {"yoga", "pilates", "Yoga was better than pilates at 6 weeks and at 12 months.", kFirst},
        {"yoga", "pilates", "Yoga was better than pilates in the short term and in the long term.", kFirst},
        {"yoga", "pilates", "Yoga was better than pilates at 6 weeks, and this was maintained at one year.",
         kFirst},
        {"yoga", "pilates", "Yoga was not better than pilates at 6 weeks but was better at 12 months.",
         kNone},
        {"yoga", "pilates", "The benefit of yoga over pilates was seen only in the short term.", kNone},
        {"heat", "ice", "Heat relieved pain better than ice at first, but by three months ice was better.",
         kNone},
        {"heat", "ice",
         "At 2 weeks pain was lower with heat than with ice; at 6 months there was no difference.", kNone},
        {"heat", "ice",
         "Pain was lower with heat than with ice at 2 weeks, but this difference had disappeared by 6 "
         "months.",
         kNone},
        {"heat", "ice",
         "Heat reduced pain more than ice in the first month, although the advantage was not maintained at "
         "one year.",
         kNone},
        {"heat", "ice", "Heat reduced pain more than ice immediately, but not at follow-up.", kNone},
        {"heat", "ice", "Heat was superior to ice at 6 weeks but inferior at 12 months.", kNone},
        {"heat", "ice", "Early on, heat was better than ice, whereas later ice was better.", kNone},
        {"heat", "ice", "Heat was superior to ice at 6 weeks and remained so at 12 months.", kFirst},
        {"heat", "ice", "Heat was superior to ice at 6 weeks, an effect that persisted at 12 months.",
         kFirst},
        {"heat", "ice", "Pain was lower with heat than with ice at 6 weeks; at 12 months it was still lower.",
         kFirst},
        {"heat", "ice",
         "Pain was lower with heat than with ice at 12 weeks, but adverse events did not differ.", kFirst},
        {"heat", "ice",
         "At 6 weeks pain was lower with heat than with ice, but this was not clinically important.", kFirst},
        {"heat", "ice", "Within 2 weeks pain was lower with heat than with ice.", kFirst},
        {"heat", "ice",
         "Pain was initially lower with heat than with ice, but at one year the two groups were similar.",
         kNone},
        {"heat", "ice", "Heat gave less pain than ice at day 1, but more at day 7.", kNone},
        {"heat", "ice",
         "Heat was more effective than ice in the short term; the reverse was true in the long term.", kNone},
    };
    expect_all(kCases);
}

TEST(Times, ThatDifferGiveNoDirectionOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"heat", "ice", "pain",
         "Heat relieved pain better than ice at first, but by three months ice was better.", kNone},
        {"heat", "ice", "pain",
         "At 2 weeks pain was lower with heat than with ice; at 6 months there was no difference.", kNone},
        {"heat", "ice", "pain",
         "Pain was lower with heat than with ice at 2 weeks, but this difference had disappeared by 6 "
         "months.",
         kNone},
        {"heat", "ice", "pain",
         "Heat reduced pain more than ice in the first month, although the advantage was not maintained at "
         "one year.",
         kNone},
        {"heat", "ice", "pain", "Heat reduced pain more than ice immediately, but not at follow-up.", kNone},
        {"heat", "ice", "pain", "Heat was superior to ice at 6 weeks but inferior at 12 months.", kNone},
        {"heat", "ice", "pain", "Early on, heat was better than ice, whereas later ice was better.", kNone},
        {"heat", "ice", "pain", "Heat was superior to ice at 6 weeks and remained so at 12 months.", kFirst},
        {"heat", "ice", "pain", "Heat was superior to ice at 6 weeks, an effect that persisted at 12 months.",
         kFirst},
        {"heat", "ice", "pain",
         "Pain was lower with heat than with ice at 6 weeks; at 12 months it was still lower.", kFirst},
        {"heat", "ice", "pain",
         "Pain was lower with heat than with ice at 12 weeks, but adverse events did not differ.", kFirst},
        {"heat", "ice", "pain",
         "At 6 weeks pain was lower with heat than with ice, but this was not clinically important.", kFirst},
        {"heat", "ice", "pain", "Within 2 weeks pain was lower with heat than with ice.", kFirst},
        {"heat", "ice", "pain",
         "Pain was initially lower with heat than with ice, but at one year the two groups were similar.",
         kNone},
        {"heat", "ice", "pain", "Heat gave less pain than ice at day 1, but more at day 7.", kNone},
        {"heat", "ice", "pain",
         "Heat was more effective than ice in the short term; the reverse was true in the long term.", kNone},
    };
    expect_answered_of(kCases);
}

TEST(Neighbours, OfTheseStayAsTheyAre) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates",
         "Yoga was better than pilates for pain at 6 weeks, and at 12 months the difference had grown.",
         kFirst},
        {"yoga", "pilates", "Yoga reduced pain more than pilates at 6 weeks, 3 months and 1 year.", kFirst},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates at 6 weeks, but function was similar at 12 months.",
         kFirst},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates at 6 weeks, and it was still lower at one year.",
         kFirst},
        {"yoga", "pilates", "In a trial of yoga and pilates, pain was lower with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "In this randomised trial yoga reduced pain more than pilates.", kFirst},
        {"yoga", "pilates", "Surgeons found that pain was lower with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Patients of therapists had less pain with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Compared with pilates, yoga reduced pain over 12 weeks, but costs were higher.",
         kFirst},
        {"yoga", "pilates", "Yoga reduced pain more than pilates did, but only slightly.", kFirst},
        {"yoga", "pilates",
         "Pain fell more with yoga than with pilates, and no harms were seen at 12 months.", kFirst},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates after 6 weeks, and quality of life did not differ.",
         kFirst},
        {"yoga", "pilates",
         "Pain was lower with yoga than with pilates at 12 weeks (p = 0.01), but not significantly different "
         "from rest.",
         kFirst},
        {"yoga", "pilates", "Patients given yoga were discharged two days earlier than those given pilates.",
         kFirst},
        {"yoga", "pilates", "Yoga patients were discharged two days earlier than pilates patients.", kFirst},
        {"yoga", "pilates", "Yoga patients died earlier than pilates patients.", kSecond},
        {"yoga", "pilates", "Earlier yoga was better than pilates in one study and worse in another.", kNone},
        {"earlier surgery", "later surgery", "Earlier surgery was better than later surgery.", kFirst},
        {"early surgery", "delayed surgery",
         "Mortality was lower with early surgery than with delayed surgery.", kFirst},
        {"early surgery", "delayed surgery", "Early surgery reduced mortality compared with delayed surgery.",
         kFirst},
        {"early surgery", "delayed surgery",
         "Compared with delayed surgery, early surgery increased mortality.", kSecond},
        {"early feeding", "delayed feeding",
         "Recovery was faster after early feeding than after delayed feeding.", kFirst},
        {"immediate treatment", "deferred treatment",
         "Immediate treatment reduced deaths compared with deferred treatment.", kFirst},
        {"yoga", "pilates", "Pain-free survival was longer with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "Yoga can delay the onset of dementia more than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga did not delay progression compared with pilates.", kSame},
        {"Yoga", "pilates", "Yoga delayed time to progression compared with pilates.", kFirst},
        {"Yoga", "pilates", "Yoga postponed menopause symptoms longer than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga delayed discharge compared with pilates.", kSecond},
        {"Yoga", "pilates", "Yoga delayed gastric emptying and recovery compared with pilates.", kSecond},
        {"Yoga", "pilates", "Yoga reduced pain and delayed progression more than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga both reduced deaths and delayed relapse compared with pilates.", kFirst},
        {"Yoga", "pilates", "Yoga caused fewer side effects than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was associated with less nausea and vomiting than pilates.", kFirst},
        {"Yoga", "pilates", "Serious adverse events were less common with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "Hypoglycaemia was less frequent with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "Headache was more common with yoga than with pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was better tolerated than pilates.", kFirst},
    };
    expect_all(kCases);
}

TEST(Neighbours, OfTheseStayAsTheyAreToAQuestion) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Although yoga was better than pilates for pain, trials were small.", kFirst},
        {"yoga", "pilates", "A trial of yoga found that it relieved pain better than pilates.", kFirst},
    };
    expect_answered(kCases);
}

TEST(Neighbours, OfTheseStayAsTheyAreOfTheOutcomeAskedFor) {
    constexpr AskedOf kCases[] = {
        {"yoga", "pilates", "pain", "Although yoga was better than pilates for pain, trials were small.",
         kFirst},
        {"yoga", "pilates", "pain",
         "Yoga was better than pilates for pain at 6 weeks, and at 12 months the difference had grown.",
         kFirst},
        {"yoga", "pilates", "pain", "Yoga reduced pain more than pilates at 6 weeks, 3 months and 1 year.",
         kFirst},
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga than with pilates at 6 weeks, but function was similar at 12 months.",
         kFirst},
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga than with pilates at 6 weeks, and it was still lower at one year.",
         kFirst},
        {"yoga", "pilates", "pain",
         "In a trial of yoga and pilates, pain was lower with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "pain", "A trial of yoga found that it relieved pain better than pilates.",
         kFirst},
        {"yoga", "pilates", "pain", "In this randomised trial yoga reduced pain more than pilates.", kFirst},
        {"yoga", "pilates", "pain", "Surgeons found that pain was lower with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "pain", "Patients of therapists had less pain with yoga than with pilates.",
         kFirst},
        {"yoga", "pilates", "pain",
         "Compared with pilates, yoga reduced pain over 12 weeks, but costs were higher.", kFirst},
        {"yoga", "pilates", "pain", "Yoga reduced pain more than pilates did, but only slightly.", kFirst},
        {"yoga", "pilates", "pain",
         "Pain fell more with yoga than with pilates, and no harms were seen at 12 months.", kFirst},
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga than with pilates after 6 weeks, and quality of life did not differ.",
         kFirst},
        {"yoga", "pilates", "pain",
         "Pain was lower with yoga than with pilates at 12 weeks (p = 0.01), but not significantly different "
         "from rest.",
         kFirst},
        {"Yoga", "pilates", "safety", "Yoga caused fewer side effects than pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Yoga was associated with less nausea and vomiting than pilates.",
         kFirst},
        {"Yoga", "pilates", "safety", "Serious adverse events were less common with yoga than with pilates.",
         kFirst},
        {"Yoga", "pilates", "safety", "Hypoglycaemia was less frequent with yoga than with pilates.", kFirst},
        {"Yoga", "pilates", "safety", "Headache was more common with yoga than with pilates.", kSecond},
        {"Yoga", "pilates", "safety", "Yoga was better tolerated than pilates.", kFirst},
    };
    expect_answered_of(kCases);
}

}  // namespace
}  // namespace whereof::claim
