// SPDX-License-Identifier: MIT
// What is corrected in one breath, what is likely, and what is needed.
#include "claim/asked_directions.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Corrected, IsNotWhatIsSaid) {
    constexpr Asked kCases[] = {
        {"Yoga", "pilates", "Yoga was not better but worse than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was not better, but worse, than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was no better, and in fact worse, than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was no better than pilates and in fact worse.", kSecond},
        {"Yoga", "pilates", "Yoga was no better, and indeed worse, than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was no worse, and in fact better, than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was not worse, but better, than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was not less but more effective than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was not more but less effective than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was not superior but inferior to pilates.", kSecond},
        {"yoga", "pilates", "Pain was not lower but higher with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Pain was not reduced but increased with yoga compared with pilates.", kSecond},
        {"Yoga", "pilates", "Yoga did not reduce but increased pain compared with pilates.", kSecond},
        {"yoga", "pilates", "Far from being better, yoga was worse than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was not only cheaper but also more effective than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was no better and no worse than pilates.", kSame},
        {"Yoga", "pilates", "Yoga was neither better nor worse than pilates.", kSame},
        {"Yoga", "pilates", "Yoga was not better but not worse than pilates.", kSame},
        {"Yoga", "pilates", "Yoga was not better than pilates.", kSame},
        {"Yoga", "pilates", "Yoga was no better than pilates, but cost more.", kSame},
        {"Yoga", "pilates", "Yoga was actually worse than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga proved worse, not better, than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was worse rather than better than pilates.", kSecond},
    };
    expect_all(kCases);
}

TEST(Corrected, StaysOpenWhereItIs) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Whether yoga is better or worse than pilates is unknown.", kNone},
        {"Yoga", "pilates", "Yoga may be better or worse than pilates.", kNone},
        {"yoga", "pilates", "It is not known whether yoga is not better but worse than pilates.", kNone},
    };
    expect_all(kCases);
}

TEST(Likely, IsOfWhatFollows) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Patients on yoga were more likely to fall than those on pilates.", kSecond},
        {"yoga", "pilates", "Patients on yoga were less likely to fall than those on pilates.", kFirst},
        {"yoga", "pilates", "Patients on yoga were more likely to recover than those on pilates.", kFirst},
        {"yoga", "pilates",
         "Patients receiving yoga were less likely to achieve remission than patients receiving pilates.",
         kSecond},
        {"Yoga", "pilates", "Yoga was less likely to lead to surgery than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was more likely to lead to surgery than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was more likely to cause pain than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was less likely to result in death than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was more likely to prevent falls than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was less likely to prevent falls than pilates.", kSecond},
        {"Yoga", "pilates", "Yoga was more likely to improve pain than pilates.", kFirst},
        {"yoga", "pilates",
         "People assigned to yoga were significantly less likely to be hospitalised than people assigned to "
         "pilates.",
         kFirst},
        {"yoga", "pilates",
         "Women in the yoga group were less likely to need opioids than women in the pilates group.", kFirst},
        {"yoga", "pilates",
         "Women in the yoga group were more likely to need surgery than those in the pilates group (OR 1.8, "
         "95% CI 1.2 to 2.7).",
         kSecond},
        {"yoga", "pilates",
         "Women in the yoga group were no more likely to need surgery than those in the pilates group.",
         kSame},
        {"yoga", "pilates", "Patients on yoga were not more likely to fall than those on pilates.", kSame},
        {"yoga", "pilates",
         "Patients treated with yoga were more likely to return to work than those treated with pilates.",
         kFirst},
        {"yoga", "pilates", "Compared with pilates, yoga was less likely to lead to relapse.", kFirst},
        {"yoga", "pilates", "Compared with those on pilates, patients on yoga were more likely to die.",
         kSecond},
        {"yoga", "pilates", "Patients on yoga were more likely to survive than those on pilates.", kFirst},
        {"yoga", "pilates", "Patients on yoga were more likely to withdraw than those on pilates.", kSecond},
        {"yoga", "pilates",
         "Patients on yoga were more likely to discontinue treatment than those on pilates.", kSecond},
        {"yoga", "pilates", "Falls were less likely with yoga than with pilates.", kFirst},
    };
    expect_all(kCases);
}

TEST(Likely, TellsNothingOfWhoTheyAre) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Patients on yoga were more likely to be women than those on pilates.", kNone},
        {"yoga", "pilates", "Patients on yoga were more likely to glorp than those on pilates.", kNone},
        {"yoga", "pilates", "Women were more likely to choose yoga than pilates.", kNone},
        {"yoga", "pilates", "Patients were more likely to receive yoga than pilates.", kNone},
        {"yoga", "pilates", "Older patients were more likely to be treated with yoga than with pilates.",
         kNone},
        {"yoga", "pilates", "Smokers were more likely to be given yoga than pilates.", kNone},
        {"yoga", "pilates", "Patients on yoga were more likely to be married than those on pilates.", kNone},
        {"yoga", "pilates",
         "It is not known whether patients on yoga are more likely to fall than those on pilates.", kNone},
        {"Yoga", "pilates", "Yoga was more likely to be recorded than pilates.", kNone},
    };
    expect_all(kCases);
}

TEST(Needed, IsBadWhereTheThingIs) {
    constexpr Asked kCases[] = {
        {"heat", "ice", "Patients required more analgesics with heat than with ice.", kSecond},
        {"heat", "ice", "Patients required more opioids on heat than on ice.", kSecond},
        {"heat", "ice", "Patients required less morphine with heat than with ice.", kFirst},
        {"heat", "ice", "Patients needed fewer transfusions with heat than with ice.", kFirst},
        {"heat", "ice", "Fewer patients required surgery with heat than with ice.", kFirst},
        {"heat", "ice", "More patients required rescue medication with heat than with ice.", kSecond},
        {"heat", "ice", "Patients needed less rescue medication with heat than with ice.", kFirst},
        {"heat", "ice", "More opioids were required with heat than with ice.", kSecond},
    };
    expect_all(kCases);
}

TEST(Needed, TellsNothingOfThingsOfNoKnownValue) {
    constexpr Asked kCases[] = {
        {"heat", "ice", "Patients required more glorps on heat than on ice.", kNone},
        {"heat", "ice", "Patients required more sessions with heat than with ice.", kNone},
        {"heat", "ice", "Patients received more injections with heat than with ice.", kNone},
        {"heat", "ice", "Patients reported more glorps with heat than with ice.", kNone},
        {"Heat", "ice", "Heat used more electricity than ice.", kNone},
        {"Heat", "ice", "Heat needed more water than ice.", kNone},
        {"heat", "ice", "More sessions were required with heat than with ice.", kNone},
        {"heat", "ice", "Patients performed more repetitions with heat than with ice.", kNone},
        {"heat", "ice", "The children drew more pictures with heat than with ice.", kNone},
    };
    expect_all(kCases);
}

}  // namespace
}  // namespace whereof::claim
