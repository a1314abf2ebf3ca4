// SPDX-License-Identifier: MIT
// Words that turn what is counted, likely or believed: a direction read past them would be the wrong one.
#include "claim/asked_directions.hpp"

namespace whereof::claim {
namespace {

TEST(Likely, IsOfTheReliefThatFollows) {
    constexpr Asked kCases[] = {
        {"Yoga", "pilates", "Yoga was more likely than pilates to relieve pain.", kFirst},
        {"Yoga", "pilates", "Yoga was less likely than pilates to cure pain.", kSecond},
        {"Yoga", "pilates", "Yoga was less likely than pilates to cure.", kSecond},
        {"Yoga", "pilates", "Yoga was more likely than pilates to prevent falls.", kFirst},
        {"Yoga", "pilates", "Yoga was more likely than pilates to cause pain.", kSecond},
        {"Yoga", "pilates", "Yoga was more likely to relieve pain than pilates.", kFirst},
        {"Yoga", "pilates", "Yoga was three times as likely as pilates to cure.", kFirst},
        {"Yoga", "pilates", "Yoga was three times as likely as pilates to cure pain.", kFirst},
        {"Yoga", "pilates", "Yoga was twice as likely as pilates to relieve pain.", kFirst},
        {"Yoga", "pilates", "Yoga was twice as likely as pilates to cause pain.", kSecond},
        {"yoga", "pilates", "Ulcers were half as likely to heal with yoga as with pilates.", kSecond},
        {"yoga", "pilates", "Patients were half as likely to heal with yoga as with pilates.", kSecond},
        {"yoga", "pilates", "Patients on yoga were more likely than those on pilates to fall.", kSecond},
        {"Yoga", "pilates", "Yoga was no more likely than pilates to cure pain.", kSame},
        {"yoga", "pilates", "Ulcers were twice as likely to heal with yoga as with pilates.", kFirst},
    };
    expect_all(kCases);
}

TEST(FewerPatients, ThatFailedAreBetterOff) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Fewer patients on yoga than on pilates did not respond.", kFirst},
        {"yoga", "pilates", "Fewer patients on yoga than on pilates lost vision.", kFirst},
        {"yoga", "pilates", "More patients on yoga than on pilates lost vision.", kSecond},
        {"yoga", "pilates", "More patients on yoga than on pilates responded.", kFirst},
    };
    expect_all(kCases);
}

TEST(FewerPatients, ThatFailedAreNoSide) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Fewer patients on yoga than on pilates failed to respond.", kFirst},
        {"yoga", "pilates", "More patients on yoga than on pilates failed to respond.", kSecond},
    };
    expect_answered(kCases);
    for (const Asked& one : kCases) {
        EXPECT_EQ(name(claimed(one)), name(kNone)) << one.sentence;
    }
}

TEST(Lost, IsBadWhereTheThingIsGood) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Patients lost more vision with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Patients lost more weight with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "More patients were cured with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Cure of infection was more common with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Time to healing of ulcers was longer with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Pain was relieved more often with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Pain was reduced less often with yoga than with pilates.", kSecond},
    };
    expect_all(kCases);
}

TEST(Protection, IsGoodWhereTheThingIsNot) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "Stroke was prevented less often with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Stroke was prevented more often with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Protection against stroke was weaker with yoga than with pilates.", kSecond},
        {"yoga", "pilates", "Protection against stroke was stronger with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Resistance to infection was greater with yoga than with pilates.", kFirst},
        {"yoga", "pilates", "Stroke was less common with yoga than with pilates.", kFirst},
    };
    expect_all(kCases);
}

TEST(Belief, IsNoFinding) {
    constexpr Asked kCases[] = {
        {"yoga", "pilates", "In none of the six trials was yoga better than pilates.", kNone},
        {"yoga", "pilates", "In only one of six trials was yoga better than pilates.", kNone},
        {"Yoga", "pilates", "Yoga is often claimed to be better than pilates.", kNone},
        {"yoga", "pilates", "Many believe that yoga is better than pilates.", kNone},
        {"yoga", "pilates", "The superiority of yoga over pilates could not be confirmed.", kNone},
        {"yoga", "pilates", "The superiority of yoga over pilates has been questioned.", kNone},
        {"Yoga", "pilates", "Yoga is unlikely to be better than pilates.", kNone},
        {"yoga", "pilates", "The advantage of yoga over pilates disappeared after adjustment.", kNone},
        {"yoga", "pilates", "The benefit of yoga over pilates was lost at 12 months.", kNone},
        {"Yoga", "pilates",
         "Yoga was better than pilates at six weeks but pilates was better than yoga at one year.", kNone},
        {"yoga", "pilates", "It was alleged that yoga is better than pilates.", kNone},
        {"yoga", "pilates", "Popular opinion holds that yoga is better than pilates.", kNone},
    };
    expect_all(kCases);
}

}  // namespace
}  // namespace whereof::claim
