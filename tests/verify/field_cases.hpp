// SPDX-License-Identifier: MIT
#pragma once

#include "verify/compare.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {

/// What a field's comparison must say of two values.
struct FieldCase {
    const char* cited;
    const char* found;
    Agreement expected;
};

/// Each case of a table, with `compare(cited, found)`.
void expect_each(const auto& cases, auto compare) {
    for (const FieldCase& one : cases) {
        SCOPED_TRACE(std::string(one.cited) + " / " + one.found);
        const auto match = compare(one.cited, one.found);
        EXPECT_EQ(match.agreement, one.expected) << match.note;
    }
}

}  // namespace whereof::verify
