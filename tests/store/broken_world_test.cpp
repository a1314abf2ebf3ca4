// SPDX-License-Identifier: MIT
#include "sqlite/migrations.hpp"
#include "store/codec.hpp"
#include "store/sample_article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <chrono>
#include <csignal>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whereof::store {
namespace {

using test::ArticleBuilder;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::IsEmpty;

article::Article numbered(int i) {
    ArticleBuilder builder("Number " + std::to_string(i));
    for (int j = 0; j < 60; ++j) {
        builder.claim("Sentence " + std::to_string(i) + " of word" + std::to_string(i * j) + " on pain", {0});
    }
    return builder
        .reference("Name" + std::to_string(i), "A title long enough " + std::to_string(i), "BMJ", 2000)
        .get();
}

/// Adds articles until it is killed; writes one byte to `fd` for each that is acknowledged.
[[noreturn]] void add_until_killed(const std::filesystem::path& path, int fd) {
    const auto store = open_store(path);
    for (int i = 0;; ++i) {
        store->put_article("p" + std::to_string(i), "s", numbered(i));
        if (write(fd, "x", 1) != 1) {
            _exit(1);
        }
    }
}

TEST(Store, SurvivesKillAtAnyMoment) {
    const TemporaryFolder folder;
    for (int round = 0; round < 8; ++round) {
        const auto path = folder / ("k" + std::to_string(round) + ".db");
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            add_until_killed(path, ends[1]);
        }
        close(ends[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds(60 + 23 * round));
        kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        std::size_t acknowledged = 0;
        char byte = 0;
        while (read(ends[0], &byte, 1) == 1) {
            ++acknowledged;
        }
        close(ends[0]);
        const auto store = open_store(path);
        const std::size_t held = store->articles().size();
        EXPECT_GE(held, acknowledged);
        EXPECT_LE(held, acknowledged + 1);
        EXPECT_THAT(store->check_integrity(), IsEmpty());
        store->put_article("after", "s", numbered(9999));
        EXPECT_THAT(store->check_integrity(), IsEmpty());
    }
}

/// Runs `work` in a child that may write files of at most `bytes`; true when it ended with exit code 0.
template <typename Work>
bool in_child_with_small_disk(rlim_t bytes, Work work) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(work() ? 0 : 1);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Store, IsAsItWasWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    for (const std::uintmax_t more : {0U, 4096U, 20000U, 60000U, 200000U}) {
        for (const bool batched : {false, true}) {
            const auto path = folder / ("full" + std::to_string(more) + (batched ? "b.db" : ".db"));
            open_store(path)->put_article("first", "s", numbered(1));
            const auto size = static_cast<rlim_t>(std::filesystem::file_size(path) + more);
            EXPECT_TRUE(in_child_with_small_disk(size, [&] {
                const auto store = open_store(path);
                std::size_t good = 1;
                try {
                    std::optional<Batch> batch;
                    if (batched) {
                        batch.emplace(*store);
                    }
                    for (int i = 2; i < 300; ++i) {
                        store->put_article("p" + std::to_string(i), "s", numbered(i));
                        good += batched ? 0U : 1U;
                    }
                    if (batch) {
                        batch->commit();
                    }
                    return false;
                } catch (const sqlite::DbError&) {
                    return store->articles().size() == good && store->check_integrity().empty();
                }
            })) << more;
            const auto store = open_store(path);
            EXPECT_TRUE(store->has_article("first", "s"));
            EXPECT_THAT(store->check_integrity(), IsEmpty());
            store->put_article("later", "s", numbered(7));
            EXPECT_THAT(store->check_integrity(), IsEmpty());
        }
    }
}

/// A file of another program with changes that stand only in its log yet, as a copy of both.
void put_foreign_file(const std::filesystem::path& theirs, const std::filesystem::path& copy) {
    const sqlite::Database database(theirs, sqlite::OpenMode::create);
    database.execute(
        "PRAGMA wal_autocheckpoint = 0; CREATE TABLE notes (text); INSERT INTO notes VALUES ('x')");
    for (const char* end : {"", "-wal"}) {
        std::filesystem::copy_file(theirs.string() + end, copy.string() + end);
    }
}

TEST(Store, LeavesAFileOfAnotherProgramAndItsLogAsTheyAre) {
    const TemporaryFolder folder;
    const auto path = folder / "s.db";
    const auto log = folder / "s.db-wal";
    put_foreign_file(folder / "theirs.db", path);
    const std::string file_before = test::read_text(path);
    const std::string log_before = test::read_text(log);
    ASSERT_FALSE(log_before.empty());
    for (int round = 0; round < 2; ++round) {
        EXPECT_THROW((void)open_store(path), sqlite::SchemaError);
        EXPECT_THROW((void)open_store_to_read(path), sqlite::SchemaError);
        EXPECT_EQ(test::read_text(path), file_before);
        EXPECT_EQ(test::read_text(log), log_before);
    }
    const sqlite::Database theirs(path, sqlite::OpenMode::read_write);
    auto notes = theirs.prepare("SELECT count(*) FROM notes");
    ASSERT_TRUE(notes.step());
    EXPECT_EQ(notes.integer(0), 1) << "nothing of theirs is lost";
}

TEST(Store, BeginsBesideALogThatIsNotItsOwn) {
    const TemporaryFolder folder;
    put_foreign_file(folder / "theirs.db", folder / "copy.db");
    std::filesystem::copy_file(folder / "copy.db-wal", folder / "new.db-wal");
    test::write_text(folder / "other.db-wal", "no log of any database");
    for (const char* name : {"new.db", "other.db"}) {
        const auto path = folder / name;
        open_store(path)->put_article("first", "s", numbered(1));
        const auto store = open_store(path);
        EXPECT_EQ(store->articles().size(), 1U) << name;
        EXPECT_THAT(store->check_integrity(), IsEmpty()) << name;
    }
}

TEST(Store, LetsTwoProcessesWriteByTurns) {
    const TemporaryFolder folder;
    const auto path = folder / "two.db";
    constexpr int kArticles = 25;
    const auto add = [&](int from) {
        const pid_t child = fork();
        if (child == 0) {
            try {
                const auto store = open_store(path);
                for (int i = 0; i < kArticles; ++i) {
                    store->put_article("p" + std::to_string((from + i) % (2 * kArticles)), "s",
                                       numbered((from + i) % (2 * kArticles)));
                }
                _exit(0);
            } catch (const std::exception& error) {
                std::fputs(error.what(), stderr);
                _exit(1);
            }
        }
        return child;
    };
    const pid_t children[] = {add(0), add(kArticles), add(kArticles / 2)};
    for (const pid_t child : children) {
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
    const auto store = open_store(path);
    EXPECT_EQ(store->articles().size(), 2U * kArticles);
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(OpenStore, BringsAStoreOfTheFirstVersionUpToDate) {
    const TemporaryFolder folder;
    const auto path = folder / "old.db";
    ArticleBuilder builder("Old");
    builder.reference("Fritz", "Early versus delayed therapy", "PM&R", 2023)
        .claim("Early PT beats delayed PT.", {0});
    article::Article& article = builder.get();
    article.claims.front().comparisons = claim::find_comparisons(article.claims.front().text);
    ASSERT_FALSE(article.claims.front().comparisons.empty());
    finding::Verdict verdict;
    verdict.record.emplace();
    verdict.publication_types = {"Randomized Controlled Trial"};
    std::int64_t reference = 0;
    {
        const auto first = open_store(path);
        first->put_article("a.txt", "1", article);
        reference = first->references_of_article(first->articles().front().id).front().id;
        first->put_verdict(reference, "state", verdict);
    }
    {
        const sqlite::Database old(path, sqlite::OpenMode::create);
        old.execute(
            "ALTER TABLE claims DROP COLUMN comparisons; ALTER TABLE verdicts DROP COLUMN told; DROP INDEX "
            "verdicts_by_design; ALTER TABLE verdicts DROP COLUMN design; DROP TABLE accepted; "
            "DELETE FROM schema_history WHERE number > 1; "
            "PRAGMA user_version = 1;");
    }
    const auto store = open_store(path);
    const auto found = store->find_article("a.txt");
    ASSERT_TRUE(found);
    EXPECT_EQ(store->article(found->id).claims.front().comparisons, article.claims.front().comparisons);
    EXPECT_EQ(store->index().known_design(reference), bib::StudyDesign::randomized_trial);
    EXPECT_THAT(store->index().references_with_design(bib::StudyDesign::randomized_trial),
                testing::ElementsAre(reference));
    EXPECT_THAT(store->check_integrity(), IsEmpty());
}

TEST(OpenStore, KeepsOfWhomAComparisonSpeaksAndReadsOnesThatDidNot) {
    claim::Comparison one;
    one.first = "heat";
    one.second = "ice";
    one.words = {"better", "than"};
    one.population = "people with low back pain";
    const std::vector<claim::Comparison> two{one, one};
    std::string packed = pack_comparisons(two);
    EXPECT_EQ(unpack_comparisons(packed), two);
    // What an earlier version wrote ends before the populations: a length byte and the words, each.
    packed.resize(packed.size() - 2 * (1 + one.population.size()));
    one.population.clear();
    EXPECT_EQ(unpack_comparisons(packed), (std::vector<claim::Comparison>{one, one}));
}

TEST(OpenStore, RefusesWhatIsNotItsOwnAndLeavesItUntouched) {
    const TemporaryFolder folder;
    {
        const sqlite::Database other(folder / "other.db", sqlite::OpenMode::create);
        other.execute("PRAGMA journal_mode = DELETE; CREATE TABLE bookmarks(url TEXT);");
        const sqlite::Database newer(folder / "newer.db", sqlite::OpenMode::create);
        sqlite::migrate(newer, "store");
        newer.execute("PRAGMA user_version = 4000; PRAGMA journal_mode = DELETE;");
    }
    test::write_text(folder / "notes.txt", "Dear diary, this is no database, however long it may be.");
    std::filesystem::create_directory(folder / "folder");
    for (const char* name : {"other.db", "newer.db", "notes.txt"}) {
        const std::string before = test::read_text(folder / name);
        EXPECT_THROW((void)open_store(folder / name), sqlite::DbError) << name;
        EXPECT_EQ(test::read_text(folder / name), before) << name;
    }
    EXPECT_THROW((void)open_store(folder / "folder"), sqlite::DbError);
    EXPECT_THROW((void)open_store(folder / "absent" / "s.db"), sqlite::DbError);
    try {
        (void)open_store(folder / "newer.db");
    } catch (const sqlite::SchemaError& error) {
        EXPECT_THAT(error.what(), HasSubstr("4000"));
    }
    test::write_text(folder / "empty.db", "");
    EXPECT_THAT(open_store(folder / "empty.db")->articles(), IsEmpty()) << "an empty file is a new store";
}

TEST(Store, FindsADamagedPlace) {
    struct Case {
        const char* name;
        const char* sql;
    };
    constexpr Case kCases[] = {
        {"text", "UPDATE article_texts SET text = replace(text, 'pain', 'gain')"},
        {"title", "UPDATE articles SET title = 'x' WHERE id = 1"},
        {"reference", "UPDATE references_ SET raw = 'x'"},
        {"claim", "UPDATE claims SET cited = 0"},
        {"posting", "DELETE FROM postings WHERE term = 'pain'"},
        {"words", "UPDATE article_words SET words = substr(words, 1, 100)"},
        {"phrases", "INSERT INTO passages(rowid, words) VALUES(5, 'stray')"},
        {"grams", "DELETE FROM gram_counts WHERE bucket > 10"},
        {"totals", "UPDATE totals SET claims = claims + 1"},
    };
    for (const auto& [name, sql] : kCases) {
        const TemporaryFolder folder;
        open_store(folder / "s.db")->put_article("a", "s", numbered(3));
        sqlite::Database(folder / "s.db", sqlite::OpenMode::read_write).execute(sql);
        EXPECT_FALSE(open_store(folder / "s.db")->check_integrity().empty()) << name;
    }
}

}  // namespace
}  // namespace whereof::store
