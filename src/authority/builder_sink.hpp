// SPDX-License-Identifier: MIT
#pragma once

#include "authority/index_builder.hpp"
#include "authority/record_sink.hpp"

namespace whereof::authority {

/// Normalises what a reader finds and puts it into an index.
class BuilderSink : public RecordSink {
  public:
    explicit BuilderSink(IndexBuilder& builder) : builder_(builder) {}
    void record(Say say) override;
    void event(std::string DOI, std::string PMID, StatusEvent event) override;
    void deleted(std::string PMID) override;
    void skipped(std::uint64_t, std::uint64_t, std::string) override { ++skipped_; }
    void kind(std::string_view) override {}

    [[nodiscard]] std::int64_t skipped_records() const noexcept { return skipped_; }

  private:
    IndexBuilder& builder_;
    std::int64_t skipped_ = 0;
};

}  // namespace whereof::authority
