// SPDX-License-Identifier: MIT
#pragma once

#include "claims_store.hpp"
#include "search/conflicts.hpp"

#include <gtest/gtest.h>

namespace whereof::test {

/// Two claims of two articles, and whether they contradict each other.
struct Pair {
    const char* one;
    const char* other;
    bool opposite;
};

class ConflictPairs : public ClaimsStore {
  protected:
    void expect(const Pair& pair) {
        put("one.md", {{pair.one, {}}});
        put("other.md", {{pair.other, {}}});
        const auto found = search::survey_conflicts(*store_).listed;
        EXPECT_EQ(found.size(), pair.opposite ? 1U : 0U) << pair.one << "\n" << pair.other;
        store_->remove_article("one.md");
        store_->remove_article("other.md");
    }
};

}  // namespace whereof::test
