// SPDX-License-Identifier: MIT
#pragma once

#include "http/transport.hpp"
#include "sqlite/database.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace whereof::http {

struct CacheOptions {
    std::int64_t positive_age = 7 * 86'400;  ///< seconds that a 200 is kept: a retraction shows within a week
    std::int64_t negative_age = 86'400;      ///< … a 404 or 410: what is registered today is found tomorrow
    std::int64_t most_bytes = std::int64_t{256} << 20U;  ///< of all bodies; the oldest go first
    std::function<std::int64_t()> now{};  ///< seconds since 1970, UTC; empty: the system's clock
};

/// Keeps answers in an SQLite file and asks the transport behind it for what it does not have or what is too
/// old. Only what a GET brought is kept, and of that only 404, 410 and a 200 that is
/// what was expected: what failed, was refused or was cut short is asked again next time.
class CacheTransport final : public Transport {
  public:
    /// `path` is made when absent; empty: in memory. `behind` outlives it. Throws sqlite::DbError when the
    /// file cannot be opened or written.
    CacheTransport(const std::filesystem::path& path, Transport& behind, CacheOptions options);

    std::vector<Reply> send(std::span<const Request> requests) override;

  private:
    [[nodiscard]] std::int64_t now() const;
    std::optional<Response> find(const Request& request);
    void keep(const Request& request, const Response& response);
    void drop_oldest();

    Transport& behind_;
    CacheOptions options_;
    sqlite::Database database_;
    sqlite::Statement find_;
    sqlite::Statement keep_;
};

}  // namespace whereof::http
