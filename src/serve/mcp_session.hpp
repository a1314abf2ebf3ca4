// SPDX-License-Identifier: MIT
#pragma once

#include "serve/tools.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

inline constexpr std::size_t kLongestMessage = std::size_t{16} << 20U;  ///< bytes, of a question or an answer

/// One conversation with a client of the Model Context Protocol: JSON-RPC 2.0, a message a line
/// (modelcontextprotocol.io/specification, transport stdio).
///
/// Takes   any bytes. What is no message is answered by an error of JSON-RPC; notifications and answers of
///         the client never are. A batch is answered by a batch in the protocol versions that have them (up
///         to 2025-03-26), else by one error. Ids are strings or 64-bit integers, and come back as they are.
/// Cost    linear in the line and in what the tools do; nesting deeper than 64 is refused unread.
class McpSession {
  public:
    /// `desk` and `tools` outlive it. `version` is the program's.
    McpSession(Desk& desk, std::span<const Tool> tools, std::string_view version)
        : desk_(desk), tools_(tools), version_(version) {}

    /// The answer to a line, itself one line without its end; empty when none is due.
    std::string answer(std::string_view line);
    /// The answer to a line of which only the beginning could be kept.
    [[nodiscard]] static std::string answer_too_long();

  private:
    using Message = nlohmann::json;

    std::string answer_batch(const Message& batch);
    std::string answer_one(const Message& message);
    std::string answer_request(const std::string& id, const std::string& method, const Message& params);
    std::string initialize(const std::string& id, const Message& params);
    std::string list_tools(const std::string& id, const Message& params) const;
    std::string call_tool(const std::string& id, const Message& params);

    Desk& desk_;
    std::span<const Tool> tools_;
    std::string version_;
    std::string_view protocol_;  ///< agreed upon; empty before initialize
};

}  // namespace whereof::serve
