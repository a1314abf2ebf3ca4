// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <streambuf>

namespace whereof::cli {

/// Standard output that tells at once when nobody takes it any more: throws IoError (path kStandardOutput)
/// where a write fails, with the reason of that very write. A stream over it needs
/// exceptions(std::ios::badbit), or it keeps the news to itself. What could not be written is dropped, so
/// that flushing again is safe.
class OutputBuffer final : public std::streambuf {
  public:
    explicit OutputBuffer(int descriptor) : descriptor_(descriptor) { take_all(); }

  protected:
    int_type overflow(int_type c) override;
    int sync() override;

  private:
    void take_all() noexcept { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
    void write_out();

    int descriptor_;
    std::array<char, std::size_t{32} << 10U> buffer_{};
};

inline constexpr char kStandardOutput[] = "standard output";

}  // namespace whereof::cli
