// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace whereof {

/// Why one item could not be read. A value, not an exception: a bad record in a file of
/// ten thousand is news, not a reason to stop.
struct Error {
    std::string what;        ///< what was expected and what was there, in one sentence
    std::string where{};     ///< file, URL or table; empty when the caller knows better
    std::size_t offset = 0;  ///< bytes from the start of `where`
};

/// A value or the Error that stands in its place. The names are std::expected's.
template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& operator*() & noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& operator*() const& noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& operator*() && noexcept {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] T* operator->() noexcept {
        assert(has_value());
        return std::get_if<0>(&state_);
    }
    [[nodiscard]] const T* operator->() const noexcept {
        assert(has_value());
        return std::get_if<0>(&state_);
    }
    [[nodiscard]] const Error& error() const& noexcept {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] Error&& error() && noexcept {
        assert(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

  private:
    std::variant<T, Error> state_;
};

}  // namespace whereof
