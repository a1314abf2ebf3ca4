// SPDX-License-Identifier: MIT
#include "serve/mcp_session.hpp"

#include "store/store.hpp"
#include "support/data.hpp"

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::json;

/// A session whose store does not exist and which has no authority.
struct Conversation {
    Desk desk;
    McpSession session{desk, tools(), "1.2.3"};

    Conversation() {
        desk.open_store = []() -> std::unique_ptr<store::Store> {
            throw std::runtime_error("no store here");
        };
        desk.find_article = [](store::Store&, const std::string&) { return std::nullopt; };
    }
    Json ask(const std::string& line) {
        const std::string answer = session.answer(line);
        EXPECT_EQ(answer.find('\n'), std::string::npos);
        return answer.empty() ? Json() : Json::parse(answer);
    }
    Json begin(const std::string& version) {
        return ask(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":")" +
                   version + R"(","capabilities":{},"clientInfo":{"name":"test","version":"1"}}})");
    }
    Json call(const std::string& tool, const Json& arguments) {
        return ask(Json{{"jsonrpc", "2.0"},
                        {"id", 9},
                        {"method", "tools/call"},
                        {"params", {{"name", tool}, {"arguments", arguments}}}}
                       .dump());
    }
};

TEST(McpSession, AgreesOnAVersion) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"2025-11-25", "2025-11-25"}, {"2025-06-18", "2025-06-18"}, {"2025-03-26", "2025-03-26"},
        {"2024-11-05", "2024-11-05"}, {"1999-01-01", "2025-11-25"}, {"", "2025-11-25"}};
    for (const auto& [wished, agreed] : rows) {
        const Json answer = Conversation().begin(wished);
        EXPECT_EQ(answer["result"]["protocolVersion"], agreed) << wished;
        EXPECT_EQ(answer["result"]["serverInfo"]["version"], "1.2.3");
        EXPECT_TRUE(answer["result"]["capabilities"].contains("tools"));
    }
}

TEST(McpSession, AnswersUglyMessagesWithTheRightError) {
    struct Row {
        std::string line;
        int code;
        std::string id;  ///< as JSON
    };
    const std::vector<Row> rows{
        {"", -32700, "null"},
        {"{", -32700, "null"},
        {"GET / HTTP/1.1", -32700, "null"},
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}", -32700, "null"},
        {R"({"jsonrpc":"2.0","id":1,"method":"\ud800"})", -32700, "null"},
        {R"({"jsonrpc":"2.0","id":1e999,"method":"ping"})", -32700, "null"},
        {std::string(1000, '['), -32600, "null"},
        {R"("ping")", -32600, "null"},
        {"{}", -32600, "null"},
        {R"({"jsonrpc":"1.0","id":7,"method":"ping"})", -32600, "7"},
        {R"({"id":7,"method":"ping"})", -32600, "7"},
        {R"({"jsonrpc":"2.0","id":"x"})", -32600, "\"x\""},
        {R"({"jsonrpc":"2.0","id":"x","method":7})", -32600, "\"x\""},
        {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", -32600, "null"},
        {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", -32600, "null"},
        {R"({"jsonrpc":"2.0","id":123456789012345678901234567890,"method":"ping"})", -32600, "null"},
        {R"({"jsonrpc":"2.0","id":{},"method":"ping"})", -32600, "null"},
        {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"Ping"})", -32601, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})", -32601, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"notifications/initialized"})", -32601, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"initialize"})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":1}})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"tools/call"})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}})", -32602, "1"},
        {R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}})", -32602, "1"},
    };
    Conversation conversation;
    conversation.begin("2025-11-25");
    for (const auto& [line, code, id] : rows) {
        SCOPED_TRACE(line.substr(0, 100));
        const Json answer = conversation.ask(line);
        EXPECT_EQ(answer["jsonrpc"], "2.0");
        EXPECT_EQ(answer["error"]["code"], code);
        EXPECT_EQ(answer["id"].dump(), id);
        EXPECT_FALSE(answer.contains("result"));
    }
    EXPECT_EQ(Json::parse(McpSession::answer_too_long())["error"]["code"], -32700);
}

TEST(McpSession, GivesIdsBackAsTheyCame) {
    Conversation conversation;
    for (const std::string id : {"0", "-7", "9223372036854775807", "18446744073709551615", R"("")",
                                 R"("a\"b\n")", R"("1")", "\"ü\""}) {
        const std::string answer =
            conversation.session.answer(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":"ping"})");
        EXPECT_EQ(answer, R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})");
    }
}

TEST(McpSession, NeverAnswersNotificationsAndAnswers) {
    Conversation conversation;
    conversation.begin("2025-03-26");
    for (const std::string line :
         {R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
          R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})",
          R"({"jsonrpc":"2.0","method":"nothing/known","params":7})",
          R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}})",
          R"({"jsonrpc":"2.0","id":5,"result":{}})",
          R"({"jsonrpc":"2.0","id":5,"error":{"code":1,"message":"x"}})",
          R"([{"jsonrpc":"2.0","method":"notifications/initialized"}])"}) {
        EXPECT_EQ(conversation.session.answer(line), "") << line;
    }
}

TEST(McpSession, HasBatchesInTheVersionsThatHaveThem) {
    const std::string batch =
        R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},7,{"jsonrpc":"2.0","id":2,"method":"y"}])";
    for (const std::string version : {"2024-11-05", "2025-03-26"}) {
        Conversation conversation;
        EXPECT_EQ(conversation.ask(batch)["error"]["code"], -32600) << "before initialize";
        conversation.begin(version);
        const Json answer = conversation.ask(batch);
        ASSERT_EQ(answer.size(), 3U);
        EXPECT_EQ(answer[0]["result"], Json::object());
        EXPECT_EQ(answer[1]["error"]["code"], -32600);
        EXPECT_EQ(answer[2]["error"]["code"], -32601);
        EXPECT_EQ(conversation.ask("[]")["error"]["code"], -32600);
    }
    for (const std::string version : {"2025-06-18", "2025-11-25"}) {
        Conversation conversation;
        conversation.begin(version);
        EXPECT_EQ(conversation.ask(batch)["error"]["code"], -32600);
    }
}

TEST(McpSession, ListsToolsThatOnlyReadWithSchemasThatStandAlone) {
    const Json answer = Conversation().ask(R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})");
    const Json& list = answer["result"]["tools"];
    ASSERT_EQ(list.size(), 4U);
    for (const Json& tool : list) {
        SCOPED_TRACE(tool["name"]);
        EXPECT_FALSE(tool["title"].get<std::string>().empty());
        EXPECT_FALSE(tool["description"].get<std::string>().empty());
        EXPECT_EQ(tool["annotations"]["readOnlyHint"], true);
        EXPECT_EQ(tool["annotations"]["openWorldHint"], false);
        EXPECT_EQ(tool["inputSchema"]["type"], "object");
        EXPECT_EQ(tool["outputSchema"]["type"], "object");
        const Json flat = tool["outputSchema"].flatten();
        for (const auto& [key, value] : flat.items()) {
            if (key.ends_with("/$ref")) {
                const auto target = value.get<std::string>();
                ASSERT_TRUE(target.starts_with("#/$defs/")) << target;
                EXPECT_TRUE(tool["outputSchema"]["$defs"].contains(target.substr(8))) << target;
            }
        }
    }
}

TEST(McpSession, TellsWhatIsWrongWithArgumentsAsAResult) {
    const std::vector<std::pair<std::string, Json>> rows{
        {"search_claims", Json::object()},
        {"search_claims", 7},
        {"search_claims", {{"query", 7}}},
        {"search_claims", {{"query", ""}}},
        {"search_claims", {{"query", std::string(5000, 'x')}}},
        {"search_claims", {{"query", "x"}, {"limit", 0}}},
        {"search_claims", {{"query", "x"}, {"limit", 101}}},
        {"search_claims", {{"query", "x"}, {"limit", 1.5}}},
        {"search_claims", {{"query", "x"}, {"limit", -1}}},
        {"search_claims", {{"query", "x"}, {"limits", 1}}},
        {"search_claims", {{"query", "x"}}},
        {"check_citations", Json::object()},
        {"check_citations", {{"text", "x"}, {"path", "x"}}},
        {"check_citations", {{"references", Json::array()}}},
        {"check_citations", {{"references", {1}}}},
        {"check_citations", {{"references", Json(std::vector<std::string>(2001, "x"))}}},
        {"check_citations", {{"path", "/nothing/here"}}},
        {"check_citations", {{"path", "/dev/zero"}}},
        {"check_citations", {{"path", "/"}}},
        {"check_citations", {{"path", std::string("a\0b", 3)}}},
        {"get_article", {{"id", "x"}}},
        {"export_references", {{"format", "docx"}, {"query", "x"}}},
        {"export_references", {{"format", "ris"}}},
        {"export_references", {{"format", "ris"}, {"query", "x"}, {"text", "y"}}},
        {"export_references", {{"format", "ris"}, {"references", {"x"}}, {"verdicts", {"fine"}}}},
    };
    Conversation conversation;
    for (const auto& [tool, arguments] : rows) {
        SCOPED_TRACE(tool + arguments.dump().substr(0, 100));
        const Json answer = conversation.call(tool, arguments);
        ASSERT_TRUE(answer.contains("result")) << answer;
        EXPECT_EQ(answer["result"]["isError"], true);
        EXPECT_FALSE(answer["result"].contains("structuredContent"));
        EXPECT_FALSE(answer["result"]["content"][0]["text"].get<std::string>().empty());
    }
}

TEST(McpSession, ChecksAndExportsWithoutAStore) {
    Conversation conversation;
    const Json references{{"references", {"Smith J. Pain. Spine. 2020;1:2-3.", "= not a reference \x01"}}};
    const Json checked = conversation.call("check_citations", references)["result"];
    EXPECT_EQ(checked["isError"], false);
    EXPECT_EQ(checked["structuredContent"]["articles"][0]["references"].size(), 2U);
    EXPECT_EQ(checked["structuredContent"]["articles"][0]["references"][0]["headline"], "unchecked");
    EXPECT_TRUE(checked["structuredContent"]["articles"][0]["findings"].empty());
    Json wish = references;
    wish["format"] = "bibtex";
    const Json exported = conversation.call("export_references", wish)["result"];
    EXPECT_EQ(exported["structuredContent"]["count"], 2);
    EXPECT_EQ(exported["structuredContent"]["text"], exported["content"][0]["text"]);
    wish["references"] = {
        "Smith J, Doe A. A trial of yoga for low back pain. Spine. 2020;1:2-3.",
        "Smith J, Doe A. A trial of yoga for low back pain. Spine. 2020;1:2-3. doi:10.1097/test.0001"};
    wish["dedupe"] = true;
    const Json once = conversation.call("export_references", wish)["result"]["structuredContent"];
    EXPECT_EQ(once["count"], 1);
    EXPECT_EQ(once["merged"], 1);
    EXPECT_NE(once["text"].get<std::string>().find("10.1097/test.0001"), std::string::npos);
    wish["references"] = references["references"];
    wish["dedupe"] = false;
    wish["verdicts"] = {"verified"};
    const Json none = conversation.call("export_references", wish)["result"]["structuredContent"];
    EXPECT_EQ(none["count"], 0);
    EXPECT_EQ(none["left_out"], 2);
}

TEST(McpSession, EndsACallThatTakesTooLong) {
    Conversation conversation;
    conversation.desk.patience = std::chrono::milliseconds(-1);
    const Json answer = conversation.call(
        "check_citations",
        {{"text", "# T\n\nSo [1].\n\n## References\n\n1. Smith J. Pain. Spine. 2020;1:2.\n"}});
    EXPECT_EQ(answer["result"]["isError"], true);
    EXPECT_NE(answer["result"]["content"][0]["text"].get<std::string>().find("give fewer"),
              std::string::npos);
}

TEST(McpSession, SurvivesAnyBytes) {
    const std::string good =
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_citations","arguments":{"references":["Smith J. Pain. Spine. 2020;1:2-3."]}}})";
    std::mt19937 random(7);
    Conversation conversation;
    conversation.begin("2025-03-26");
    for (int i = 0; i < 2000; ++i) {
        std::string line = good;
        for (int changes = 0; changes < 1 + i % 4; ++changes) {
            const std::size_t at = random() % line.size();
            switch (random() % 3) {
                case 0:
                    line[at] = static_cast<char>(random());
                    break;
                case 1:
                    line.erase(at, 1 + random() % 20);
                    break;
                default:
                    line.insert(at, line.substr(random() % line.size(), 5));
                    break;
            }
        }
        const std::string answer = conversation.session.answer(line);
        EXPECT_TRUE(answer.empty() || Json::accept(answer)) << line;
    }
}

TEST(McpSession, ReadsLongMessagesInLinearTime) {
    Conversation conversation;
    EXPECT_EQ(conversation.ask(std::string(8'000'000, '['))["error"]["code"], -32600);
    EXPECT_EQ(conversation.ask("\"" + std::string(8'000'000, '\\'))["error"]["code"], -32700);
    std::string wide = R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":[0)";
    for (int i = 0; i < 1'000'000; ++i) {
        wide += ",0";
    }
    EXPECT_EQ(conversation.ask(wide + "]}}")["result"], Json::object());
}

}  // namespace
}  // namespace whereof::serve
