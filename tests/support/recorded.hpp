// SPDX-License-Identifier: MIT
#pragma once

#include "support/server.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::test {

/// A real reply of a service, kept by others' tests.
struct RecordedReply {
    std::string url;
    std::string title;  ///< that was searched for, where a title was; else empty
    int year = 0;       ///< … and its year
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::filesystem::path file;

    [[nodiscard]] ServerReply reply() const;
};

/// The recorded replies below a folder with an index.json. A server that has them answers under
/// /HOST/PATH?QUERY, whatever the order of the query and without those of its parts that say who asks.
class RecordedReplies {
  public:
    explicit RecordedReplies(const std::filesystem::path& folder);

    /// Absent when nobody recorded that.
    [[nodiscard]] std::optional<ServerReply> find(const std::string& target) const;
    [[nodiscard]] const std::vector<RecordedReply>& all() const noexcept { return all_; }

  private:
    std::vector<RecordedReply> all_;
    std::map<std::string, std::size_t> by_target_;
};

/// "https://host/path?b=2&a=1" and "/host/path?a=1&b=2" are one.
std::string canonical_target(std::string_view url);

/// %XX resolved, '+' a blank.
std::string percent_decode(std::string_view text);

}  // namespace whereof::test
