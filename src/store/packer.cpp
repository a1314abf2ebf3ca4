// SPDX-License-Identifier: MIT
#include "store/packer.hpp"

#include "sqlite/database.hpp"

#include <bit>
#include <limits>

#include <fmt/format.h>

namespace whereof::store {

void fail_damaged(std::string_view what) {
    throw sqlite::DbError(
        fmt::format("the store is damaged: {}; restore the file, or remove the article and add it again",
                    what),
        0);
}

void Packer::number(std::uint64_t value) {
    while (value >= 0x80) {
        bytes_.push_back(static_cast<char>(value | 0x80U));
        value >>= 7U;
    }
    bytes_.push_back(static_cast<char>(value));
}

void Packer::text(std::string_view value) {
    number(value.size());
    bytes_ += value;
}

void Packer::real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes_.push_back(static_cast<char>(bits >> shift));
    }
}

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (rest_.empty()) {
            break;
        }
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    fail_damaged("a packed number does not end");
}

std::uint32_t Unpacker::small_number() {
    const std::uint64_t value = number();
    if (value > std::numeric_limits<std::uint32_t>::max()) {
        fail_damaged("a packed number is too large");
    }
    return static_cast<std::uint32_t>(value);
}

std::size_t Unpacker::count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) {
        fail_damaged("a packed list is longer than its bytes");
    }
    return static_cast<std::size_t>(value);
}

std::string_view Unpacker::text() {
    const std::size_t size = count();
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
}

double Unpacker::real() {
    if (rest_.size() < 8) {
        fail_damaged("a packed number does not end");
    }
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i) {
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
    }
    rest_.remove_prefix(8);
    return std::bit_cast<double>(bits);
}

}  // namespace whereof::store
