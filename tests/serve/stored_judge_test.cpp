// SPDX-License-Identifier: MIT
#include "serve/stored_judge.hpp"

#include "support/data.hpp"
#include "verify/works.hpp"

#include <cstddef>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

/// Counts how often it is looked into.
class Counting : public verify::Posing {
  public:
    explicit Counting(authority::Authority& whole) : Posing(whole, false, 5) {}
    std::vector<std::vector<authority::RecordId>> by_keys(std::span<const authority::Key> keys,
                                                          std::size_t limit) override {
        ++asked;
        return Posing::by_keys(keys, limit);
    }
    std::size_t asked = 0;
};

TEST(StoredJudge, LooksUpOneReferenceOnce) {
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    const auto index = verify::index_of(verify::all_works());
    Counting counting(*index);
    StoredJudge judge(*store, {&counting}, "state", Keeping::nothing);
    const auto first = judge.verdict(1, verify::as_reference(verify::foster()));
    const std::size_t asked = counting.asked;
    ASSERT_GT(asked, 0U);
    EXPECT_EQ(judge.verdict(1, verify::as_reference(verify::foster())).headline, first.headline);
    EXPECT_EQ(counting.asked, asked);
    EXPECT_EQ(judge.verdict(2, verify::as_reference(verify::maher())).headline, first.headline);
    EXPECT_GT(counting.asked, asked);
}

}  // namespace
}  // namespace whereof::serve
