// SPDX-License-Identifier: MIT
#include "cli/run_in.hpp"
#include "serve/web_server.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

TEST(Serve, APortInUseIsOneLine) {
    const test::TemporaryFolder home;
    const serve::WebServer other(0);
    const auto run = run_in(home.path(), {"serve", "--port", std::to_string(other.port())});
    EXPECT_EQ(run.code, kBroken);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << run.err;
    EXPECT_NE(run.err.find("--port 0"), std::string::npos);
}

TEST(Serve, WhatIsWrongWithTheStoreIsSaidAtOnce) {
    const test::TemporaryFolder home;
    test::write_text(home / "no.db",
                     "this is no database, but text of some length, longer than a header of SQLite is");
    const auto run = run_in(home.path(), {"serve", "--port", "0", "--db", (home / "no.db").string()});
    EXPECT_EQ(run.code, kBroken);
    EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << run.err;
    EXPECT_NE(run.err.find("no.db"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace whereof::cli
