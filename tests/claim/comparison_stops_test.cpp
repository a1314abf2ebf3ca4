// SPDX-License-Identifier: MIT
// Words for bringing something to a stop: more of that is less of it.
#include "claim/asked_directions.hpp"

#include <gtest/gtest.h>

namespace whereof::claim {
namespace {

TEST(Stopped, IsLessOfIt) {
    constexpr Asked kCases[] = {
        {"Donepezil", "memantine", "Donepezil slowed disease progression more than memantine.", kFirst},
        {"Donepezil", "memantine", "Donepezil arrested tumour growth more than memantine.", kFirst},
        {"Donepezil", "memantine", "Donepezil reversed bone loss more than memantine.", kFirst},
        {"Donepezil", "memantine", "Donepezil slowed recovery more than memantine.", kSecond},
        {"Donepezil", "memantine", "Donepezil interfered with healing more than memantine.", kSecond},
        {"Donepezil", "memantine", "Donepezil slowed disease progression compared with memantine.", kFirst},
        {"Donepezil", "memantine", "Donepezil did not slow progression more than memantine.", kSame},
    };
    expect_all(kCases);
}

}  // namespace
}  // namespace whereof::claim
