// SPDX-License-Identifier: MIT
#include "sqlite/database.hpp"

#include "support/data.hpp"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::sqlite {
namespace {

TEST(Statement, BindsAndReadsEveryType) {
    const Database database("x", OpenMode::memory);
    auto query = database.prepare("SELECT ?, ?, ?, ?, ?");
    query.bind(std::int64_t{7}, 2.5, "te\0xt", std::optional<std::string>(), std::string("ü"));
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.integer(0), 7);
    EXPECT_DOUBLE_EQ(query.real(1), 2.5);
    EXPECT_EQ(query.text(2), "te");
    EXPECT_TRUE(query.is_null(3));
    EXPECT_EQ(query.text(4), "ü");
    EXPECT_FALSE(query.step());
}

TEST(Statement, FailureNamesTheSql) {
    const Database database("x", OpenMode::memory);
    try {
        (void)database.prepare("SELECT nonsense FROM nowhere");
        FAIL();
    } catch (const DbError& error) {
        EXPECT_NE(std::string_view(error.what()).find("nowhere"), std::string_view::npos);
    }
}

TEST(Transaction, RollsBackUnlessCommitted) {
    const Database database("x", OpenMode::memory);
    database.execute("CREATE TABLE t(a)");
    {
        const Transaction dropped(database);
        database.execute("INSERT INTO t VALUES(1)");
    }
    {
        Transaction kept(database);
        database.execute("INSERT INTO t VALUES(2)");
        kept.commit();
    }
    auto query = database.prepare("SELECT group_concat(a) FROM t");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0), "2");
}

TEST(Database, ManyMayMakeOneNewFileAtOnce) {
    const test::TemporaryFolder folder;
    constexpr int kAtOnce = 6;
    for (int round = 0; round < 20; ++round) {
        const auto path = folder / ("new" + std::to_string(round) + ".db");
        std::latch ready(kAtOnce);
        std::atomic<int> refused = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < kAtOnce; ++i) {
            threads.emplace_back([&] {
                ready.arrive_and_wait();
                try {
                    const Database database(path, OpenMode::create);
                    Transaction writing(database);
                    database.execute("CREATE TABLE IF NOT EXISTS t (x); INSERT INTO t VALUES (1);");
                    writing.commit();
                } catch (const DbError&) {
                    ++refused;
                }
            });
        }
        threads.clear();
        ASSERT_EQ(refused, 0) << "round " << round;
    }
}

TEST(Database, RefusesWhatIsNotADatabase) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "text", std::string(5000, 'x'));
    EXPECT_THROW(Database(folder / "text", OpenMode::read_write), DbError);
    EXPECT_THROW(Database(folder / "absent", OpenMode::read_only), DbError);
}

DbCause cause_of_opening(const std::filesystem::path& path, OpenMode mode) {
    try {
        const Database database(path, mode);
    } catch (const DbError& error) {
        return error.cause();
    }
    return DbCause::other;
}

TEST(DbError, TellsWhatIsToBeDoneSomethingAbout) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "text", std::string(5000, 'x'));
    EXPECT_EQ(cause_of_opening(folder / "text", OpenMode::read_only), DbCause::damaged);
    EXPECT_EQ(cause_of_opening(folder / "absent", OpenMode::read_only), DbCause::cannot_open);
    // SQLite calls a folder a broken disk.
    EXPECT_EQ(cause_of_opening(folder / "", OpenMode::read_only), DbCause::cannot_open);
    EXPECT_EQ(cause_of_opening(folder / "", OpenMode::create), DbCause::cannot_open);

    const Database writer(folder / "held.db", OpenMode::create);
    const Transaction held(writer);
    Database other(folder / "held.db", OpenMode::read_write);
    other.execute("PRAGMA busy_timeout = 0");
    try {
        const Transaction second(other);
        FAIL();
    } catch (const DbError& error) {
        EXPECT_EQ(error.cause(), DbCause::busy);
    }
    EXPECT_EQ(DbError("as it stands", 0).cause(), DbCause::stated);
}

}  // namespace
}  // namespace whereof::sqlite
