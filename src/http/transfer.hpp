// SPDX-License-Identifier: MIT
#pragma once

#include "http/network.hpp"
#include "http/url.hpp"

#include <memory>
#include <optional>
#include <string>

namespace whereof::http {

/// What came of one hop: an answer of any status, or a failure and whether another try may help.
struct Hop {
    std::optional<Response> response;
    std::optional<Failure> failure;
    bool may_try_again = false;
};

/// One request to one host: no redirect, no second try. Owns its libcurl handle; transfer.cpp, network.cpp
/// and curl_library.hpp are the only files that see curl.
class Transfer {
  public:
    /// `request` and `options` outlive it.
    Transfer(const Request& request, Url url, std::string method, const NetworkOptions& options);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer();

    [[nodiscard]] void* handle() const noexcept;  ///< the CURL*, with this object as its private pointer
    /// What came of it, by curl's result code. Once.
    [[nodiscard]] Hop finish(int curl_code);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace whereof::http
