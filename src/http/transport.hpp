// SPDX-License-Identifier: MIT
#pragma once

#include "http/message.hpp"

#include <span>
#include <vector>

namespace whereof::http {

/// Who carries requests to their hosts and brings the answers. Layers of it: the network, a cache before it.
class Transport {
  public:
    virtual ~Transport() = default;

    /// One reply a request, in their order. Takes many at once, so that it can ask several hosts side by side
    /// within their limits. Blocks until all are answered or have failed. Never throws for what a server
    /// does.
    virtual std::vector<Reply> send(std::span<const Request> requests) = 0;

    [[nodiscard]] Reply send_one(const Request& request) {
        return std::move(send(std::span<const Request>(&request, 1)).front());
    }
};

}  // namespace whereof::http
