// SPDX-License-Identifier: MIT
#include "http/download.hpp"

#include "http/network.hpp"
#include "support/data.hpp"
#include "support/server.hpp"

#include <atomic>

#include <gtest/gtest.h>

namespace whereof::http {
namespace {

using namespace std::chrono_literals;
using test::LoopbackServer;
using test::ServerReply;
using test::ServerRequest;

NetworkOptions options_for(const LoopbackServer& server) {
    NetworkOptions options;
    options.other_rate = {1000.0, 8};
    options.first_backoff = 1ms;
    options.silence_timeout = 1s;
    options.patience = 100;
    options.allowed_addresses = {server.address()};
    return options;
}

/// A file as a server gives it out, whole or from a byte on.
ServerReply part_of(const std::string& file, const ServerRequest& request, const std::string& tag) {
    ServerReply reply;
    reply.headers.emplace_back("ETag", tag);
    const auto range = request.headers.find("range");
    const auto wanted = request.headers.find("if-range");
    if (range == request.headers.end() || wanted == request.headers.end() || wanted->second != tag) {
        reply.body = file;
        return reply;
    }
    const auto from =
        static_cast<std::size_t>(std::atol(range->second.c_str() + std::string("bytes=").size()));
    reply.status = 206;
    reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(from) + "-" +
                                                    std::to_string(file.size() - 1) + "/" +
                                                    std::to_string(file.size()));
    reply.body = file.substr(from);
    return reply;
}

std::string some_file() {
    std::string out;
    for (int i = 0; i < 30'000; ++i) {
        out += std::to_string(i) + "\n";
    }
    return out;
}

TEST(Download, BringsAFileWhole) {
    const test::TemporaryFolder folder;
    const std::string file = some_file();
    const LoopbackServer server(
        [&](const ServerRequest& request) { return part_of(file, request, "\"v1\""); });
    NetworkTransport network(options_for(server));
    EXPECT_EQ(*remote_size(network, server.url("/f")), file.size());
    const auto size = download(network, server.url("/f"), folder / "f", {});
    ASSERT_TRUE(size) << size.error().what;
    EXPECT_EQ(*size, file.size());
    EXPECT_EQ(test::read_text(folder / "f"), file);
    EXPECT_FALSE(std::filesystem::exists(folder / "f.part"));
    EXPECT_FALSE(std::filesystem::exists(folder / "f.part.tag"));
}

TEST(Download, GoesOnWhereItWasCutOff) {
    const test::TemporaryFolder folder;
    const std::string file = some_file();
    std::atomic<std::size_t> sent = 0;
    const LoopbackServer server([&](const ServerRequest& request) {
        ServerReply reply = part_of(file, request, "\"v1\"");
        if (sent < 2) {
            reply.cut_after = 50'000;
        }
        sent += 1;
        return reply;
    });
    NetworkTransport network(options_for(server));
    const auto size = download(network, server.url("/f"), folder / "f", {});
    ASSERT_TRUE(size) << size.error().what;
    EXPECT_EQ(test::read_text(folder / "f"), file);
    const auto requests = server.requests();
    ASSERT_EQ(requests.size(), 3U);
    EXPECT_EQ(requests[1].headers.at("range"), "bytes=50000-");
    EXPECT_EQ(requests[2].headers.at("range"), "bytes=100000-");
}

TEST(Download, GoesOnInAnotherRun) {
    const test::TemporaryFolder folder;
    const std::string file = some_file();
    const LoopbackServer server(
        [&](const ServerRequest& request) { return part_of(file, request, "\"v1\""); });
    NetworkTransport network(options_for(server));
    DownloadOptions stops;
    stops.progress = [](std::uint64_t bytes, std::uint64_t) { return bytes < 20'000; };
    EXPECT_FALSE(download(network, server.url("/f"), folder / "f", stops));
    EXPECT_FALSE(std::filesystem::exists(folder / "f"));
    ASSERT_GE(std::filesystem::file_size(folder / "f.part"), 20'000U);
    ASSERT_TRUE(download(network, server.url("/f"), folder / "f", {}));
    EXPECT_EQ(test::read_text(folder / "f"), file);
    EXPECT_TRUE(server.requests().back().headers.contains("range"));
}

TEST(Download, BeginsAnewWhenTheFileHasChanged) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "f.part", std::string(5000, 'o'));
    test::write_text(folder / "f.part.tag", "\"v0\"");
    const std::string file = some_file();
    const LoopbackServer server(
        [&](const ServerRequest& request) { return part_of(file, request, "\"v1\""); });
    NetworkTransport network(options_for(server));
    ASSERT_TRUE(download(network, server.url("/f"), folder / "f", {}));
    EXPECT_EQ(test::read_text(folder / "f"), file);
}

TEST(Download, BeginsAnewWhenTheServerGivesAnotherPartOrNone) {
    for (const int status : {206, 416, 200}) {
        SCOPED_TRACE(status);
        const test::TemporaryFolder folder;
        test::write_text(folder / "f.part", std::string(5000, 'o'));
        test::write_text(folder / "f.part.tag", "\"v1\"");
        const std::string file = some_file();
        std::atomic<int> count = 0;
        const LoopbackServer server([&](const ServerRequest& request) {
            ServerReply reply = part_of(file, {request.method, request.target, {}, ""}, "\"v1\"");
            if (++count == 1 && status != 200) {
                reply.status = status;
                reply.headers.emplace_back("Content-Range", "bytes 7-/9");
            }
            return reply;
        });
        NetworkTransport network(options_for(server));
        ASSERT_TRUE(download(network, server.url("/f"), folder / "f", {}));
        EXPECT_EQ(test::read_text(folder / "f"), file);
    }
}

TEST(Download, LeavesNothingBehindOfWhatIsNoFile) {
    for (const int status : {404, 403, 204}) {
        const test::TemporaryFolder folder;
        const LoopbackServer server([status](const ServerRequest&) {
            ServerReply reply;
            reply.status = status;
            reply.body = status == 204 ? "" : "not here";
            return reply;
        });
        NetworkTransport network(options_for(server));
        const auto size = download(network, server.url("/f"), folder / "f", {});
        ASSERT_FALSE(size);
        EXPECT_FALSE(std::filesystem::exists(folder / "f"));
        EXPECT_FALSE(std::filesystem::exists(folder / "f.part"));
    }
}

TEST(Download, GivesUpOnAServerThatNeverFinishes) {
    const test::TemporaryFolder folder;
    const LoopbackServer server([](const ServerRequest&) {
        ServerReply reply;
        reply.body = std::string(1000, 'x');
        reply.cut_after = 10;
        return reply;
    });
    NetworkTransport network(options_for(server));
    EXPECT_FALSE(download(network, server.url("/f"), folder / "f", {}));
    EXPECT_FALSE(std::filesystem::exists(folder / "f"));
    EXPECT_EQ(server.requests().size(), 4U);
}

}  // namespace
}  // namespace whereof::http
