// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace whereof::store {

/// Packs values into bytes: numbers as LEB128, texts with their length before them. What is written in one
/// order is read in the same order; there are no tags.
class Packer {
  public:
    void number(std::uint64_t value);
    void text(std::string_view value);
    void real(double value);
    void flag(bool value) { number(value ? 1 : 0); }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::string take() noexcept { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what a Packer wrote. Bytes that no Packer can have written throw sqlite::DbError: the store is
/// damaged.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number();
    std::uint32_t small_number();  ///< one that must fit 32 bits
    /// A number of things of which each takes at least one byte: never more than there are bytes left.
    std::size_t count();
    std::string_view text();  ///< lives as long as the bytes
    double real();
    bool flag() { return number() != 0; }
    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

  private:
    std::string_view rest_;
};

/// Throws sqlite::DbError that names the damage.
[[noreturn]] void fail_damaged(std::string_view what);

}  // namespace whereof::store
