// SPDX-License-Identifier: MIT
#include "verify/wording.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bib::IdentifierFault fault_failed_by(int exceptions, int of) {
    bib::IdentifierFault fault;
    fault.explanation = "the check character should be X";
    fault.exceptions = exceptions;
    fault.of = of;
    return fault;
}

TEST(Explain, SaysHowManyRegisteredIdentifiersFailTheRule) {
    EXPECT_EQ(explain(fault_failed_by(0, 6891)),
              "the check character should be X (none of 6891 registered ones fails this rule)");
    EXPECT_EQ(explain(fault_failed_by(1, 10195)),
              "the check character should be X (one of 10195 registered ones fails this rule)");
    EXPECT_EQ(explain(fault_failed_by(7, 10195)),
              "the check character should be X (7 of 10195 registered ones fail this rule)");
}

TEST(Explain, ClaimsNoCountWhereNobodyCounted) {
    EXPECT_EQ(explain(fault_failed_by(0, 0)), "the check character should be X");
}

}  // namespace
}  // namespace whereof::verify
