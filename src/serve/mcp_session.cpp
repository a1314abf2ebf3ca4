// SPDX-License-Identifier: MIT
#include "serve/mcp_session.hpp"

#include "report/json_text.hpp"
#include "serve/argument_schema.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

/// The versions spoken, newest first: what differs between them here is whether there are batches.
struct ProtocolVersion {
    std::string_view name;
    bool has_batches;
};
constexpr std::array kVersions{ProtocolVersion{"2025-11-25", false}, ProtocolVersion{"2025-06-18", false},
                               ProtocolVersion{"2025-03-26", true}, ProtocolVersion{"2024-11-05", true}};
constexpr std::size_t kMostInBatch = 100;
constexpr std::size_t kDeepest = 64;
constexpr std::string_view kNoId = "null";

/// JSON-RPC 2.0, section 5.1.
enum ErrorCode : int {
    kParseError = -32700,
    kInvalidRequest = -32600,
    kMethodNotFound = -32601,
    kInvalidParams = -32602,
};

constexpr std::string_view kInstructions =
    "whereof verifies citations offline against an index of bibliographic records and searches a local store "
    "of "
    "articles. A verdict never guesses: 'not_found' is proven, 'undecidable' and 'unchecked' accuse nobody. "
    "It does "
    "not say whether a source supports a claim.";

std::string result(std::string_view id, std::string_view value) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", id, value);
}

std::string error(std::string_view id, ErrorCode code, const std::string& message) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"error":{{"code":{},"message":{}}}}})", id,
                       static_cast<int>(code), report::json_text(message));
}

/// A tool's result; `structured` is empty for a failure.
std::string tool_result(const std::string& text, std::string_view structured) {
    const Json content = Json::array({{{"type", "text"}, {"text", text}}});
    return fmt::format(R"({{"content":{}{}{},"isError":{}}})", report::json_text(content),
                       structured.empty() ? "" : R"(,"structuredContent":)", structured, structured.empty());
}

/// Do brackets outside of strings nest deeper than `most`?
bool nests_deeper(std::string_view json, std::size_t most) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            i += c == '\\' ? 1U : 0U;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > most) {
                return true;
            }
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/// What a tool threw, in words. Call it in a catch block only.
std::string current_failure() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return "out of memory: give it less at once";
    } catch (const std::exception& failure) {
        return failure.what();
    }
}

}  // namespace

std::string McpSession::answer(std::string_view line) {
    if (nests_deeper(line, kDeepest)) {
        return error(kNoId, kInvalidRequest, fmt::format("the message nests deeper than {}", kDeepest));
    }
    const auto message = Message::parse(line, nullptr, false);
    if (message.is_discarded()) {
        return error(kNoId, kParseError,
                     "expected one JSON-RPC 2.0 message a line, in UTF-8; this is no JSON");
    }
    return message.is_array() ? answer_batch(message) : answer_one(message);
}

std::string McpSession::answer_too_long() {
    return error(kNoId, kParseError, fmt::format("the message is longer than {} MB", kLongestMessage >> 20U));
}

std::string McpSession::answer_batch(const Message& batch) {
    const auto* version = std::ranges::find(kVersions, protocol_, &ProtocolVersion::name);
    if (version == kVersions.end() || !version->has_batches) {
        return error(kNoId, kInvalidRequest,
                     protocol_.empty() ? "expected initialize first, on its own"
                                       : fmt::format("there are no batches in version {}", protocol_));
    }
    if (batch.empty() || batch.size() > kMostInBatch) {
        return error(kNoId, kInvalidRequest,
                     fmt::format("expected 1 to {} messages in a batch, got {}", kMostInBatch, batch.size()));
    }
    std::string out;
    for (const Message& message : batch) {
        const std::string one = answer_one(message);
        if (!one.empty()) {
            out += (out.empty() ? "[" : ",") + one;
        }
    }
    return out.empty() ? out : out + "]";
}

std::string McpSession::answer_one(const Message& message) {
    if (!message.is_object()) {
        return error(kNoId, kInvalidRequest, "expected an object");
    }
    const auto id = message.find("id");
    const bool has_id = id != message.end();
    const bool is_good_id = has_id && (id->is_string() || id->is_number_integer());
    const std::string echoed = is_good_id ? id->dump() : std::string(kNoId);
    const auto method = message.find("method");
    if (method == message.end() && (message.contains("result") || message.contains("error"))) {
        return {};  // an answer, and nothing was asked
    }
    const auto version = message.find("jsonrpc");
    if (version == message.end() || *version != "2.0") {
        return error(echoed, kInvalidRequest, "expected \"jsonrpc\": \"2.0\"");
    }
    if (method == message.end() || !method->is_string()) {
        return error(echoed, kInvalidRequest, "expected \"method\", a string");
    }
    if (!has_id) {
        return {};  // a notification: there is none that changes anything here
    }
    if (!is_good_id) {
        return error(kNoId, kInvalidRequest, "expected \"id\" to be a string or an integer of 64 bits");
    }
    const auto params = message.find("params");
    if (params != message.end() && !params->is_object()) {
        return error(echoed, kInvalidParams, "expected \"params\" to be an object");
    }
    return answer_request(echoed, method->get_ref<const std::string&>(),
                          params == message.end() ? Message::object() : *params);
}

std::string McpSession::answer_request(const std::string& id, const std::string& method,
                                       const Message& params) {
    if (method == "initialize") {
        return initialize(id, params);
    }
    if (method == "ping") {
        return result(id, "{}");
    }
    if (method == "tools/list") {
        return list_tools(id, params);
    }
    if (method == "tools/call") {
        return call_tool(id, params);
    }
    return error(id, kMethodNotFound,
                 fmt::format("there is no method '{}', only initialize, ping, tools/list and tools/call",
                             method.substr(0, 60)));
}

std::string McpSession::initialize(const std::string& id, const Message& params) {
    const auto wished = params.find("protocolVersion");
    if (wished == params.end() || !wished->is_string()) {
        return error(id, kInvalidParams, "expected \"protocolVersion\", a string");
    }
    const auto* known = std::ranges::find_if(kVersions, [&](const ProtocolVersion& version) {
        return version.name == wished->get_ref<const std::string&>();
    });
    protocol_ = known != kVersions.end() ? known->name : kVersions.front().name;
    const Json out{{"protocolVersion", protocol_},
                   {"capabilities", {{"tools", Json::object()}}},
                   {"serverInfo", {{"name", "whereof"}, {"title", "whereof"}, {"version", version_}}},
                   {"instructions", kInstructions}};
    return result(id, report::json_text(out));
}

std::string McpSession::list_tools(const std::string& id, const Message& params) const {
    if (params.contains("cursor")) {
        return error(id, kInvalidParams, "there is one page of tools, and no cursor");
    }
    Json list = Json::array();
    for (const Tool& tool : tools_) {
        list.push_back({{"name", tool.name},
                        {"title", tool.title},
                        {"description", tool.description},
                        {"inputSchema", Json::parse(tool.input_schema())},
                        {"outputSchema", Json::parse(tool.output_schema())},
                        {"annotations",
                         {{"title", tool.title},
                          {"readOnlyHint", true},
                          {"destructiveHint", false},
                          {"idempotentHint", true},
                          {"openWorldHint", false}}}});
    }
    return result(id, report::json_text({{"tools", std::move(list)}}));
}

std::string McpSession::call_tool(const std::string& id, const Message& params) {
    const auto name = params.find("name");
    if (name == params.end() || !name->is_string()) {
        return error(id, kInvalidParams, "expected \"name\", a string");
    }
    const auto tool = std::ranges::find_if(
        tools_, [&](const Tool& one) { return one.name == name->get_ref<const std::string&>(); });
    if (tool == tools_.end()) {
        return error(id, kInvalidParams,
                     fmt::format("there is no tool '{}': tools/list tells them",
                                 name->get_ref<const std::string&>().substr(0, 60)));
    }
    const Message arguments = params.value("arguments", Message::object());
    if (const auto wrong = mismatch(Message::parse(tool->input_schema()), arguments)) {
        return result(id, tool_result(*wrong, {}));
    }
    try {
        const auto answered = tool->call(desk_, arguments);
        if (!answered) {
            const Error& failed = answered.error();
            return result(
                id, tool_result(failed.where.empty() ? failed.what : failed.where + ": " + failed.what, {}));
        }
        std::string out = result(id, tool_result(answered->text, answered->structured));
        if (out.size() <= kLongestMessage) {
            return out;
        }
        return result(id, tool_result(fmt::format("the answer is longer than {} MB: ask for less at once",
                                                  kLongestMessage >> 20U),
                                      {}));
    } catch (const std::exception&) {
        return result(id, tool_result(current_failure(), {}));
    }
}

}  // namespace whereof::serve
