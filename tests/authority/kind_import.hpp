// SPDX-License-Identifier: MIT
#pragma once

#include "authority/keys.hpp"
#include "authority/local_index.hpp"
#include "import_support.hpp"
#include "support/data.hpp"

#include <memory>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::authority {

/// Imports small files one after the other into one index.
class KindImport : public testing::Test {
  protected:
    ImportReport import(std::string_view bytes) {
        const auto file = folder_ / fmt::format("{}.in", ++count_);
        test::write_text(file, bytes);
        ImportReport report = import_into(folder_ / "i.db", {file});
        authority_ = open_index(folder_ / "i.db");
        return report;
    }
    Record by_doi(std::string_view DOI) {
        const auto ids = authority_->by_keys(std::vector{identifier_key(bib::Field::DOI, DOI)}, 10);
        auto records = authority_->records(ids.front());
        EXPECT_THAT(records, testing::SizeIs(1)) << DOI;
        return records.empty() ? Record() : records.front();
    }
    test::TemporaryFolder folder_;
    int count_ = 0;
    std::unique_ptr<Authority> authority_;
};

}  // namespace whereof::authority
