// SPDX-License-Identifier: MIT
#pragma once

#include "base/io.hpp"

#include <atomic>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace whereof::authority {

/// A source that is read in large blocks and whose first block can be looked at before it is read. What the
/// inner source throws comes after the last good byte.
class PeekedSource final : public ByteSource {
  public:
    explicit PeekedSource(std::unique_ptr<ByteSource> inner);

    [[nodiscard]] std::string_view head() const noexcept { return block_; }  ///< until the first read()
    std::size_t read(char* out, std::size_t size) override;
    /// May be asked from another thread.
    [[nodiscard]] std::uint64_t taken() const noexcept override { return taken_; }

  private:
    void fill();

    std::unique_ptr<ByteSource> inner_;
    std::string block_;
    std::size_t given_ = 0;
    std::exception_ptr broken_;
    std::atomic<std::uint64_t> taken_ = 0;
};

}  // namespace whereof::authority
